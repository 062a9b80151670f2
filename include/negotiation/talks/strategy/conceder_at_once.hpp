#pragma once

/// @file
/// A baseline that gives everything away.

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Asks from the first turn for no more than no deal, or its worst deal where that is worth
/// more, and accepts whatever is worth as much.
///
/// Assumes nothing. A baseline of this library: what a strategy earns against it is the most that
/// there is to earn.
/// @copycost none
/// @test tests/talks/strategy/conceder_at_once.cpp "who concedes at once gets no deal's worth"
struct floor_line {
    /// @brief What it asks for. @param t the turn @return utility of no deal, or of its worst deal
    [[nodiscard]] double target(const turn& t) const { return t.aspiration(0); }
};

/// @brief Proposes its cheapest deal worth no less than no deal, and accepts any such deal.
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/conceder_at_once.cpp "who concedes at once gets no deal's worth"
[[nodiscard]] inline composed<floor_line, accept_target, frequency> conceder_at_once() {
    return {{}, {}, frequency{}};
}

}  // namespace negotiation::talks
