#pragma once

/// How to cut an exchange.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the tranches.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string tranches(const arguments& typed);

}  // namespace negotiation::cli
