#pragma once

/// From words to a question, from its answer to text. No logic of its own.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// What to print on standard output.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string answer(const arguments& typed);

}  // namespace negotiation::cli
