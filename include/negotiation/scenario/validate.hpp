#pragma once

/// @file
/// Everything that can be wrong with a scenario, told at once. Compiled in the
/// library negotiation::negotiation (src/scenario/validate.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Checks a scenario: names that exist (with the nearest that does), values for every
/// weighted issue, sums, ranges, units, constraints that leave something, how the talks run, the
/// steps of carrying out and their orders, no name twice.
///
/// Whether constraints leave any deal is decided by exact search, which gives up silently on sets
/// of constraints that are too entangled; today's options must satisfy each of them anyway.
///
/// @param world any scenario
/// @return the list of what is wrong, section by section; empty for a sound scenario
/// @complexity{linear in the scenario; the emptiness check is exponential in the width of the
/// constraints only, and bounded}
/// @thread thread-safe
/// @test tests/scenario/validate.cpp "a sound scenario has no diagnostics"
[[nodiscard]] std::vector<diagnostic> validate(const scenario& world);

/// @brief The most issues a scenario may have.
inline constexpr std::size_t maximum_issues = 1000;
/// @brief The most options that all issues of a scenario may have together.
inline constexpr std::size_t maximum_options_in_all = 1'000'000;
/// @brief The most parties and onlookers a scenario may have together.
inline constexpr std::size_t maximum_agents = 100;
/// @brief The most mediators a scenario may have.
inline constexpr std::size_t maximum_mediators = 100;
/// @brief The most options that the issues of all conditions and red lines of a scenario file may
/// have together, an issue counted as often as it stands in one.
inline constexpr std::size_t maximum_condition_options = 4'000'000;
/// @brief The most entries of any other section: constraints, deals, assumptions, …
inline constexpr std::size_t maximum_entries = 1000;

}  // namespace negotiation
