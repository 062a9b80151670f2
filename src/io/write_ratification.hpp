#pragma once

/// @file
/// Chambers and factions as TOML.

#include <string>

#include <negotiation/ratification/section.hpp>

namespace negotiation::io::detail {

/// The tables [[chamber]] and [[faction]].
[[nodiscard]] std::string ratification_text(const ratification::section& said);

}  // namespace negotiation::io::detail
