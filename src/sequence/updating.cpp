#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/updating.hpp>

#include "sequence/argument.hpp"

namespace negotiation::sequence {

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

double log_odds_gained(double defection) {
    require_probability("updating: the chance of defection", defection);
    return defection > 0 ? -std::log1p(-defection) : 0;
}

std::optional<std::size_t> honoured_steps_needed(double from, double to, double defection) {
    require_amount("updating: the odds before", from);
    require_amount("updating: the odds after", to);
    const double gained = log_odds_gained(defection);
    if (to <= from) {
        return 0;
    }
    if (from <= 0 || gained <= 0) {
        return std::nullopt;
    }
    return std::isinf(gained) ? 1 : least_count((std::log(to) - std::log(from)) / gained);
}

}  // namespace negotiation::sequence
