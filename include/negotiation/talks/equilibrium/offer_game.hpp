#pragma once

/// @file
/// A game of offers and answers with a deadline. Compiled in the library negotiation::negotiation
/// (src/talks/equilibrium/offer_game.cpp).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks::equilibrium {

/// @brief How an offer is answered.
enum class answering {
    at_once,  ///< everybody else says yes or no before anybody offers again (Stahl, Rubinstein,
              ///< Baron and Ferejohn)
    in_turn,  ///< one party a turn: it accepts, or refuses by making the next offer itself (stacked
              ///< alternating offers)
    by_vote   ///< everybody else votes before anybody offers again, and nobody leaves over a vote;
              ///< whoever is to offer says something, or leaves (random recognition)
};

/// @brief A game of perfect information over a set of deals. Parties act in a fixed order, or
/// whoever offers is drawn. An offer that enough of them accept ends it; no agreement by the last
/// offer pays everybody its reservation value.
///
/// Utilities are those of a deal at the time at which it is made; a period later it is worth
/// `discount` of that. At a party's own turn, and after an offer that failed unless it was voted
/// on, it may walk away.
///
/// How this matches stacked alternating offers (`answering::in_turn`): a round of n parties is n
/// turns, N rounds are nN of them. Who refuses offers next, so it accepts what is worth no less
/// than offering at its own turn. An offer is agreed when the last party that has to answer does,
/// and pays by the round of that answer; discounting and breakdown fall between rounds, not between
/// turns. An offer made so late that not all can answer it is worth nothing; the last party of the
/// last round still answers. With two parties the offers that count are 2N - 1. Under a quota
/// those that follow the proposer at the table are asked until the quota is met, since a refusal
/// wipes out what was accepted before.
struct offer_game {
    std::int64_t offers = 1;              ///< at most; where answers take turns, the turns
                                          ///< @range{[1, 2^32)}
    answering form = answering::at_once;  ///< how offers are answered
    std::vector<double> discount;         ///< what is left of a utility a period later, by party;
                                          ///< empty: all of it @range{(0, 1]}
    std::int64_t offers_per_period = 1;   ///< a period ends after every so many @range{[1, inf)}
    double breakdown = 0;                 ///< probability, after each period but the last, that the
                                          ///< talks end @range{[0, 1)}
    std::vector<double> recognition;      ///< probability that a party makes the offer; empty:
                                          ///< parties take turns. Not where answers do
    voting_rule agreement;                ///< who has to accept
    bool may_walk_away = true;            ///< no deal is at hand at every turn, not at the end only
    bool discount_no_deal = true;         ///< the reservation value loses by waiting too
    bool deadline_costs = true;           ///< no agreement is paid a period after the last offer
    std::int64_t elapsed = 0;             ///< periods that are over before the first offer: matters
                                          ///< only where no deal is not discounted
};

/// @brief Refuses a game that does not make sense.
/// @param rules   the game
/// @param parties how many play
/// @throws std::invalid_argument no party or more than `maximum_parties`, or a number out of range:
/// the message says which
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "games that make no sense are refused"
void check_game(const offer_game& rules, std::size_t parties);

/// @brief The game that the parties of a protocol play when they talk directly and know one
/// another's preferences: no leak, no mediator.
/// @param rules   the protocol
/// @param parties how many play
/// @return the game, with answers in turn
/// @throws std::invalid_argument as `check_game`
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "a round costs what the protocol says"
[[nodiscard]] offer_game game_of(const alternating_offers& rules, std::size_t parties);

/// @brief The same of a protocol by which whoever offers is drawn: one offer a round, voted on.
/// @param rules   the protocol
/// @param parties how many play
/// @return the game, its probabilities of recognition those of the weights
/// @throws std::invalid_argument as `check_game`; weights that do not fit the parties
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "a round costs what the protocol says"
[[nodiscard]] offer_game game_of(const random_recognition& rules, std::size_t parties);

/// @brief Reads discount factors: one, or one a party with strokes between them.
/// @param text e.g. `0.95` or `0.9/0.8`
/// @return factors, unchecked but for being numbers
/// @throws std::invalid_argument something is no number
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "discounts are read for one and for all"
[[nodiscard]] std::vector<double> parse_discounts(const std::string& text);

/// @brief The game with a single discount factor spread over all parties.
/// @param rules   the game
/// @param parties how many play
/// @return the same where there is a factor for each already
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "discounts are read for one and for all"
[[nodiscard]] offer_game for_parties(offer_game rules, std::size_t parties);

/// @brief How many of those who follow a proposer have to accept where answers take turns.
/// @param rules    the game
/// @param proposer who offers @range{[0, parties)}
/// @param parties  how many play
/// @return the first so many after it; 0 where its own vote is enough
/// @complexity{O(parties^2)}; thread-safe
/// @test tests/talks/equilibrium/offer_game.cpp "a quota needs the next few only"
[[nodiscard]] std::size_t answers_needed(const offer_game& rules, std::size_t proposer,
                                         std::size_t parties);

}  // namespace negotiation::talks::equilibrium
