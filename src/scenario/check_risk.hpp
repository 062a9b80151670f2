#pragma once

/// @file
/// Checks of risk attitudes: their parameters, and that every reachable value has a utility.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/keeney_raiffa.hpp>

#include "scenario/check_preferences.hpp"

namespace negotiation::detail {

/// Two numbers that a value surely lies between.
struct value_bounds {
    double low = 0;
    double high = 0;
};

inline value_bounds bounds_of(const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

/// Products of two numbers that lie between bounds.
inline value_bounds operator*(const value_bounds& a, const value_bounds& b) {
    const std::array<double, 4> products{a.low * b.low, a.low * b.high, a.high * b.low,
                                         a.high * b.high};
    const auto [low, high] = std::minmax_element(products.begin(), products.end());
    return {*low, *high};
}

inline value_bounds operator+(const value_bounds& a, const value_bounds& b) {
    return {a.low + b.low, a.high + b.high};
}

/// Bounds of what an interaction adds, as if its issues did not appear elsewhere.
inline std::optional<value_bounds> interaction_bounds(findings& found, const path& place,
                                                      const party& who, const interaction& term) {
    const value_bounds weight{term.weight, term.weight};
    if (found.unread.touches(place / "table") || found.unread.touches(place / "issues")) {
        return std::nullopt;
    }
    if (!term.table.empty()) {
        return weight * bounds_of(term.table);
    }
    value_bounds product{1, 1};
    for (const std::string& name : term.issues) {
        const auto values = sound_values(found, who, name);
        if (!values) {
            return std::nullopt;
        }
        product = product * bounds_of(*values);
    }
    return weight * product;
}

/// The multiplicative value when issue k has value v[k].
inline double multiplicative_value(const std::vector<double>& weights,
                                   const std::vector<double>& v) {
    const double k = keeney_raiffa_constant(weights);
    double sum = 0;
    double product = 1;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i] * v[i];
        product *= 1 + k * weights[i] * v[i];
    }
    return k < 0 || k > 0 ? (product - 1) / k : sum;
}

/// Bounds of an agent's value over all deals; conservative, since worst options and worst
/// interactions may exclude one another.
/// @return nothing when some values are missing or unsound
inline std::optional<value_bounds> agent_bounds(findings& found, const party& who) {
    const path& place = found.agent_places.at(&who);
    if (found.weighed_options > largest_preferences || terms_unread(found, place, who)) {
        return std::nullopt;
    }
    value_bounds sum;
    std::vector<double> weights;
    std::vector<double> lows;
    std::vector<double> highs;
    for (const auto& [name, weight] : who.weights) {
        if (!(weight < 0 || weight > 0)) {
            continue;
        }
        const auto values = sound_values(found, who, name);
        if (!values) {
            return std::nullopt;
        }
        const value_bounds bounds = bounds_of(*values);
        sum = sum + value_bounds{weight, weight} * bounds;
        weights.push_back(weight);
        lows.push_back(bounds.low);
        highs.push_back(bounds.high);
    }
    if (who.combine == aggregation::multiplicative) {
        return value_bounds{multiplicative_value(weights, lows),
                            multiplicative_value(weights, highs)};
    }
    for (std::size_t k = 0; k < who.interactions.size(); ++k) {
        const auto bounds =
            interaction_bounds(found, place / "interaction" / k, who, who.interactions[k]);
        if (!bounds) {
            return std::nullopt;
        }
        sum = sum + *bounds;
    }
    return sum;
}

/// The checks of one attitude.
struct risk_check {
    findings& found;
    const path& place;
    const party& who;

    [[nodiscard]] bool reservation_unread() const {
        return found.unread.holds(found.agent_places.at(&who) / "reservation");
    }

    void operator()(const risk_neutral&) const {}

    void operator()(const cara& f) const {
        constexpr double most = 700;  // e^700 is still a number
        if (!(std::abs(f.a) <= most)) {
            found.add(place / "a", fmt::format("a must lie in [-{0}, {0}]; got {1}", most, f.a));
            return;
        }
        const auto bounds = agent_bounds(found, who);
        if (!bounds || reservation_unread()) {
            return;
        }
        const double size =
            std::max({std::abs(bounds->low), std::abs(bounds->high), std::abs(who.reservation)});
        if (std::abs(f.a) * size > most) {
            found.add(place / "a", fmt::format("a times the largest value must lie in [-{0}, {0}]; "
                                               "got {1} times {2:.10g}",
                                               most, f.a, size));
        }
    }

    void operator()(const crra& f) const {
        if (!(f.rho >= 0 && f.rho < largest_number)) {
            found.add(place / "rho", fmt::format("rho must lie in [0, 1e6); got {}", f.rho));
            return;
        }
        if (f.rho < 1) {
            return;
        }
        if (!(who.reservation > 0) && !reservation_unread()) {
            found.add(place / "rho", fmt::format("rho of 1 or more needs a reservation value above "
                                                 "0; got {}",
                                                 who.reservation));
        }
        const auto bounds = agent_bounds(found, who);
        if (bounds && !(bounds->low > 0)) {
            found.add(place / "rho", fmt::format("rho of 1 or more needs every value above 0; the "
                                                 "worst options sum to {:.10g}",
                                                 bounds->low));
        } else if (bounds && who.reservation > 0) {
            expect_moderate(f.rho, std::min(bounds->low, who.reservation));
        }
    }

    /// Utilities of small values grow without bound in rho; beyond this their sums and differences
    /// would say nothing any more.
    void expect_moderate(double rho, double worst) const {
        constexpr double most = 1e9;
        const double utility = rho > 1 ? std::pow(worst, 1 - rho) / (rho - 1) : -std::log(worst);
        if (!(utility <= most)) {
            found.add(
                place / "rho",
                fmt::format("utilities must stay within {:g} of zero; got rho = {} at a value "
                            "of {:.10g}",
                            most, rho, worst));
        }
    }

    void operator()(const prospect& f) const {
        if (!(f.alpha > 0 && f.alpha <= 1)) {
            found.add(place / "alpha", fmt::format("alpha must lie in (0, 1]; got {}", f.alpha));
        }
        if (!(f.lambda >= 1 && f.lambda < largest_number)) {
            found.add(place / "lambda",
                      fmt::format("lambda must lie in [1, 1e6); got {}", f.lambda));
        }
        if (f.reference && !(std::abs(*f.reference) < largest_number)) {
            found.add(place / "reference",
                      fmt::format("a reference must be below 1e6 in size; got {}", *f.reference));
        }
    }
};

inline void check_risk(findings& found, const path& place, const party& who) {
    const path here = place / "risk";
    std::visit(risk_check{found, here, who}, who.risk);
}

}  // namespace negotiation::detail
