#pragma once

/// Who goes first.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the order of steps; writes the graph where one was asked for.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string sequence(const arguments& typed);

}  // namespace negotiation::cli
