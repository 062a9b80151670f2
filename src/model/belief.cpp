#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/belief.hpp>

#include "model/argument.hpp"

namespace negotiation {

double updated(double belief, const likelihoods& of) {
    require_probability("updating: the belief", belief);
    require_probability("updating: a likelihood", of.trustworthy);
    require_probability("updating: a likelihood", of.untrustworthy);
    const double trusted = belief * of.trustworthy;
    const double all = trusted + (1 - belief) * of.untrustworthy;
    if (all <= 0) {
        throw std::invalid_argument(fmt::format(
            "updating: with likelihoods {} and {} nothing can have happened at a belief "
            "of {}",
            of.trustworthy, of.untrustworthy, belief));
    }
    return trusted / all;
}

double log_odds_of(double belief) {
    require_probability("updating: the belief", belief);
    return std::log(belief) - std::log1p(-belief);
}

double belief_of(double log_odds) {
    if (std::isnan(log_odds)) {
        throw std::invalid_argument("updating: log-odds must be a number");
    }
    return 1 / (1 + std::exp(-log_odds));
}

}  // namespace negotiation
