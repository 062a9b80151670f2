#pragma once

/// Which deals there are, and what one is worth.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the deals.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string deals(const arguments& typed);

/// What to print of the worth of deals.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string value(const arguments& typed);

}  // namespace negotiation::cli
