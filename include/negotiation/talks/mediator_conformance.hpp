#pragma once

/// @file
/// Whether a mediator keeps the rules. Compiled in the library negotiation::negotiation
/// (src/talks/mediator_conformance.cpp).

#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/mediator.hpp>
#include <negotiation/talks/reports.hpp>
#include <negotiation/talks/stance.hpp>

namespace negotiation::talks {

/// @brief How a mediator is tried.
struct mediator_trial {
    stance who;                 ///< its interests; set a budget for one that pays
    std::uint64_t seed = 1;     ///< of the talks it is tried in
    std::int64_t rounds = 30;   ///< of each
    std::int64_t episodes = 8;  ///< how many
};

/// @brief Lets a mediator take part in some talks and tells what is wrong with it: a move that is
/// not legal, one over its budget, a message or the history altered, a copy that acts differently
/// from what it was copied from with the same random bits, or a copy that disturbs the original.
/// @param candidate the mediator
/// @param at        talks to try it in; of its own, where it was made for some
/// @param told      what the parties report
/// @param how       how it is tried
/// @return the faults, a sentence each; empty for a mediator that keeps the rules
/// @complexity{O(episodes * rounds) calls of `act`, several each}; thread-safe
/// @test tests/talks/mediator_conformance.cpp "faults of mediators are found"
[[nodiscard]] std::vector<std::string> check_mediator(const any_mediator& candidate,
                                                      const arena& at, const reports& told,
                                                      const mediator_trial& how = {});

}  // namespace negotiation::talks
