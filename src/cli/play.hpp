#pragma once

/// The verb play.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

[[nodiscard]] std::string play(const arguments& typed);

}  // namespace negotiation::cli
