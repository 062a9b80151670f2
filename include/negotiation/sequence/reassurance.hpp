#pragma once

/// @file
/// Trust in one round, and a first small round that shows who can be trusted. Compiled in the
/// library negotiation::negotiation (src/sequence/reassurance.cpp).

#include <optional>

#include <negotiation/model/assurance_game.hpp>

namespace negotiation::sequence {

using negotiation::assurance_game;
using negotiation::assurance_threshold;

/// @brief What a whole exchange is worth to a party of either type, measured from both defecting; a
/// round of a share of it is worth that share.
struct reassurance_terms {
    double exploit = 0;  ///< t: to a trustworthy party that defects alone; 1: what both
                         ///< cooperating gives it @unit{utility} @range{(-inf, 1)}
    double loss = 1;     ///< l: of a trustworthy party that cooperates alone
                         ///< @unit{utility} @range{[0, 1e100]}
    double untrustworthy_reward = 1;   ///< r_u: to an untrustworthy one where both cooperate
                                       ///< @unit{utility} @range{(-inf, untrustworthy_exploit)}
    double untrustworthy_exploit = 2;  ///< t_u: to one that defects alone
                                       ///< @unit{utility} @range{(0, inf)}
    double untrustworthy_loss = 1;     ///< l_u: of one that cooperates alone
                                       ///< @unit{utility} @range{[0, 1e100]}

    bool operator==(const reassurance_terms&) const = default;
};

/// @brief Sizes of a first round, as shares of the whole.
struct round_sizes {
    double least = 0;  ///< less, and the untrustworthy would cooperate to be trusted with the rest
    double most = 1;   ///< more, and the trustworthy would not dare

    bool operator==(const round_sizes&) const = default;
};

/// @brief Sizes of a first round in which trustworthy parties cooperate and untrustworthy ones do
/// not; the rest follows only where both have cooperated.
///
/// Kydd-type reassurance: the first round is worth betraying to whoever would betray, and a risk
/// that the others can bear. Not his parametrisation, which has power and first strikes.
/// @param of     the terms
/// @param belief that the other is trustworthy @range{[0, 1]}
/// @return sizes from least to most, in (0, 1]; nothing where there are none
/// @throws std::invalid_argument a belief or terms outside their ranges
/// @complexity{O(1)}; thread-safe
/// @source{kydd2005, Kydd 2005\, Trust and Mistrust in International Relations}
/// @test tests/sequence/reassurance.cpp "a first small round reassures from a belief of a fifth on"
[[nodiscard]] std::optional<round_sizes> first_round(const reassurance_terms& of, double belief);

/// @brief Sizes of a first round that suit two parties of different beliefs.
/// @param of     the terms, the same for both
/// @param first  what the first believes of the second @range{[0, 1]}
/// @param second what the second believes of the first @range{[0, 1]}
/// @return the sizes that suit both; nothing where there are none
/// @throws std::invalid_argument a belief or terms outside their ranges
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/reassurance.cpp "a first round has to suit both"
[[nodiscard]] std::optional<round_sizes> first_round(const reassurance_terms& of, double first,
                                                     double second);

/// @brief The least belief at which some first round reassures: odds of (t_u l - l_u) / (2 t_u -
/// r_u
/// - t_u t).
/// @param of the terms
/// @return a probability; 0 where every belief above 0 is enough
/// @throws std::invalid_argument terms outside their ranges
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/reassurance.cpp "a first small round reassures from a belief of a fifth on"
[[nodiscard]] double reassurance_threshold(const reassurance_terms& of);

}  // namespace negotiation::sequence
