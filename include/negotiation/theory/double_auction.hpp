#pragma once

/// @file
/// Two sides who each know only their own limit and name a price at once. Compiled in the library
/// negotiation::negotiation (src/theory/double_auction.cpp).

namespace negotiation::theory {

/// @brief A sealed-bid double auction: buyer and seller name prices, and trade at
/// `buyers_weight` bid + (1 - `buyers_weight`) ask if the bid is no lower.
///
/// The buyer's value and the seller's cost are each uniform on [0, 1] and known to itself only. The
/// equilibrium in which both name linear prices; there are others, with k = 1/2 none better.
struct double_auction {
    double buyers_weight = 0.5;  ///< k @range{[0, 1]}: 1 is the buyer's offer, take it or leave it

    bool operator==(const double_auction&) const = default;
};

/// @brief What the buyer bids: (value + k (1 - k)/2)/(1 + k).
/// @param of    the auction
/// @param value the buyer's @range{[0, 1]}
/// @return a price
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{chatterjee1983, Chatterjee and Samuelson 1983\, Operations Research 31(5)}
/// @test tests/theory/double_auction.cpp "no other price does better against the linear one"
[[nodiscard]] double bid_of(const double_auction& of, double value);

/// @brief What the seller asks: cost/(2 - k) + (1 - k)/2.
/// @param of   the auction
/// @param cost the seller's @range{[0, 1]}
/// @return a price
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{chatterjee1983, Chatterjee and Samuelson 1983\, Operations Research 31(5)}
/// @test tests/theory/double_auction.cpp "no other price does better against the linear one"
[[nodiscard]] double ask_of(const double_auction& of, double cost);

/// @brief What comes of it, over all values and costs.
struct trading {
    double least_gap = 0;    ///< value - cost below which even the best-placed pair of the two,
                             ///< with a cost of 0, does not trade
    double probability = 0;  ///< of trade
    double gains = 0;        ///< expected, of both together
    double first_best = 0;   ///< the same, if all trades that pay took place: 1/6

    bool operator==(const trading&) const = default;

    /// @brief The part of the possible gains that is realised. @return a share
    [[nodiscard]] constexpr double efficiency() const noexcept { return gains / first_best; }
};

/// @brief How often they trade in the linear equilibrium, and what that is worth:
/// (1 + k)(2 - k)/8, and half of that.
///
/// With k = 1/2 they trade iff value exceeds cost by 1/4: the best that any way of bargaining can
/// do here (Myerson and Satterthwaite 1983). Deals that would suit both are missed because
/// each asks for more than its limit.
/// @param of the auction
/// @return the outcome
/// @throws std::invalid_argument a weight outside its range
/// @complexity{O(1)}; thread-safe
/// @source{chatterjee1983, Chatterjee and Samuelson 1983\, Operations Research 31(5)}
/// @source{myerson1983, Myerson and Satterthwaite 1983\, Journal of Economic Theory 29(2)}
/// @test tests/theory/double_auction.cpp "they trade with 9/32 and realise 27/32 of the gains"
[[nodiscard]] trading trade_in(const double_auction& of);

}  // namespace negotiation::theory
