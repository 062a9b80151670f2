#pragma once

/// @file
/// What a mediator can do.

#include <cstdint>
#include <numeric>
#include <vector>

#include <negotiation/talks/move.hpp>

namespace negotiation::talks {

/// @brief What a mediator does.
enum class mediator_action : std::uint8_t {
    pass,          ///< nothing; a message it is asked to carry arrives at once
    deliver,       ///< hands a message on, as it is
    lose,          ///< does not hand it on
    table,         ///< puts a text before the parties
    pay,           ///< promises parties something for a deal
    guarantee,     ///< the same, at a cost only with some probability
    threaten,      ///< makes no deal worse for parties
    stand_surety,  ///< says that it stands for the carrying out of whatever is agreed
    adjourn,       ///< lets time pass
    withdraw       ///< leaves the talks
};

/// @brief The name of an action.
/// @param action any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/mediator_move.cpp "actions have names"
[[nodiscard]] constexpr const char* to_string(mediator_action action) noexcept {
    switch (action) {
        case mediator_action::pass:
            return "pass";
        case mediator_action::deliver:
            return "deliver";
        case mediator_action::lose:
            return "lose";
        case mediator_action::table:
            return "table";
        case mediator_action::pay:
            return "pay";
        case mediator_action::guarantee:
            return "guarantee";
        case mediator_action::threaten:
            return "threaten";
        case mediator_action::stand_surety:
            return "stand_surety";
        case mediator_action::adjourn:
            return "adjourn";
        case mediator_action::withdraw:
            return "withdraw";
    }
    return "";
}

/// @brief A mediator's move. Make one with the functions of `mediator_view` named after actions.
struct mediator_move {
    mediator_action action = mediator_action::pass;  ///< what is done
    double days = 0;              ///< a message takes, or the talks rest @unit{days}
    bool leaks = false;           ///< a message comes to the ears of the world on the way
    bool cuts = false;            ///< withdrawing ends all contact, and so the talks
    offer_id deal = no_offer;     ///< the text, or the deal that is paid for
    std::vector<double> amounts;  ///< by party: what it gains, or loses from a threat carried out
                                  ///< @unit{utility} @range{[0, inf)} @shape{parties}
    double chance = 1;            ///< that a guarantee is called, or a threat carried out
                                  ///< @range{[0, 1]}

    bool operator==(const mediator_move&) const = default;
};

/// @brief What a move takes from the mediator's budget.
///
/// A guarantee is worth its whole amount to the party, who fears that it will be needed, and costs
/// the mediator that times the probability of being called. A threat costs what it takes from the
/// parties, one for one: its damage times the probability of being carried out.
/// @param of a move
/// @return 0 for what is neither payment, guarantee nor threat @unit{utility}
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/mediator_move.cpp "payments cost their sum, guarantees and threats a share"
[[nodiscard]] inline double cost_of(const mediator_move& of) {
    const double sum = std::accumulate(of.amounts.begin(), of.amounts.end(), 0.0);
    switch (of.action) {
        case mediator_action::pay:
            return sum;
        case mediator_action::guarantee:
        case mediator_action::threaten:
            return of.chance * sum;
        default:
            return 0;
    }
}

}  // namespace negotiation::talks
