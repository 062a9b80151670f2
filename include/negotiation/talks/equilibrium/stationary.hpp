#pragma once

/// @file
/// Talks without a deadline: stationary subgame-perfect play over a finite set of deals. Compiled
/// in the library negotiation::negotiation (src/talks/equilibrium/stationary.cpp).

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
    certificate proof;               ///< regret over all deals

    bool operator==(const stationary_play&) const = default;
};

/// @brief Every stationary equilibrium in pure acceptance thresholds, as far as the search goes.
struct stationary_set {
    std::vector<stationary_play> found;  ///< from the best for the first party on; at most
                                         ///< `maximum_reported` of them, the first and the last
                                         ///< among them
    std::optional<std::uint64_t> count;  ///< how many there are; nothing where the deals were too
                                         ///< many to try all
    std::optional<std::size_t> reached;  ///< which of `found` play with a distant deadline tends to
    std::uint64_t iterations = 0;        ///< offers until it did, or until the search was given up
};

/// @brief The most equilibria that are told.
inline constexpr std::size_t maximum_reported = 16;

/// @brief Rubinstein's game over a finite set of deals: parties offer in turn for ever, answers
/// come at once, acceptance thresholds are a fixed point. On a pie that can be cut anywhere there
/// is one; over finitely many deals there may be several, and with more than two parties nothing
/// guarantees that there is any.
///
/// A fixed point is known by the deal that its first proposer makes others accept: every deal is
/// tried, and followed once round the table. With two parties, efficient deals and unanimity the
/// way round is one look-up a party.
/// @param deals what can be agreed on
/// @param rules the game; `offers`, `form`, `recognition` and what depends on the deadline are not
/// looked at
/// @param limit how many looks at a deal are affordable
/// @return the equilibria, or as many as the limit allowed
/// @throws std::invalid_argument as `check_game`
/// @complexity{O(deals^2 * parties^2), with two parties and efficient deals O(deals log deals)};
/// thread-safe
/// @source{rubinstein1982, Rubinstein 1982\, Econometrica 50(1)}
/// @test tests/talks/equilibrium/stationary.cpp "every pair of thresholds is tried"
[[nodiscard]] stationary_set solve_stationary(const deal_set& deals, const offer_game& rules,
                                              std::uint64_t limit = 1'000'000'000);

/// @brief The same where who offers is drawn (Baron and Ferejohn over finitely many deals): values
/// are iterated from those of a distant deadline, halved steps where they do not settle.
/// @param deals      what can be agreed on
/// @param rules      the game, with `recognition`
/// @param iterations at most
/// @return one play, with its residual; not converged where pure thresholds have no fixed point
/// near, since equilibria may need votes bought at random
/// @throws std::invalid_argument as `check_game`; nobody is drawn
/// @complexity{O(iterations * deals * parties^2)}; thread-safe
/// @source{baron1989, Baron and Ferejohn 1989\, American Political Science Review 83(4)}
/// @test tests/talks/equilibrium/stationary.cpp "drawn proposers over a finely cut pie"
[[nodiscard]] stationary_play solve_drawn(const deal_set& deals, const offer_game& rules,
                                          std::uint64_t iterations = 10'000);

}  // namespace negotiation::talks::equilibrium
