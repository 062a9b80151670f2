#pragma once

/// @file
/// What stands between the parties: nothing, or mediators.

#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief The parties talk to one another: every message arrives at once. What protocols take where
/// there is no mediator; it costs nothing.
struct direct_talks {
    /// @brief A message arrives. @return days of delay
    double carry(event&, proceedings&, const moment&, run_streams&) const noexcept { return 0; }
    /// @brief Nothing happens after a round. @return true: the talks go on
    bool after_round(proceedings&, const moment&, run_streams&) const noexcept { return true; }
};

}  // namespace negotiation::talks
