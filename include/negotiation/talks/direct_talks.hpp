#pragma once

/// @file
/// Nobody between the parties.

#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/passage.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief The parties talk to one another: every message arrives at once. What protocols take where
/// there is no mediator; it costs nothing.
/// @test tests/talks/direct_talks.cpp "directly nothing is lost and nothing waits"
struct direct_talks {
    /// @brief A message arrives. @return no delay, no leak
    passage carry(event&, proceedings&, const moment&, run_streams&) const noexcept { return {}; }
    /// @brief Nothing happens after a round. @return the talks go on
    passage after_round(proceedings&, const moment&, run_streams&) const noexcept { return {}; }
};

}  // namespace negotiation::talks
