#include <cmath>

#include <negotiation/sequence/updating.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

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
