#pragma once

/// @file
/// Talks without a deadline: stationary subgame-perfect play over a finite set of deals. Compiled
/// in the library negotiation::negotiation (src/talks/equilibrium/stationary.cpp and
/// certify_stationary.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/certificate.hpp>
#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::talks::equilibrium {

/// @brief Play that depends on who offers only, never on when.
struct stationary_play {
    std::vector<choice> choices;     ///< by proposer
    std::vector<double> values;      ///< of a party offering, to each @shape{proposers, parties}
    std::vector<double> thresholds;  ///< the least that each accepts of it; -inf for whoever is not
                                     ///< asked @shape{proposers, parties}
    bool converged = true;           ///< it is an equilibrium: against what it is worth no move
                                     ///< is better; where who offers is drawn, whether one was
                                     ///< found

    bool operator==(const stationary_play&) const = default;
};

/// @brief Every stationary equilibrium in pure acceptance thresholds, as far as the search goes.
///
/// Where there are several none of them is privileged. A distant deadline does not choose one
/// either: where play tends to may depend on who has the last offer, however far away it is.
struct stationary_set {
    std::vector<stationary_play> found;  ///< from the best for the first party on; what only a
                                         ///< deadline led to comes last
    std::optional<std::uint64_t> count;  ///< how many there are under the tie rules of `solve`;
                                         ///< nothing where the deals were too many to try all
    std::vector<std::optional<std::size_t>>
        reached;  ///< by the party that has the last offer: which of `found` play with an ever more
                  ///< distant deadline tends to; nothing where it does not settle
    bool followed = true;          ///< play with an ever more distant deadline was followed until
                                   ///< it settled or was seen never to; false: with too many deals
                                   ///< somewhere nothing may mean that it was given up
    std::uint64_t iterations = 0;  ///< offers until then
};

/// @brief Refuses talks without a deadline that are not the same in every round: what no deal is
/// worth does not wane where deals do, so that the longer talks last the more it is worth beside
/// them.
/// @param no_deal what that is worth, by party @shape{parties}
/// @param rules   the game
/// @throws std::invalid_argument `discount_no_deal` is false, and no deal is worth something to a
/// party that minds waiting
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/stationary.cpp "no deal that does not wane is another game in
/// every round"
void check_stationary(const std::vector<double>& no_deal, const offer_game& rules);

/// @brief What talks are worth that go on for ever without a deal. With discounting an alternative
/// at hand is an outside option and no threat: that is worth 0. Where talks only break down, or
/// waiting costs nothing, it is what no deal is worth.
/// @param no_deal what that is worth, by party @shape{parties}
/// @param rules   the game; discounts and breakdown are looked at
/// @return what is left of no deal by the breakdown that ends the talks some time, by party
/// @throws std::invalid_argument discount factors that do not fit the parties
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/stationary_worth.cpp "to wait for ever is no deal, whatever it
/// costs"
[[nodiscard]] std::vector<double> worth_for_ever(const std::vector<double>& no_deal,
                                                 const offer_game& rules);

/// @brief What stationary play is worth: its moves followed to where they lead, exactly. Talks in
/// which everybody waits for ever come to no deal; where waiting costs nothing that is worth what
/// no deal is, else what is left of it by breakdown alone.
/// @param choices by proposer
/// @param deals   what they speak of
/// @param rules   the game; parties take turns unless it has `recognition`
/// @return of a party offering, to each @shape{proposers, parties}
/// @throws std::invalid_argument as `check_game`; another number of choices than of parties
/// @complexity{O(parties^2)}; thread-safe
/// @test tests/talks/equilibrium/stationary_worth.cpp "play is worth what its moves lead to"
[[nodiscard]] std::vector<double> worth_of(const std::vector<choice>& choices,
                                           const deal_set& deals, const offer_game& rules);

/// @brief Rubinstein's game over a finite set of deals: parties offer in turn for ever, answers
/// come at once, acceptance thresholds are a fixed point. On a pie that can be cut anywhere there
/// is one; over finitely many deals there may be several, and with more than two parties nothing
/// guarantees that there is any.
///
/// A fixed point is known by the deal that its first proposer makes others accept: every deal is
/// tried, and followed once round the table. With two parties, efficient deals and unanimity the
/// way round is one look-up a party.
///
/// Play with a distant deadline is followed offer by offer. Once somebody agrees or leaves it is
/// one of finitely many plays, so that it settles or goes round in circles; as long as all wait,
/// values tend to those of talks for ever at a steady rate, and the rounds in which nobody can have
/// another choice are passed at once.
/// @param deals what can be agreed on
/// @param rules the game; `offers`, `form`, `recognition` and what depends on the deadline are not
/// looked at
/// @param limit how many looks at a deal are affordable, about
/// @return the equilibria; where the limit is too low, those that a distant deadline leads to
/// @throws std::invalid_argument as `check_game` and `check_stationary`
/// @complexity{O(deals^2 * parties^2), with two parties and efficient deals O(deals log deals)};
/// thread-safe
/// @source{rubinstein1982, Rubinstein 1982\, Econometrica 50(1)}
/// @test tests/talks/equilibrium/stationary.cpp "every pair of thresholds is tried"
/// @test tests/talks/equilibrium/stationary.cpp "where a deadline leads depends on who speaks last"
/// @test tests/talks/equilibrium/stationary.cpp "losses that are put off for ever settle however
/// slowly"
[[nodiscard]] stationary_set solve_stationary(const deal_set& deals, const offer_game& rules,
                                              std::uint64_t limit = 1'000'000'000);

/// @brief The same where who offers is drawn (Baron and Ferejohn over finitely many deals): values
/// are iterated from those of a distant deadline, ever more rounds at once while nobody's move
/// changes, halved steps where they do not settle, then from single deals, those with the greatest
/// product of gains over no deal first; at last those who could do better change one after another,
/// to any of their best moves. Play is an equilibrium when no move is better against its own exact
/// values, `worth_of`: that values stand still says nothing where waiting costs nothing, and of
/// moves worth the same either will do.
///
/// There may be several. Where waiting costs nothing and all must agree, every efficient deal that
/// suits everybody is one. Where a proposer would have to choose at random whose votes it buys
/// there may be none among plays that choose: then none is found.
/// @param deals      what can be agreed on
/// @param rules      the game, with `recognition`
/// @param iterations at most
/// @return one play with its exact values, and what is accepted at those; not converged where none
/// was found that is an equilibrium: then of those seen the one nearest to its own best answer
/// @throws std::invalid_argument as `check_game` and `check_stationary`; nobody is drawn
/// @complexity{O(iterations * deals * parties^2)}; thread-safe
/// @source{baron1989, Baron and Ferejohn 1989\, American Political Science Review 83(4)}
/// @test tests/talks/equilibrium/stationary_worth.cpp "drawn proposers over a finely cut pie"
/// @test tests/talks/equilibrium/stationary.cpp "whose vote is bought may decide"
/// @test tests/talks/equilibrium/stationary_worth.cpp "to wait for ever is no deal, whatever it
/// costs"
[[nodiscard]] stationary_play solve_drawn(const deal_set& deals, const offer_game& rules,
                                          std::uint64_t iterations = 10'000);

/// @brief Checks stationary play against every other move: an offer, a departure, an answer turned
/// round, made once with play as described after it.
///
/// What comes next is taken from the moves alone, by `worth_of`; the residual says how far the
/// values given are from that. An offer that its own thresholds turn down counts as a wait.
///
/// A vote counts as wrong where whoever casts it would rather have the opposite come of it, whether
/// or not it decides: else everybody could accept anything because everybody else does (Baron and
/// Kalai 1993).
/// @param of     the play
/// @param solved the deals that it was solved over
/// @param all    deals to try, e.g. all that there are
/// @param rules  the game; parties take turns unless it has `recognition`
/// @return regret and residual over all states, one a proposer
/// @throws std::invalid_argument as `check_stationary`
/// @complexity{O(deals * parties^2 * cost of a vote)}; thread-safe
/// @test tests/talks/equilibrium/stationary.cpp "stationary play that strays has a regret"
/// @test tests/talks/equilibrium/stationary_worth.cpp "to wait for ever is no deal, whatever it
/// costs"
[[nodiscard]] certificate certify(const stationary_play& of, const deal_set& solved,
                                  const deal_set& all, const offer_game& rules);

}  // namespace negotiation::talks::equilibrium
