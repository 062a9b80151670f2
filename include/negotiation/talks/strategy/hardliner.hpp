#pragma once

/// @file
/// A baseline that never moves.

#include <negotiation/talks/composed.hpp>

namespace negotiation::talks {

/// @brief Always asks for the best deal, and accepts nothing worth less.
///
/// Assumes that the other side gives in. A baseline (take it or leave it, as in GENIUS): what it
/// earns against a strategy is what that strategy concedes for nothing.
/// @copycost none
/// @test tests/talks/strategy/hardliner.cpp "a hardliner offers one deal and takes no other"
struct hard_line {
    /// @brief What it asks for. @param t the turn @return utility of its best deal
    [[nodiscard]] double target(const turn& t) const { return t.greatest(); }
};

/// @brief Offers its best deal, the first of equals, again and again.
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/hardliner.cpp "a hardliner offers one deal and takes no other"
[[nodiscard]] inline composed<hard_line, accept_target, no_model> hardliner() { return {}; }

}  // namespace negotiation::talks
