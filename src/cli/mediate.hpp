#pragma once

/// Which mediator.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of mediators.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string mediate(const arguments& typed);

}  // namespace negotiation::cli
