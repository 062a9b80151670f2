#pragma once

/// Talks against collapse.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the race.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string race(const arguments& typed);

}  // namespace negotiation::cli
