#pragma once

/// @file
/// A contestant in its seat, watched.

#include <cstdint>
#include <stop_token>
#include <utility>

#include <negotiation/talks/strategy.hpp>

namespace negotiation::laboratory {

/// @brief Who has been asked to act last: whose mistake an exception is.
struct last_turn {
    party_id party = 0;      ///< its seat
    std::int64_t round = 0;  ///< 0 before anyone has acted
};

/// @brief Thrown by a seat that is asked to act after a stop: the match ends there and is as if it
/// had not begun. No exception of the standard library, so that nobody takes it for a mistake.
struct match_stopped {};

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
    /// @param stop  looked at before every turn, where there is one; must outlive the match
    seat_agent(talks::any_strategy agent, last_turn& trace, const std::stop_token* stop = nullptr)
        : agent_(std::move(agent)),
          trace_(&trace),
          stop_(stop) {}

    /// @brief The agent's move. @param t the turn @param draws its random bits @return its move
    /// @throws match_stopped it was asked to stop
    talks::move act(const talks::turn& t, random_stream& draws) {
        if (stop_ != nullptr && stop_->stop_requested()) {
            throw match_stopped();
        }
        *trace_ = {t.party(), t.now().round};
        return agent_.act(t, draws);
    }

private:
    talks::any_strategy agent_;
    last_turn* trace_;
    const std::stop_token* stop_;
};

}  // namespace negotiation::laboratory
