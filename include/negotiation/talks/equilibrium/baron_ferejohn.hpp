#pragma once

/// @file
/// Legislative bargaining over a pie: who offers is drawn, a quota decides. Compiled in the library
/// negotiation::negotiation (src/talks/equilibrium/baron_ferejohn.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/talks/equilibrium/certificate.hpp>

namespace negotiation::talks::equilibrium {

/// @brief The division of a pie of size 1 under a closed rule: a party is drawn, proposes, and the
/// proposal stands if `quota` of them vote for it, its own vote included; else another is drawn, a
/// period later.
struct legislature {
    std::vector<double> recognition;  ///< probability of being drawn, by party; sums to 1
    std::vector<double> discount;     ///< what is left a period later, by party @range{[0, 1)}
    std::size_t quota = 1;            ///< votes that carry a proposal @range{[1, parties]}

    bool operator==(const legislature&) const = default;
};

/// @brief The stationary equilibrium of a legislature.
struct legislative_bargain {
    std::vector<double> values;  ///< by party, before anybody is drawn
    std::vector<double> prices;  ///< what a party's vote costs: its value a period later
    std::vector<double> keeps;   ///< what a party keeps when it proposes
    std::vector<double> bought;  ///< probability that another's proposal buys its vote
    certificate proof;           ///< residual of values and of the count of votes bought
};

/// @brief The stationary subgame-perfect equilibrium of Baron and Ferejohn, with unequal
/// recognition and unequal patience. Its values are unique; among votes of the same price those to
/// be bought are drawn.
///
/// Whoever proposes buys the cheapest votes. Prices are a fixed point in two numbers, the cost of
/// the cheapest coalition and the price of the dearest vote in it, each of them found by bisection:
/// the one falls in the other.
/// @param of recognition, patience and quota
/// @return values, prices, what proposers keep
/// @throws std::invalid_argument no party, numbers out of range, or lists of unequal length
/// @complexity{O(parties log parties) times the bits of two doubles}; thread-safe
/// @source{baron1989, Baron and Ferejohn 1989\, American Political Science Review 83(4)}
/// @source{eraslan2002, Eraslan 2002\, Journal of Economic Theory 103(1)} (uniqueness)
/// @test tests/talks/equilibrium/baron_ferejohn.cpp "unequal legislatures meet their own
/// conditions"
[[nodiscard]] legislative_bargain solve(const legislature& of);

/// @brief What a proposer keeps where all are alike: 1 - (quota - 1) discount / parties.
/// @param parties  how many @range{[1, inf)}
/// @param quota    votes that carry a proposal @range{[1, parties]}
/// @param discount what is left a period later @range{[0, 1]}
/// @return its share; each vote costs discount / parties
/// @throws std::invalid_argument a number out of range
/// @complexity{O(1)}; thread-safe
/// @source{baron1989, Baron and Ferejohn 1989\, American Political Science Review 83(4)}
/// @test tests/talks/equilibrium/baron_ferejohn.cpp "equal legislatures have a closed form"
[[nodiscard]] double proposer_share(std::size_t parties, std::size_t quota, double discount);

}  // namespace negotiation::talks::equilibrium
