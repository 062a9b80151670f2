#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/survival/terror.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

namespace {

[[nodiscard]] double odds_of(double p) { return p / (1 - p); }

void require_open_belief(const char* what, double p) {
    if (!(p >= 0 && p < 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 1); got {}", what, p));
    }
}

}  // namespace

double trust_after_attack(double trust, double suppression) {
    require_share("trust_after_attack: the trust", trust);
    require_share("trust_after_attack: the suppression", suppression);
    const double let_through = trust * (1 - suppression);
    if (let_through + (1 - trust) <= 0) {
        throw std::invalid_argument(
            "trust_after_attack: trust and suppression must not both be 1: no attack is possible");
    }
    return let_through / (let_through + (1 - trust));
}

std::optional<double> greatest_suppression(double trust, double required) {
    require_open_belief("greatest_suppression: the trust", trust);
    require_open_belief("greatest_suppression: the trust required", required);
    if (trust < required) {
        return std::nullopt;
    }
    return trust > 0 ? 1 - odds_of(required) / odds_of(trust) : 1;
}

std::optional<std::size_t> attacks_outlived(double trust, double suppression, double required) {
    require_open_belief("attacks_outlived: the trust", trust);
    require_share("attacks_outlived: the suppression", suppression);
    require_open_belief("attacks_outlived: the trust required", required);
    require_positive("attacks_outlived: the trust required", required);
    if (trust < required) {
        return 0;
    }
    if (suppression <= 0) {
        return std::nullopt;
    }
    if (suppression >= 1) {
        return 0;
    }
    constexpr double rounding = 1e-12;  // a whole number is not missed by a trifle
    constexpr double most = 1e18;
    const double count = std::log(odds_of(required) / odds_of(trust)) / std::log1p(-suppression);
    if (!(count < most)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::floor(count * (1 + rounding)));
}

}  // namespace negotiation::survival
