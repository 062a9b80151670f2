#include <negotiation/theory/double_auction.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

double bid_of(const double_auction& of, double value) {
    const double k = of.buyers_weight;
    require_probability("double auction: the buyer's weight", k);
    require_probability("double auction: the buyer's value", value);
    return (value + k * (1 - k) / 2) / (1 + k);
}

double ask_of(const double_auction& of, double cost) {
    const double k = of.buyers_weight;
    require_probability("double auction: the buyer's weight", k);
    require_probability("double auction: the seller's cost", cost);
    return cost / (2 - k) + (1 - k) / 2;
}

trading trade_in(const double_auction& of) {
    const double k = of.buyers_weight;
    require_probability("double auction: the buyer's weight", k);
    // bid >= ask is a triangle of costs and values with corners (0, (1 - k)/2), (0, 1) and
    // (1 - k/2, 1); its centre of gravity lies 1/2 above the diagonal whatever k is
    const double probability = (1 + k) * (2 - k) / 8;
    return {(1 - k) / 2, probability, probability / 2, 1.0 / 6};
}

}  // namespace negotiation::theory
