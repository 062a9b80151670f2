#pragma once

/// Does it pass at home.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print of deals on their way home.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string ratify(const arguments& typed);

}  // namespace negotiation::cli
