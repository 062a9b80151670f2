#pragma once

/// @file
/// A contestant in its seat, watched.

#include <cstdint>
#include <utility>

#include <negotiation/talks/strategy.hpp>

namespace negotiation::laboratory {

/// @brief Who has been asked to act last: whose mistake an exception is.
struct last_turn {
    party_id party = 0;      ///< its seat
    std::int64_t round = 0;  ///< 0 before anyone has acted
};

/// @brief An agent that leaves a trace of being asked: what a mediation gets to play with.
/// @copycost that of the agent
/// @thread one match, one owner
/// @test tests/laboratory/seat_agent.cpp "an agent in its seat plays as without it and leaves a
/// trace"
class seat_agent {
public:
    /// @brief Seats an agent.
    /// @param agent moved in
    /// @param trace where it is written down; must outlive the match
    seat_agent(talks::any_strategy agent, last_turn& trace)
        : agent_(std::move(agent)),
          trace_(&trace) {}

    /// @brief The agent's move. @param t the turn @param draws its random bits @return its move
    talks::move act(const talks::turn& t, random_stream& draws) {
        *trace_ = {t.party(), t.now().round};
        return agent_.act(t, draws);
    }

private:
    talks::any_strategy agent_;
    last_turn* trace_;
};

}  // namespace negotiation::laboratory
