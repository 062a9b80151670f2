#pragma once

/// @file
/// Trade-offs: what is given up is chosen so that the offer is like what the other side asked for.

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/similarity.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

namespace negotiation::talks {

/// @brief A time-dependent concession whose offers are, of the deals worth the target, those most
/// similar to what the others proposed last: logrolling without a model of what the others want.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | e, k, tolerance | 1, 0, 0 | of `time_dependent` |
///
/// Assumes what `similarity` assumes: the opponent's last offer is near what it would take. With
/// `offer=best` and another model the deal is the best under that model instead.
/// @source{faratin2002, Faratin\, Sierra and Jennings 2002}
/// @test tests/talks/strategy/trade_off.cpp "a trade-off is the most similar of what is worth the
/// target"
using trading = composed<time_dependent, accept_target, similarity>;

/// @brief A trade-off strategy.
/// @param e shape of the concession @range{(0, inf)}
/// @return a strategy
/// @throws std::invalid_argument e out of the range of `time_dependent`
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/trade_off.cpp "a trade-off is the most similar of what is worth the
/// target"
[[nodiscard]] inline trading trade_off(double e = 1) {
    return {time_dependent(e), {}, similarity{}, selection::best};
}

}  // namespace negotiation::talks
