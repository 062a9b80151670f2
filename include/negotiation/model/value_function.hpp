#pragma once

/// @file
/// How much one party likes each option of one issue.

#include <utility>
#include <variant>
#include <vector>

#include <negotiation/model/issue.hpp>

namespace negotiation {

/// @brief A number for each option, in the issue's order. The only form for options that are words.
struct tabled_value {
    std::vector<double> values;  ///< @shape{options} @unit{1}
    bool operator==(const tabled_value&) const = default;
};

/// @brief Straight lines between breakpoints (level, value), flat outside them.
struct piecewise_linear_value {
    std::vector<std::pair<double, double>> points;  ///< levels strictly rising @shape{n >= 2}
    bool operator==(const piecewise_linear_value&) const = default;
};

/// @brief z^exponent with z = (level - worst) / (best - worst), cut to [0, 1]. An exponent of 1
/// is a straight line; below 1 the first units matter most.
struct power_value {
    double exponent = 1;  ///< @range{(0, inf)}
    double worst = 0;     ///< level worth 0 @unit{the issue's}
    double best = 1;      ///< level worth 1 @unit{the issue's}, not equal to worst
    bool operator==(const power_value&) const = default;
};

/// @brief (1 - e^(-rate z)) / (1 - e^(-rate)) with z as in `power_value`; a straight line at
/// rate 0.
struct exponential_value {
    double rate = 1;   ///< curvature @unit{1}, any finite number
    double worst = 0;  ///< level worth 0
    double best = 1;   ///< level worth 1, not equal to worst
    bool operator==(const exponential_value&) const = default;
};

/// @brief 1 / (1 + e^(-(level - midpoint) / scale)): a threshold with soft edges; a negative
/// scale falls.
struct logistic_value {
    double midpoint = 0;  ///< level worth one half @unit{the issue's}
    double scale = 1;     ///< width of the edge @unit{the issue's}, not 0
    bool operator==(const logistic_value&) const = default;
};

/// @brief Value of the options of one issue to one party (Keeney and Raiffa 1976, ch. 4).
using value_function = std::variant<tabled_value, piecewise_linear_value, power_value,
                                    exponential_value, logistic_value>;

/// @brief The value of one level under a form other than a table.
/// @param f     any form but a table
/// @param level of the option @unit{the issue's}
/// @return value @unit{1}
/// @throws std::invalid_argument for a `tabled_value`, which knows options and not levels
/// @complexity{O(1), O(points) for straight lines}; thread-safe
/// @source{keeney1976, Keeney and Raiffa 1976\, Decisions with Multiple Objectives\, ch. 4}
/// @test tests/model/value_function.cpp "every form meets its ends"
[[nodiscard]] double value_at(const value_function& f, double level);

/// @brief The value of every option of an issue.
///
/// @param f  a table or a curve
/// @param of the issue
/// @return one value an option, in the issue's order
/// @throws std::invalid_argument a table of another length than the options, or a form over
/// levels for an issue whose options are words
/// @complexity{O(options)}; thread-safe
/// @test tests/model/value_function.cpp "every form meets its ends"
[[nodiscard]] std::vector<double> option_values(const value_function& f, const issue& of);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

namespace negotiation {

namespace detail {

inline double position(double level, double worst, double best) {
    return std::clamp((level - worst) / (best - worst), 0.0, 1.0);
}

inline double evaluate(const piecewise_linear_value& f, double level) {
    const auto& points = f.points;
    if (level <= points.front().first) {
        return points.front().second;
    }
    const auto right = std::partition_point(points.begin() + 1, points.end(),
                                            [&](const auto& point) { return point.first < level; });
    if (right == points.end()) {
        return points.back().second;
    }
    const auto& [x0, v0] = *(right - 1);
    const auto& [x1, v1] = *right;
    return v0 + (v1 - v0) * ((level - x0) / (x1 - x0));
}

inline double evaluate(const power_value& f, double level) {
    return std::pow(position(level, f.worst, f.best), f.exponent);
}

/// (1 - e^(-a z)) / (1 - e^(-a)), written so that no exponential overflows.
inline double bent(double a, double z) {
    if (std::abs(a) < 1e-12) {
        return z;
    }
    return a > 0 ? std::expm1(-a * z) / std::expm1(-a)
                 : std::exp(-a * (z - 1)) * (std::expm1(a * z) / std::expm1(a));
}

inline double evaluate(const exponential_value& f, double level) {
    const double z = position(level, f.worst, f.best);
    return bent(f.rate, z);
}

inline double evaluate(const logistic_value& f, double level) {
    return 1 / (1 + std::exp(-(level - f.midpoint) / f.scale));
}

inline double evaluate(const tabled_value&, double) {
    throw std::invalid_argument("value_at: a table has values for options, not for levels");
}

}  // namespace detail

inline double value_at(const value_function& f, double level) {
    return std::visit([level](const auto& form) { return detail::evaluate(form, level); }, f);
}

inline std::vector<double> option_values(const value_function& f, const issue& of) {
    if (const auto* table = std::get_if<tabled_value>(&f)) {
        if (table->values.size() != of.options.size()) {
            throw std::invalid_argument(
                fmt::format("option_values: issue '{}' has {} options; got {} values", of.name,
                            of.options.size(), table->values.size()));
        }
        return table->values;
    }
    std::vector<double> values;
    values.reserve(of.options.size());
    for (const option_label& label : of.options) {
        if (!is_number(label)) {
            throw std::invalid_argument(
                fmt::format("option_values: issue '{}' has options that are words and needs a "
                            "table of values; got a curve",
                            of.name));
        }
        values.push_back(value_at(f, number_or(label, 0)));
    }
    return values;
}

}  // namespace negotiation
