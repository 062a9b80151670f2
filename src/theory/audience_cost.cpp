#include <cmath>

#include <negotiation/theory/audience_cost.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

namespace {

void check_contender(const contender& of) {
    require_positive("audience: the prize", of.prize);
    require_amount("audience: the cost rate", of.cost_rate);
}

/// (1 - r + r ln r)/(1 - r)^2 for r in [0, 1].
[[nodiscard]] double first_share(double r) {
    const double d = 1 - r;
    constexpr double close = 0.1;
    if (d > close) {
        return r > 0 ? (d + r * std::log(r)) / (d * d) : 1;
    }
    // the same as a series in d, without the cancellation
    double sum = 0;
    double power = 1;
    for (int n = 0; n < 20; ++n) {
        sum += power / ((n + 1) * (n + 2));
        power *= d;
    }
    return sum;
}

}  // namespace

double standing_firm(const contender& opponent, double time) {
    check_contender(opponent);
    require_amount("audience: the time", time);
    return 1 / (1 + opponent.cost_rate / opponent.prize * time);
}

double backing_down_first(const contender& side, const contender& opponent) {
    check_contender(side);
    check_contender(opponent);
    const double own = side.cost_rate / side.prize;
    const double other = opponent.cost_rate / opponent.prize;
    if (own <= 0 && other <= 0) {
        throw std::invalid_argument(
            "audience: one side's cost rate must be above 0; got 0 for both");
    }
    return own <= other ? first_share(own / other) : 1 - first_share(other / own);
}

}  // namespace negotiation::theory
