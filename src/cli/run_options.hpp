#pragma once

/// How one run of the talks is asked for.

#include <negotiation/question/run.hpp>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// @throws std::invalid_argument what cannot be read
[[nodiscard]] question::run_options run_options_of(const arguments& typed);

}  // namespace negotiation::cli
