#pragma once

/// The verb that may take long: tournaments.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of a tournament; Ctrl-C leaves an answer about what was played.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string tournament(const arguments& typed);

}  // namespace negotiation::cli
