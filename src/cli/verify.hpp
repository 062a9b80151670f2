#pragma once

/// How good inspection must be.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of inspection.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string verify(const arguments& typed);

}  // namespace negotiation::cli
