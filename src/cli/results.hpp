#pragma once

/// The verb results.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

[[nodiscard]] std::string results(const arguments& typed);

}  // namespace negotiation::cli
