#include <algorithm>
#include <cmath>

#include <negotiation/survival/spoiler_response.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

namespace {

void check_stance(const spoiler_stance& of) {
    require_not_negative("spoiler_stance: the base", of.base);
    require_not_negative("spoiler_stance: the slope", of.slope);
    require_payoff("spoiler_stance: the value", of.value);
    require_payoff("spoiler_stance: the reservation value", of.reservation);
    require_not_negative("spoiler_stance: the noise", of.noise);
}

}  // namespace

std::optional<spoiler_stance> stance_of(const hazard& of, const outcome_space& space,
                                        const outcome& deal) {
    if (!of.answers_to) {
        return std::nullopt;
    }
    const spoiler& who = *of.answers_to;
    const double value = value_of(who.utility.scale, sum_of(who.utility, space.sizes, deal));
    const double response = response_of(who, space, deal);
    return spoiler_stance{std::max(0.0, level_of(of, space, deal) - response), who.slope, value,
                          who.reservation, who.noise};
}

double hazard_of(const spoiler_stance& of) {
    check_stance(of);
    if (of.noise <= 0) {
        return of.base + (of.value < of.reservation ? of.slope : 0);
    }
    return of.base + of.slope / (1 + std::exp((of.value - of.reservation) / of.noise));
}

std::optional<double> least_side_payment(const spoiler_stance& of, double target) {
    require_not_negative("least_side_payment: the target", target);
    if (hazard_of(of) <= target) {
        return 0;
    }
    const double left = target - of.base;
    if (left < 0 || (of.noise > 0 && left <= 0)) {
        return std::nullopt;
    }
    const double wanted =
        of.reservation + (of.noise > 0 ? of.noise * std::log(of.slope / left - 1) : 0);
    return std::max(0.0, wanted - of.value);
}

std::optional<double> least_damage(const spoiler_stance& of, double target, double probability) {
    require_share("least_damage: the probability", probability);
    const auto shift = least_side_payment(of, target);
    if (!shift || *shift <= 0) {
        return shift;
    }
    return probability > 0 ? std::optional(*shift / probability) : std::nullopt;
}

double least_disabled(const spoiler_stance& of, double target) {
    require_not_negative("least_disabled: the target", target);
    const double hazard = hazard_of(of);
    return hazard <= target ? 0 : 1 - target / hazard;
}

}  // namespace negotiation::survival
