#pragma once

/// @file
/// The game of an equilibrium in words.

#include <string>

#include <negotiation/question/equilibrium_answer.hpp>

namespace negotiation::question::detail {

/// Who offers when, who has to agree, over what, and who knows what.
[[nodiscard]] std::string game_played_text(const equilibrium_answer& a);

}  // namespace negotiation::question::detail
