#pragma once

/// @file
/// How much one party likes each option of one issue. Compiled in the library
/// negotiation::negotiation (src/model/value_function.cpp).

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
