#pragma once

/// @file
/// A good order where there are too many ideals to search them all. Compiled in the library
/// negotiation::negotiation (src/sequence/beam.cpp).

#include <cstddef>
#include <optional>
#include <span>

#include <negotiation/sequence/order_report.hpp>

namespace negotiation::sequence {

/// @brief How to search along a beam.
struct beam_options {
    reading how = reading::drawdown;  ///< what is compared; without learning
    std::size_t width = 2000;         ///< partial orders kept at each number of steps
                                      ///< @range{[1, inf)}
};

/// @brief What a beam found, and what no order can beat.
struct beam_result {
    std::optional<order_report> best;  ///< the best order found; nothing where all that were kept
                                       ///< ended with somebody better off stopping
    trust lower_bound;                 ///< proven: the greatest trust of any order
                                       ///< is at least this
};

/// @brief Follows the most promising partial orders, step by step, and forgets the others.
///
/// Not for agreements whose ideals can be listed: `least_trust_order` is exact. What is found may
/// be far from the best; `lower_bound` says how far at most. Partial orders are ranked by the trust
/// they have asked for or would ask for if they handed over at once; of those that have done the
/// same steps with the same party in control the first is kept, and those that it does not beat.
/// @param of      the exchange
/// @param names   place of each step among the steps sorted by name, for ties; empty: the steps'
///                own order @shape{steps}
/// @param options width and reading
/// @return an order and a bound
/// @throws std::invalid_argument a width of 0, or names of another length
/// @complexity{O(steps * width * (steps + parties))}; thread-safe
/// @test tests/sequence/beam.cpp "a beam is never better than the best and never below its bound"
[[nodiscard]] beam_result beam_order(const exchange& of, std::span<const std::size_t> names = {},
                                     const beam_options& options = {});

/// @brief A bound: the greatest trust of any order is at least this.
///
/// Only one party has the last run. Every costly step of another is followed by a hand-over, at
/// which its performer has lost what it keeps of the step, less all it could win back by own steps,
/// against at most V less the worst it can hold.
/// @param of  the exchange
/// @param how the reading; the bound of peak exposure is 0
/// @return the bound, often far below the least trust
/// @complexity{O(steps * parties)}; thread-safe
/// @test tests/sequence/beam.cpp "a beam is never better than the best and never below its bound"
[[nodiscard]] trust trust_bound(const exchange& of, reading how = reading::drawdown);

}  // namespace negotiation::sequence
