#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/detection.hpp>
#include <negotiation/sequence/order_report.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double rounding_of_days = 1e-9;
constexpr double rounding_of_stakes = 1e-12;

/// What somebody else's later step gives, so many days after the step in question is done.
struct gift {
    double days = 0;
    double value = 0;  ///< discounted
};

/// What a party weighs when it could fake a step.
struct temptation {
    double saves = 0;
    double detection = 0;
    double discount = 1;
    double ahead = 0;         ///< W(T)
    double left = 0;          ///< D(S)
    std::vector<gift> gifts;  ///< by days

    [[nodiscard]] double stake(double window, double kept) const {
        return ahead - kept - left * std::pow(discount, window);
    }
    [[nodiscard]] bool resisted(double stake) const {
        return detection * stake >= saves - rounding_of_stakes * (1 + saves);
    }
    [[nodiscard]] double kept_within(double window) const {
        double kept = 0;
        for (const gift& g : gifts) {
            kept += g.days <= window + rounding_of_days ? g.value : 0;
        }
        return kept;
    }
};

[[nodiscard]] temptation temptation_of(const agreement& of, std::span<const step_id> order,
                                       std::size_t done, double discount) {
    const step& faked = of.steps[order[done]];
    const party_id i = faked.performer;
    temptation t{faked.pretence->saves, faked.pretence->detection, discount, 0, 0, {}};
    for (std::size_t k = 0; k < done; ++k) {
        const step& s = of.steps[order[k]];
        t.left -= s.undone[i] * s.value[i];
    }
    t.left -= done > 0 ? of.breakdown[i] : 0;
    double days = 0;
    for (std::size_t k = done + 1; k < order.size(); ++k) {
        const step& s = of.steps[order[k]];
        days += s.days;
        const double value = std::pow(discount, days) * s.value[i];
        t.ahead += value;
        if (s.performer != i) {
            t.gifts.push_back({days, value});
        }
    }
    t.ahead += std::pow(discount, days) * of.completion[i];
    return t;
}

/// Where a collapse that is put off hurts less, the delay from which on it does not deter.
[[nodiscard]] double deterred_until(const temptation& t, double kept) {
    const double spare = t.detection * (t.ahead - kept) - t.saves;
    if (spare >= -rounding_of_stakes * (1 + t.saves)) {
        return endless;
    }
    const double feared = t.detection * t.left;
    return feared < 0 && t.discount < 1 ? std::log(spare / feared) / std::log(t.discount) : endless;
}

/// The earliest window that does not deter; between two gifts only the collapse's delay matters.
[[nodiscard]] std::optional<double> longest_window_of(const temptation& t) {
    double kept = t.kept_within(0);
    if (!t.resisted(t.stake(0, kept))) {
        return std::nullopt;
    }
    double last = 0;
    for (const gift& next : t.gifts) {
        if (next.days <= last + rounding_of_days) {
            continue;
        }
        const double until = deterred_until(t, kept);
        if (until < next.days) {
            return std::max(last, until);
        }
        last = next.days;
        kept = t.kept_within(last);
        if (!t.resisted(t.stake(last, kept))) {
            return last;
        }
    }
    return std::max(last, deterred_until(t, kept));
}

[[nodiscard]] std::optional<double> needed_at(double saves, double at_stake) {
    if (saves <= 0 && at_stake >= -rounding_of_stakes) {
        return 0;
    }
    if (at_stake <= 0 || saves > at_stake * (1 + rounding_of_stakes)) {
        return std::nullopt;
    }
    return std::min(1.0, saves / at_stake);
}

void check_discounts(const agreement& of, std::span<const double> discounts) {
    if (!discounts.empty() && discounts.size() != parties_of(of)) {
        throw std::invalid_argument(
            fmt::format("detection: needs {} discounts, one a party; got {}", parties_of(of),
                        discounts.size()));
    }
    for (const double delta : discounts) {
        require_discount("detection: a discount", delta);
    }
}

void check_flow(const flow_payoffs& of, double discount) {
    for (const double payoff : {of.cooperative, of.cheating, of.punished}) {
        require_payoff("detection: a payoff", payoff);
    }
    require_discount("detection: the discount", discount);
}

}  // namespace

std::vector<honesty> honesty_along(const agreement& of, std::span<const step_id> order,
                                   std::span<const double> discounts) {
    (void)walk(exchange(of), order);  // says what is wrong with either
    check_discounts(of, discounts);
    std::vector<honesty> all;
    for (std::size_t done = 0; done < order.size(); ++done) {
        const step& s = of.steps[order[done]];
        if (!s.pretence) {
            continue;
        }
        const temptation t =
            temptation_of(of, order, done, discounts.empty() ? 1 : discounts[s.performer]);
        const double window = s.pretence->window_days;
        const double at_stake = t.stake(window, t.kept_within(window));
        all.push_back({order[done], s.performer, done, t.saves, at_stake,
                       needed_at(t.saves, at_stake), t.resisted(at_stake), longest_window_of(t)});
    }
    return all;
}

std::optional<double> longest_lag(const flow_payoffs& of, double discount) {
    check_flow(of, discount);
    if (of.punished > of.cooperative) {
        return std::nullopt;
    }
    if (of.cheating <= of.cooperative) {
        return endless;
    }
    if (of.punished >= of.cooperative) {
        return 0;
    }
    // ln of the quotient by its distance from 1, which is what small temptations leave
    const double share = (of.cooperative - of.punished) / (of.cheating - of.punished);
    return discount < 1 ? std::log1p(-share) / std::log(discount) : endless;
}

std::optional<double> detection_needed(const flow_payoffs& of, double discount) {
    check_flow(of, discount);
    const double tempted = of.cheating - of.cooperative;
    const double feared = of.cooperative - of.punished;
    if (tempted <= 0 && feared >= 0) {
        return 0;
    }
    if (feared <= 0) {
        return std::nullopt;
    }
    const double needed = (1 - discount) / discount * (tempted / feared);
    return needed <= 1 ? std::optional(needed) : std::nullopt;
}

}  // namespace negotiation::sequence
