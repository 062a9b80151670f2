#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/compliance/good_faith.hpp>
#include <negotiation/model/belief.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

void require_above_none(const char* name, double x) {
    require_amount(name, x);
    if (x <= 0) {
        throw std::invalid_argument(fmt::format("{} must be above 0; got {}", name, x));
    }
}

void check_concession(const concession& of) {
    require_payoff("good faith: a first offer", of.from);
    require_payoff("good faith: a last offer", of.to);
    require_above_none("good faith: the exponent of a concession", of.exponent);
    require_amount("good faith: a prior", of.prior);
}

[[nodiscard]] double offered(const concession& of, double time) {
    return of.from + (of.to - of.from) * std::pow(time, 1 / of.exponent);
}

/// Half the square of a distance in standard deviations: what it takes from a log-likelihood.
[[nodiscard]] double penalty(double distance, double noise) {
    const double deviations = distance / noise;
    return 0.5 * deviations * deviations;
}

/// Log-likelihoods less the greatest, those of types that are impossible aside.
[[nodiscard]] std::vector<double> log_posteriors(std::span<const offer_received> offers,
                                                 std::span<const concession> types, double noise) {
    std::vector<double> all;
    for (const concession& type : types) {
        double sum = type.prior > 0 ? std::log(type.prior) : impossible;
        for (const offer_received& one : offers) {
            sum -= penalty(one.value - offered(type, one.time), noise);
        }
        all.push_back(sum);
    }
    return all;
}

}  // namespace

double value_offered(const concession& of, double time) {
    check_concession(of);
    require_probability("good faith: the time of an offer", time);
    return offered(of, time);
}

std::vector<concession> usual_concessions(double first, double agreeable, double stalling) {
    require_payoff("good faith: the first offer", first);
    require_payoff("good faith: an agreeable offer", agreeable);
    require_probability("good faith: the prior of stalling", stalling);
    const double each = (1 - stalling) / 3;
    return {{first, agreeable, 0.2, false, each},
            {first, agreeable, 1, false, each},
            {first, agreeable, 5, false, each},
            {first, first, 1, true, stalling}};
}

good_faith judged(std::span<const offer_received> offers, std::span<const concession> types,
                  double noise) {
    require_above_none("good faith: the noise", noise);
    for (const concession& type : types) {
        check_concession(type);
    }
    for (const offer_received& one : offers) {
        require_probability("good faith: the time of an offer", one.time);
        require_payoff("good faith: the value of an offer", one.value);
    }
    if (std::none_of(types.begin(), types.end(), [](const auto& t) { return t.prior > 0; })) {
        throw std::invalid_argument(
            fmt::format("good faith: needs a way of conceding whose prior is above 0; got {} ways, "
                        "none of them",
                        types.size()));
    }
    good_faith found{log_posteriors(offers, types, noise), 0};
    const double greatest = *std::max_element(found.types.begin(), found.types.end());
    if (std::isinf(greatest)) {
        throw std::invalid_argument(fmt::format(
            "good faith: with a noise of {} no way of conceding comes near these offers", noise));
    }
    double all = 0;
    for (double& p : found.types) {
        p = std::exp(p - greatest);
        all += p;
    }
    for (std::size_t k = 0; k < types.size(); ++k) {
        found.types[k] /= all;
        found.stalling += types[k].stalls ? found.types[k] : 0;
    }
    found.stalling = std::min(1.0, found.stalling);
    return found;
}

double evidence_between(const concession& one, const concession& other,
                        std::span<const double> times, double noise) {
    check_concession(one);
    check_concession(other);
    require_above_none("good faith: the noise", noise);
    double sum = 0;
    for (const double time : times) {
        require_probability("good faith: the time of an offer", time);
        sum += penalty(offered(one, time) - offered(other, time), noise);
    }
    return sum;
}

std::optional<std::size_t> offers_needed(const concession& one, const concession& other,
                                         std::span<const double> times, double noise, double before,
                                         double after) {
    require_probability("good faith: the belief before", before);
    require_probability("good faith: the belief to reach", after);
    (void)evidence_between(one, other, times, noise);  // says what is wrong
    if (before >= after) {
        return 0;
    }
    if (before <= 0 || after >= 1) {
        return std::nullopt;
    }
    const double needed = log_odds_of(after) - log_odds_of(before);
    constexpr double rounding = 1e-12;
    double sum = 0;
    for (std::size_t k = 0; k < times.size(); ++k) {
        sum += penalty(offered(one, times[k]) - offered(other, times[k]), noise);
        if (sum >= needed * (1 - rounding)) {
            return k + 1;
        }
    }
    return std::nullopt;
}

}  // namespace negotiation::compliance
