#pragma once

/// Scenarios themselves.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of a scenario's soundness.
/// @throws what reading a scenario throws: bad input
[[nodiscard]] std::string check(const arguments& typed);

/// What to print of the bundled scenarios, or of what one of them has.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string list(const arguments& typed);

/// A template, printed or written. @throws std::invalid_argument where it may not be written
[[nodiscard]] std::string new_scenario(const arguments& typed);

}  // namespace negotiation::cli
