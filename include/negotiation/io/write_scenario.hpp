#pragma once

/// @file
/// Scenario files out. Compiled: link `negotiation::negotiation`.

#include <string>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io {

/// @brief A scenario as the text of a file, laid out as one would by hand.
///
/// Reading the text gives the same scenario, to the last bit of every number. Labels of levels
/// come back as their issue spells them (4.0 and not 4).
///
/// @param world a sound scenario
/// @return TOML, UTF-8, with a line feed at the end
/// @throws scenario_error what `validate` finds wrong, or a text that is not UTF-8
/// @complexity{linear in the scenario, beside `validate`}
/// @thread thread-safe
/// @test tests/io/write_scenario.cpp "any scenario survives being written and read"
[[nodiscard]] std::string write_scenario(const scenario& world);

}  // namespace negotiation::io
