#pragma once

/// @file
/// What a party makes of an opponent model: how good a deal seems for the others, and where the
/// Nash deal seems to lie. Compiled in the library negotiation::negotiation
/// (src/talks/estimate.cpp).

#include <cstddef>
#include <span>
#include <vector>

#include <negotiation/talks/opponent_model.hpp>

namespace negotiation::talks {

/// @brief The sum of estimated terms at a deal.
/// @param terms of the others, as believed
/// @param sizes options of each issue @shape{issues}
/// @param deal  an option for every issue @shape{issues}
/// @return the sum, on the model's own scale
/// @complexity{O(terms)}; thread-safe
/// @test tests/talks/estimate.cpp "an estimate is read on its own scale"
[[nodiscard]] double estimated_sum(std::span<const utility_term> terms,
                                   const std::vector<option_id>& sizes,
                                   std::span<const option_id> deal);

/// @brief Bounds of the sums of estimated terms over the open options.
struct estimate_range {
    double least = 0;     ///< of every term its least
    double greatest = 0;  ///< of every term its greatest

    bool operator==(const estimate_range&) const = default;
};

/// @brief The range of an estimate: term by term, so that it is attained where every term is over
/// one issue and no constraint ties them.
/// @param terms of the others, as believed
/// @param t     whose belief it is
/// @return bounds on the model's own scale
/// @complexity{O(values of the terms)}; thread-safe
/// @test tests/talks/estimate.cpp "an estimate is read on its own scale"
[[nodiscard]] estimate_range range_of_estimate(std::span<const utility_term> terms, const turn& t);

/// @brief A deal as one believes in it.
struct estimated_deal {
    double own = 0;     ///< what it is worth to oneself @unit{utility}
    double others = 0;  ///< sum of the estimated terms, less what no deal is believed to be worth
    offer_id deal = no_offer;  ///< the deal; `no_offer` where there is none

    bool operator==(const estimated_deal&) const = default;
};

/// @brief The deal of the greatest product of gains under a model, among those that one would sign.
///
/// Exact where no more than 4,096 of one's deals are worth signing and deals are written down;
/// otherwise the best of 64 trade-offs, one a level of one's aspiration.
/// @param t     one's turn
/// @param terms of the others, as believed
/// @param floor what no deal is believed to be worth to them, on the scale of the terms
/// @return the deal; gains below 0 count as none
/// @throws std::invalid_argument a search would pass its budget
/// @complexity{O(deals * terms), at most 4,096 deals; or 64 searches}
/// @thread one run, one owner: searching may number deals
/// @source{nash1950, Nash 1950}
/// @test tests/talks/estimate.cpp "the Nash deal under a model is that of brute force"
[[nodiscard]] estimated_deal estimated_nash(const turn& t, const std::vector<utility_term>& terms,
                                            double floor);

}  // namespace negotiation::talks
