#pragma once

/// @file
/// Offers to somebody whose reservation price is not known. Compiled in the library
/// negotiation::negotiation (src/talks/equilibrium/screening.cpp).

#include <cstdint>
#include <vector>

#include <negotiation/talks/equilibrium/certificate.hpp>

namespace negotiation::talks::equilibrium {

/// @brief One side makes all offers, the other knows its own type and says yes or no.
///
/// Told as a sale: the seller does not know what the thing is worth to the buyer. It reads as well
/// as a demand on a side whose resolve is unknown.
struct screening {
    std::vector<double> types;     ///< what the thing is worth to the buyer, rising
                                   ///< @range{(0, inf)}
    std::vector<double> prior;     ///< probability of each; sums to 1 @range{(0, 1]}
    std::int64_t periods = 2;      ///< offers at most @range{[1, 1000]}
    double seller_discount = 0.9;  ///< what is left a period later @range{(0, 1]}
    double buyer_discount = 0.9;   ///< likewise @range{(0, 1]}

    bool operator==(const screening&) const = default;
};

/// @brief One period of the play that the equilibrium predicts, as long as all offers are refused.
struct screening_offer {
    double price = 0;             ///< asked
    std::vector<double> accepts;  ///< by type: probability that it accepts, if it is still there
    std::vector<double> limits;   ///< by type: the highest price that it accepts for sure, now
    std::vector<double> belief;   ///< by type: the seller's before the offer
    double sold = 0;              ///< probability, from the start, that it sells now
};

/// @brief The equilibrium of a screening game.
struct screening_play {
    double profit = 0;                    ///< of the seller, at the start
    std::vector<screening_offer> offers;  ///< in order, until everything is sold or time is up
    std::vector<double> gains;            ///< of each type of buyer, at the start
    certificate proof;                    ///< regret: what the seller could gain by another price,
                                          ///< or a type by another answer, along the play
};

/// @brief The perfect Bayesian equilibrium by backward induction over cut-off types: whoever values
/// the thing more accepts no later, so that what is left is always the lower part of the types, and
/// the state is how much of it is left.
///
/// Between two types the marginal one accepts with a probability that leaves the seller willing to
/// ask the higher price later. Where several prices are as good, the highest is asked, as just
/// above that state.
/// @param of types, prior, patience, deadline
/// @return prices, acceptances, profit
/// @throws std::invalid_argument a number out of range, types that do not rise, lists of unequal
/// length, or a prior that does not sum to 1
/// @complexity{O(periods^2 types^2 log(periods types))}; thread-safe
/// @source{fudenberg1983, Fudenberg and Tirole 1983\, Review of Economic Studies 50(2)} (two
/// types\, two periods)
/// @source{fudenberg1985, Fudenberg\, Levine and Tirole 1985} (cut-off types)
/// @test tests/talks/equilibrium/screening.cpp "two types in two periods"
[[nodiscard]] screening_play solve(const screening& of);

}  // namespace negotiation::talks::equilibrium
