#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/tranche.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

namespace {

void check_terms(const unit_terms& of) {
    require_amount("tranches: the cost of a unit", of.cost);
    require_amount("tranches: the worth of a unit", of.worth);
}

void check_terms(const alternating_terms& of) {
    check_terms(of.of_first);
    check_terms(of.of_second);
    require_discount("tranches: the discount", of.discount);
}

void check_belief(double belief) { require_probability("tranches: the belief", belief); }

void check_hazard(const hazard& under) {
    require_amount("tranches: the rate of the hazard", under.rate);
    require_amount("tranches: the duration", under.duration);
    if (under.limit == 0) {
        throw std::invalid_argument("tranches: the limit must be 1 or more; got 0");
    }
}

/// What it costs to give a unit for what a unit received is worth; nothing where that is nothing.
[[nodiscard]] std::optional<double> price(double cost, double discounted_worth) {
    if (discounted_worth <= 0) {
        return std::nullopt;
    }
    return cost / discounted_worth;
}

/// The share to risk where belief allows so much; rounding leaves no sliver for a further tranche.
[[nodiscard]] double share_of(const unit_terms& of, double allowed) {
    constexpr double nearly_all = 1 - 1e-12;
    if (of.worth <= of.cost) {
        return 0;
    }
    if (of.cost <= 0 || allowed >= nearly_all) {
        return 1;
    }
    return allowed > 0 ? allowed : 0;
}

/// What the moments up to now leave for the next tranche: the earlier ones, and this one.
[[nodiscard]] double slack_after(reading how, double earlier, double now) {
    switch (how) {
        case reading::drawdown:
            return std::min(earlier, now);
        case reading::next_turn:
            return now;
        case reading::peak_exposure:
            break;
    }
    return earlier;
}

}  // namespace

double size_of(const geometric_tranches& of, std::size_t place) {
    return of.first * std::pow(of.ratio, static_cast<double>(place));
}

std::optional<std::size_t> tranches_to_reach(const geometric_tranches& of, double share) {
    require_probability("tranches: the share to reach", share);
    if (share <= 0) {
        return 0;
    }
    if (of.first >= 1) {
        return 1;
    }
    return share >= 1 ? std::nullopt : least_count(std::log1p(-share) / std::log1p(-of.first));
}

std::optional<geometric_tranches> alternating_tranches(const alternating_terms& of) {
    check_terms(of);
    const auto first = price(of.of_first.cost, of.discount * of.of_second.worth);
    const auto second = price(of.of_second.cost, of.discount * of.of_first.worth);
    if (!first || !second || !(*first * *second < 1)) {
        return std::nullopt;
    }
    return geometric_tranches{1 - *first * *second, *first * *second};
}

std::optional<double> largest_first_tranche(const alternating_terms& of) {
    check_terms(of);
    const auto first = price(of.of_first.cost, of.discount * of.of_second.worth);
    const auto second = price(of.of_second.cost, of.discount * of.of_first.worth);
    if (!first || !second || *first > 1 || *second >= 1) {
        return std::nullopt;
    }
    return 1 - *second;
}

std::optional<geometric_tranches> simultaneous_tranches(const unit_terms& of, double discount) {
    check_terms(of);
    require_discount("tranches: the discount", discount);
    const auto ratio = price(of.cost, discount * of.worth);
    if (!ratio || *ratio >= 1) {
        return std::nullopt;
    }
    return geometric_tranches{1 - *ratio, *ratio};
}

double share_at_risk(const unit_terms& of, double belief) {
    check_terms(of);
    check_belief(belief);
    if (belief <= 0 || of.cost <= 0) {
        return belief <= 0 ? 0 : share_of(of, 1);
    }
    return share_of(of, belief / (1 - belief) * ((of.worth - of.cost) / of.cost));
}

std::optional<geometric_tranches> fixed_trust_tranches(const unit_terms& of, double belief) {
    const double share = share_at_risk(of, belief);
    if (share <= 0) {
        return std::nullopt;
    }
    return geometric_tranches{share, 1 - share};
}

std::optional<std::vector<double>> tranche_plan(const unit_terms& of, double belief,
                                                const plan_options& options) {
    check_terms(of);
    check_belief(belief);
    require_probability("tranches: the share to reach", options.share);
    require_probability("tranches: the chance of defection", options.defection);
    constexpr double rounding = 1e-12;
    const double enough = (1 - options.share) * (1 + rounding);
    const double rate = of.cost > 0 ? std::max(0.0, (of.worth - of.cost) / of.cost) : 0;
    std::vector<double> sizes;
    double left = 1;
    double odds = belief / (1 - belief);
    // the least, over the moments weighed, of odds times what was left then and what has been
    // exchanged since; as a share of what is left now
    double slack = odds;
    bool finished = options.share <= 0;
    while (!finished) {
        const double share = belief <= 0 ? 0 : share_of(of, rate * slack);
        if (share <= 0 || sizes.size() >= options.limit) {
            return std::nullopt;
        }
        sizes.push_back(share * left);
        left *= 1 - share;
        // a whole is finished by giving all that is left, however little that is
        finished = share >= 1 || (options.share < 1 && left <= enough);
        odds /= 1 - options.defection;
        slack = slack_after(options.how, (slack + share) / (1 - share), odds);
    }
    return sizes;
}

double equal_tranche_trust(const unit_terms& of, std::size_t count, std::size_t place) {
    check_terms(of);
    if (place >= count) {
        throw std::invalid_argument(
            fmt::format("tranches: tranche {} is not one of {}", place, count));
    }
    if (of.worth <= of.cost) {
        return 1;
    }
    return of.cost / (of.cost + static_cast<double>(count - place) * (of.worth - of.cost));
}

std::optional<std::size_t> equal_tranches_to_start(const unit_terms& of, double belief) {
    check_terms(of);
    check_belief(belief);
    if (belief <= 0 || of.worth <= of.cost) {
        return std::nullopt;
    }
    const auto least = least_count((1 - belief) / belief * (of.cost / (of.worth - of.cost)));
    return least ? std::optional(std::max<std::size_t>(*least, 1)) : std::nullopt;
}

double plan_survival(double rate, double duration, std::size_t count) {
    check_hazard({rate, duration});
    return count == 0 ? 1 : std::exp(-rate * duration * static_cast<double>(count));
}

double equal_tranches_value(const unit_terms& of, double belief, const hazard& under,
                            std::size_t count) {
    check_terms(of);
    check_belief(belief);
    check_hazard(under);
    if (count == 0) {
        throw std::invalid_argument("tranches: their number must be 1 or more; got 0");
    }
    double survived = 0;
    for (std::size_t k = 1; k <= count; ++k) {
        survived += plan_survival(under.rate, under.duration, k);
    }
    const double risked = plan_survival(under.rate, under.duration, 1) * of.cost;
    return (belief * (of.worth - of.cost) * survived - (1 - belief) * risked) /
           static_cast<double>(count);
}

std::optional<tranche_choice> best_equal_tranches(const unit_terms& of, double belief,
                                                  const hazard& under) {
    check_terms(of);
    check_belief(belief);
    check_hazard(under);
    constexpr double rounding = 1e-12;
    const double risked = (1 - belief) * plan_survival(under.rate, under.duration, 1) * of.cost;
    std::optional<tranche_choice> best;
    double won = 0;
    for (std::size_t n = 1; n <= under.limit; ++n) {
        won += belief * (of.worth - of.cost) * plan_survival(under.rate, under.duration, n);
        const double value = (won - risked) / static_cast<double>(n);
        if (value > (best ? best->value : 0) + rounding * (of.worth + of.cost)) {
            best = tranche_choice{n, value};
        }
    }
    return best;
}

}  // namespace negotiation::sequence
