#pragma once

/// @file
/// Subgame-perfect play of talks with a deadline. Compiled in the library negotiation::negotiation
/// (src/talks/equilibrium/backward_induction.cpp and certify.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/talks/equilibrium/certificate.hpp>
#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::talks::equilibrium {

/// @brief What a party does when it is to offer.
enum class proposal : std::uint8_t {
    offer,     ///< a deal that is accepted
    wait,      ///< something that is refused
    walk_away  ///< it ends the talks
};

/// @brief Stands for a deal where a party could sign none, and so says nothing.
inline constexpr std::uint32_t nothing_said = 0xffffffffU;

/// @brief One choice.
struct choice {
    proposal kind = proposal::wait;  ///< what it does
    std::uint32_t deal = 0;          ///< of the deal set, where it is an offer; where it waits and
                                     ///< has to speak (`answering::in_turn`, `by_vote`), what it
                                     ///< says to have it refused, or `nothing_said`
    std::uint32_t next = 0;  ///< where it waits: how many offers or turns later somebody offers
                             ///< again; 0: instead somebody leaves

    bool operator==(const choice&) const = default;
};

/// @brief The equilibrium of a game of offers at every state. A state is who offers when: what was
/// said before does not matter, and a party that strays once is not held to it.
///
/// States are `state(offer, proposer)`. Values and thresholds are in the money of the offer's own
/// period.
/// @thread const access is safe
struct induction {
    std::size_t parties = 0;         ///< at the table
    std::int64_t offers = 0;         ///< or turns
    bool drawn = false;              ///< who offers is drawn: a state for every party an offer
    std::vector<choice> choices;     ///< by state
    std::vector<double> values;      ///< to each party, of the state @shape{states, parties}
    std::vector<double> thresholds;  ///< the least utility of a deal that a party accepts when all
                                     ///< that answer after it do; of the proposer, the least that
                                     ///< it offers; -inf for whoever is not asked
                                     ///< @shape{states, parties}
    std::vector<double> start;       ///< what the game is worth to each party before it begins

    /// @brief The place of a state.
    /// @param offer    from 0 @range{[0, offers)}
    /// @param proposer who offers
    /// @return its place in `choices`
    [[nodiscard]] std::size_t state(std::int64_t offer, std::size_t proposer) const noexcept {
        return drawn ? static_cast<std::size_t>(offer) * parties + proposer
                     : static_cast<std::size_t>(offer);
    }

    /// @brief Who offers at an offer, where parties take turns.
    /// @param offer from 0
    /// @return a party
    [[nodiscard]] std::size_t proposer(std::int64_t offer) const noexcept {
        return static_cast<std::size_t>(offer) % parties;
    }

    /// @brief The value of a state to a party.
    /// @param state of `state`
    /// @param i     a party
    /// @return utility
    [[nodiscard]] double value(std::size_t state, std::size_t i) const {
        return values[state * parties + i];
    }

    /// @brief The least utility that a party accepts at a state.
    /// @param state of `state`
    /// @param i     a party
    /// @return utility
    [[nodiscard]] double threshold(std::size_t state, std::size_t i) const {
        return thresholds[state * parties + i];
    }
};

/// @brief How the equilibrium is played out from the first offer on.
struct course {
    proposal how = proposal::wait;      ///< how it ends: a deal, no agreement, or somebody leaves
    std::int64_t offer = 0;             ///< at which offer, from 0; all of them without agreement
    std::int64_t answered = 0;          ///< the turn of the last answer, where answers take turns
    std::size_t proposer = 0;           ///< whose offer it was
    std::optional<std::uint32_t> deal;  ///< of the deal set

    bool operator==(const course&) const = default;
};

/// @brief The most states that are solved.
inline constexpr std::int64_t maximum_states = std::int64_t{1} << 22U;

/// @brief Backward induction (Stahl): subgame-perfect play at every state.
///
/// Whoever answers accepts what is worth no less to it than going on; ties accept. Whoever offers
/// takes, of the deals that are accepted, its best; ties go to the greatest sum for the others,
/// then to the first in enumeration order; it offers rather than waits when the two are worth the
/// same, and waits rather than leaves. Numbers closer than rounding are ties.
///
/// Where offers are answered at once, whoever is to offer may say nothing. Where answers take
/// turns, or offers are voted on, it has to say something: it can wait only if there is a deal that
/// is refused, and somebody who would rather wait than have anything that is there accepted may
/// have to agree. Where offers are voted on, whoever may as well leave waits if its best deal is
/// refused.
/// @param deals what can be agreed on; `bargaining_set` says when the efficient deals are enough
/// @param rules the game
/// @return play, values, thresholds at every state
/// @throws std::invalid_argument as `check_game`; a game of another number of parties than the
/// deals; more than `maximum_states`
/// @complexity{O(offers * (deals + parties) * parties), with two parties and efficient deals
/// O(offers * log deals)}; thread-safe
/// @source{stahl1972, Stahl 1972}
/// @test tests/talks/equilibrium/backward_induction.cpp "the pie with a deadline of one to six
/// offers"
/// @test tests/talks/equilibrium/backward_induction.cpp "who would rather wait needs something that
/// is refused"
/// @test tests/talks/equilibrium/backward_induction.cpp "votes walked one by one give the same
/// play"
[[nodiscard]] induction solve(const deal_set& deals, const offer_game& rules);

/// @brief Plays an equilibrium out, where parties take turns.
/// @param of    the equilibrium
/// @param rules as for `solve`
/// @return how it ends
/// @throws std::invalid_argument who offers is drawn
/// @complexity{O(offers)}; thread-safe
/// @test tests/talks/equilibrium/backward_induction.cpp "a tree walked by hand gives the same play"
[[nodiscard]] course play_out(const induction& of, const offer_game& rules);

/// @brief Checks an equilibrium at every state against every other move: one that is made once,
/// with play as described after it. No such move gains anything where play is subgame-perfect.
/// A wait where answers take turns has to be one: what it says is answered as play says, and where
/// that does not lead to where the choice says, it counts as leaving and shows in the residual.
///
/// Where everybody votes, a vote counts as wrong whose caster would rather have the opposite come
/// of it, whether or not it decides (Baron and Kalai 1993).
///
/// Shares nothing with `solve`: values are computed anew from the moves alone.
/// @param of     the equilibrium
/// @param solved the deals that it was solved over
/// @param all    deals to try, e.g. all that there are
/// @param rules  the game
/// @param budget how many answers may be looked at; with less than there are, states evenly spread
/// @return regret, residual, and what was checked
/// @complexity{O(states * deals * parties^2), at most the budget}; thread-safe
/// @test tests/talks/equilibrium/backward_induction.cpp "play that strays has a regret"
[[nodiscard]] certificate certify(const induction& of, const deal_set& solved, const deal_set& all,
                                  const offer_game& rules, std::uint64_t budget = 100'000'000);

}  // namespace negotiation::talks::equilibrium
