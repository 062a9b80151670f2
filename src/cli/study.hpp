#pragma once

/// The verbs `robust` and `sweep`.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// @return what is printed. @throws what the question and reading a scenario throw
[[nodiscard]] std::string robust(const arguments& typed);

/// @return what is printed. @throws what the question, reading a scenario and writing a file throw
[[nodiscard]] std::string sweep(const arguments& typed);

}  // namespace negotiation::cli
