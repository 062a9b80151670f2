#pragma once

/// How much closes the gap.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of the gap.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string gap(const arguments& typed);

}  // namespace negotiation::cli
