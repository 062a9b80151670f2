#include <negotiation/theory/confidential_mediation.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

namespace {

/// The two numbers that decide.
struct ratios {
    double lambda = 0;
    double gamma = 0;
};

[[nodiscard]] ratios ratios_of(const dispute& of) {
    const double gamma = benefit_of_strength(of);
    if (gamma < 1) {
        throw std::invalid_argument(fmt::format(
            "dispute: gamma = (p theta - 1/2)/(1/2 - theta/2) must be at least 1, where the closed "
            "form holds; got {} (victory {}, left over {})",
            gamma, of.victory, of.left_over));
    }
    return {of.strong / (1 - of.strong), gamma};
}

/// Where strength is rare, with or without a mediator: two strong sides always fight.
[[nodiscard]] peace_chances where_rare(const ratios& r) {
    return {1, 1 / (1 + r.gamma - 2 * r.lambda), 0};
}

}  // namespace

double benefit_of_strength(const dispute& of) {
    if (!(of.strong >= 0 && of.strong < 1)) {
        throw std::invalid_argument(fmt::format(
            "dispute: the probability of strength must lie in [0, 1); got {}", of.strong));
    }
    if (!(of.victory > 0.5 && of.victory <= 1)) {
        throw std::invalid_argument(fmt::format(
            "dispute: the probability of victory must lie in (1/2, 1]; got {}", of.victory));
    }
    if (!(of.left_over >= 0 && of.left_over < 1)) {
        throw std::invalid_argument(
            fmt::format("dispute: what war leaves must lie in [0, 1); got {}", of.left_over));
    }
    return (of.victory * of.left_over - 0.5) / (0.5 - of.left_over / 2);
}

peace_chances best_mediated(const dispute& of) {
    const ratios r = ratios_of(of);
    if (r.lambda >= r.gamma) {
        return {};
    }
    if (r.lambda <= r.gamma / 2) {
        return where_rare(r);
    }
    return {1, 1, (2 * r.lambda - r.gamma) / (r.lambda * (r.gamma + 1 - r.lambda))};
}

peace_chances best_unmediated(const dispute& of) {
    const ratios r = ratios_of(of);
    if (r.lambda >= r.gamma) {
        return {};
    }
    if (r.lambda <= r.gamma / 2) {
        return where_rare(r);
    }
    return {1, 1, (2 * r.lambda - r.gamma) / (r.lambda * (r.gamma + 2))};
}

double chance_of_peace(const peace_chances& chances, double strong) {
    for (const double chance : {chances.weak_weak, chances.strong_weak, chances.strong_strong}) {
        require_probability("dispute: a chance of peace", chance);
    }
    require_probability("dispute: the probability of strength", strong);
    const double weak = 1 - strong;
    return weak * weak * chances.weak_weak + 2 * weak * strong * chances.strong_weak +
           strong * strong * chances.strong_strong;
}

}  // namespace negotiation::theory
