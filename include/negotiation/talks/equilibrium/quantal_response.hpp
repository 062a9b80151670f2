#pragma once

/// @file
/// Negotiators who err. Compiled in the library negotiation::negotiation
/// (src/talks/equilibrium/quantal_response.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::talks::equilibrium {

/// @brief What noisy negotiators do at the first offer, and what the talks come to.
struct noisy_play {
    std::size_t parties = 0;          ///< at the table
    std::vector<double> start;        ///< value of the talks to each party, before they begin
    std::vector<double> log_chances;  ///< of each deal to be the first offer, natural logarithm;
                                      ///< where who offers is drawn, the first party's
                                      ///< @shape{deals}
    std::vector<double> acceptance;   ///< probability that such an offer is accepted by all
                                      ///< @shape{deals}
    double walks_away = 0;            ///< probability that the first to offer leaves instead
    std::vector<double> agreed_by;    ///< probability of agreement, by offer @shape{offers}
    double agreement = 0;             ///< probability that there is agreement at all
    double residual = 0;    ///< the most that chances of the moves of a turn miss 1 in all
    bool converged = true;  ///< that is no more than rounding, 1e-9 at most: nothing is iterated
};

/// @brief The agent quantal response equilibrium of a game of offers answered at once under
/// unanimity: at every turn a move is chosen with probability proportional to exp(lambda * what it
/// is worth), where what follows is as noisy. Only differences from the best move count, and means
/// stay within what they are taken over, so that no lambda is too great; moves whose worth differs
/// by no more than `deal_set::rounding` are as likely. One pass from the deadline back; no fixed
/// point is needed, since nobody moves twice in a turn and everybody sees all moves.
///
/// Those who answer do so one after another in the order of the table, from the one behind the
/// proposer on; the first no ends it. At lambda 0 every move is as likely as every other; as lambda
/// grows play between two parties tends to `solve` wherever that has no ties and nobody would
/// rather say nothing. With more parties it need not: in `solve` anybody but the proposer may leave
/// after an offer that failed, here only whoever is answering, so threats of those not yet asked do
/// not count.
/// @param deals  what can be offered; the more deals, the more ways to err, so over the efficient
/// deals only it is the noise of negotiators who never waste anything
/// @param rules  the game @range{at once, unanimity}
/// @param lambda precision @range{[0, inf)}
/// @return first offer, value, chances of agreement
/// @throws std::invalid_argument as `check_game`; answers in turn or a rule other than unanimity;
/// no deals; a lambda that is no number in its range
/// @complexity{O(offers * deals * parties^2)}; thread-safe
/// @source{mckelvey1998, McKelvey and Palfrey 1998\, Experimental Economics 1(1)}
/// @test tests/talks/equilibrium/quantal_response.cpp "a small game by enumeration"
/// @test tests/talks/equilibrium/quantal_response.cpp "between two parties ever more precision is
/// subgame-perfect"
/// @test tests/talks/equilibrium/quantal_response.cpp "of three parties only the one that answers
/// may leave"
/// @test tests/talks/equilibrium/quantal_response.cpp "no precision is too great"
[[nodiscard]] noisy_play quantal_response(const deal_set& deals, const offer_game& rules,
                                          double lambda);

/// @brief The logarithms of two probabilities of first offers that count as the same differ by no
/// more.
inline constexpr double as_likely = 1e-6;

/// @brief The likeliest first offer. Where a refusal costs nothing, offers that are made to be
/// refused may be as likely as the one that is accepted, since they lead to the same.
struct likely_offer {
    std::optional<std::uint32_t> deal;  ///< of the deal set; nothing where nothing can be offered
    std::size_t as_likely = 0;          ///< deals that are as likely to be offered, it included
    double chance = 0;                  ///< that it is offered

    bool operator==(const likely_offer&) const = default;
};

/// @brief The likeliest first offer of noisy play.
/// @param of the play
/// @return of deals that are as likely to within `as_likely` the one most likely to be accepted,
/// then the first in enumeration order
/// @complexity{O(deals)}; thread-safe
/// @test tests/talks/equilibrium/quantal_response.cpp "offers made to be refused are told apart"
[[nodiscard]] likely_offer likeliest_offer(const noisy_play& of);

}  // namespace negotiation::talks::equilibrium
