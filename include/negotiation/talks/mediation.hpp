#pragma once

/// @file
/// What stands between the parties where they do not talk alone. Compiled in the library
/// negotiation::negotiation (src/talks/mediation.cpp).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/mediator_seat.hpp>
#include <negotiation/talks/passage.hpp>

namespace negotiation::talks {

/// @brief Something a mediator did after a round, other than nothing.
struct mediator_act {
    std::int64_t round = 0;  ///< from 1
    std::size_t seat = 0;    ///< which mediator
    mediator_move made;      ///< what it did

    bool operator==(const mediator_act&) const = default;
};

/// @brief A row of mediators between the parties. Those who carry messages form a chain in the
/// order of their seats: each hands on to the next, and a message that one of them loses does not
/// arrive; the days each takes add up. After every round each of them acts once, in the same order.
///
/// An offer or an acceptance that is lost is lost, never altered: the receiver learns only that
/// something was sent, what stood before still stands, and the turn is spent. Texts that mediators
/// table stand in the history as offers of who = parties + seat; all else they do is in `acts`.
///
/// Plays one run; copy a fresh one for the next.
/// @copycost that of the mediators
/// @thread one run, one owner
/// @source{zartman1985, Zartman and Touval 1985} (communicator\, formulator\, manipulator)
/// @test tests/talks/mediation.cpp "a relay without noise and delay changes nothing"
class mediation {
public:
    /// @brief Mediators, in the order in which they act.
    /// @param seats who mediates
    /// @param told  what the parties report to them; must outlive the run
    mediation(std::vector<mediator_seat> seats, const reports& told);

    /// @brief For protocols: a message on its way through the chain.
    /// @param e     the message; `arrived` is set
    /// @param said  the run; the message is not yet in its history
    /// @param now   the clock
    /// @param draws random bits, a stream a mediator
    /// @return days of delay, and whether it leaked
    /// @throws std::invalid_argument fewer streams than mediators, a report of other talks, or a
    /// move that is not legal
    /// @complexity{O(mediators)} calls of `act`
    passage carry(event& e, proceedings& said, const moment& now, run_streams& draws);

    /// @brief For protocols: the mediators act after a round.
    /// @param said  the run; texts, promises and threats are written into it
    /// @param now   the clock
    /// @param draws random bits, a stream a mediator
    /// @return days of adjournment, and whether contact has broken off
    /// @throws std::invalid_argument as `carry`
    /// @complexity{O(mediators)} calls of `act`
    passage after_round(proceedings& said, const moment& now, run_streams& draws);

    /// @brief Who mediates. @return the seats, their mediators in the state of the moment
    [[nodiscard]] const std::vector<mediator_seat>& seats() const noexcept { return seats_; }
    /// @brief What they did after rounds. @return in order
    [[nodiscard]] const std::vector<mediator_act>& acts() const noexcept { return acts_; }
    /// @brief What the table remembers for a mediator. @param seat which @return its notes
    [[nodiscard]] const mediator_notes& notes(std::size_t seat) const { return notes_[seat]; }

private:
    void begin(const proceedings& said, const run_streams& draws);
    mediator_move ask(std::size_t m, proceedings& said, const moment& now, run_streams& draws,
                      const event* message);
    void perform(std::size_t m, const mediator_move& made, proceedings& said, const moment& now,
                 passage& way);
    void hear_offer(const event& e, std::size_t reached);

    std::vector<mediator_seat> seats_;
    const reports* told_;
    std::vector<mediator_notes> notes_;  ///< by seat
    std::vector<mediator_act> acts_;
};

}  // namespace negotiation::talks
