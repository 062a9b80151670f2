#pragma once

/// Scenarios of other systems, in and out.

#include <string>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// A scenario file made of the files of another system.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string import_scenario(const arguments& typed);

/// The files of another system made of a scenario, or a table of its talks.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string export_scenario(const arguments& typed);

}  // namespace negotiation::cli
