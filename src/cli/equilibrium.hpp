#pragma once

/// What parties agree on that know one another.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of equilibrium play.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string equilibrium(const arguments& typed);

}  // namespace negotiation::cli
