#pragma once

/// How the talks go.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of a run of the talks.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string run(const arguments& typed);

}  // namespace negotiation::cli
