#pragma once

/// @file
/// One life in words, and causes by name.

#include <cstdint>
#include <string>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/question/life.hpp>

#include "question/life_world.hpp"

namespace negotiation::question::detail {

/// The party, chamber, hazard or event of a cause; empty where there is none.
[[nodiscard]] std::string cause_name(const life::circumstances& in, const life::cause& why);

/// "truce", "Senate votes it down", "Iran stops".
[[nodiscard]] std::string cause_text(const life::circumstances& in, const life::cause& why);

/// The life asked for, or the first of a thousand that came farthest.
[[nodiscard]] story story_of(const life_world& lives, const life_options& options,
                             std::uint64_t lived);

}  // namespace negotiation::question::detail
