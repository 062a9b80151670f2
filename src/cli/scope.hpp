#pragma once

/// Narrow or broad.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the comparison.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string scope(const arguments& typed);

}  // namespace negotiation::cli
