#pragma once

/// The verb `life`.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// The answer, as text or JSON.
/// @throws std::invalid_argument what cannot be understood
[[nodiscard]] std::string life(const arguments& typed);

}  // namespace negotiation::cli
