#pragma once

/// @file
/// From what people wrote to what algorithms read. Compiled in the
/// library negotiation::negotiation (src/scenario/freeze.cpp).

#include <optional>
#include <string>
#include <vector>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/problem.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Which world of the scenario to freeze.
struct freeze_options {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    std::vector<std::string> seats;  ///< onlookers who get a seat, after the parties
};

/// @brief Freezes a scenario: resolves names, rounds every weighted term and reservation value
/// once to a whole multiple of 10^-12, closes the issues out of scope at their status quo, and
/// lets public red lines bind in public talks only.
///
/// @param world   the scenario
/// @param options scope, talks and seats
/// @return the problem
/// @throws scenario_error everything `validate` finds wrong; an unknown scope or seat; utilities
/// too large for exact sums
/// @complexity{O(options * agents)}
/// @thread thread-safe
/// @test tests/scenario/freeze.cpp "terms are whole multiples of ten to the minus twelve"
[[nodiscard]] problem freeze(const scenario& world, const freeze_options& options = {});

}  // namespace negotiation
