#include <cmath>

#include <negotiation/theory/back_channel.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

double public_value(const back_channel& of) {
    require_amount("back channel: the worth of success", of.success);
    require_probability("back channel: the chance in public", of.public_chance);
    require_probability("back channel: the chance in secret", of.secret_chance);
    require_amount("back channel: the audience cost", of.audience_cost);
    require_amount("back channel: the cost of exposure", of.exposure_cost);
    require_positive("back channel: the duration", of.duration);
    return of.public_chance * of.success - (1 - of.public_chance) * of.audience_cost;
}

double secret_value(const back_channel& of, double leak_rate) {
    const double exposed = public_value(of) - of.exposure_cost;
    require_amount("back channel: the leak rate", leak_rate);
    const double unknown = std::exp(-leak_rate * of.duration);
    return unknown * of.secret_chance * of.success + (1 - unknown) * exposed;
}

std::optional<double> greatest_leak_rate(const back_channel& of) {
    const double advantage = of.secret_chance * of.success - public_value(of);
    if (advantage <= 0) {
        return 0;
    }
    if (of.exposure_cost <= 0) {
        return std::nullopt;
    }
    // not log1p(advantage/b): the quotient may be too large
    return (std::log(advantage + of.exposure_cost) - std::log(of.exposure_cost)) / of.duration;
}

}  // namespace negotiation::theory
