#include <algorithm>
#include <cmath>
#include <limits>

#include <negotiation/survival/hazard.hpp>

namespace negotiation::survival {

double response_of(const spoiler& of, const outcome_space& space, const outcome& deal) {
    const double value = value_of(of.utility.scale, sum_of(of.utility, space.sizes, deal));
    if (of.noise <= 0) {
        return value < of.reservation ? of.slope : 0;
    }
    return of.slope / (1 + std::exp((value - of.reservation) / of.noise));
}

double level_of(const hazard& of, const outcome_space& space, const outcome& deal,
                bool with_terms) {
    double level = of.value;
    if (of.answers_to) {
        level += response_of(*of.answers_to, space, deal);
    }
    for (const term& one : of.terms) {
        level += with_terms && all_hold(one.given, deal) ? one.add : 0;
    }
    level = std::max(level, 0.0);
    // one below 1, so that the rate stays finite
    return of.stated == measure::probability
               ? std::min(level, 1 - std::numeric_limits<double>::epsilon())
               : level;
}

double daily_rate(const hazard& of, double level) {
    const double rate = of.stated == measure::probability ? -std::log1p(-level) : level;
    return rate / of.period;
}

}  // namespace negotiation::survival
