#pragma once

/// @file
/// From a value to a utility: how a party weighs gambles over what it values.

#include <optional>
#include <variant>

namespace negotiation {

/// @brief Utility is the value itself.
struct risk_neutral {
    bool operator==(const risk_neutral&) const = default;
};

/// @brief Constant absolute risk aversion, u = (1 - e^(-a v)) / (1 - e^(-a)).
struct cara {
    double a = 1;  ///< aversion @unit{1/value}; below 0 seeks risk; 0 is neutral
    bool operator==(const cara&) const = default;
};

/// @brief Constant relative risk aversion: v^(1-rho) below rho = 1, ln v at 1, and
/// v^(1-rho) / (1-rho) above.
struct crra {
    double rho = 0.5;  ///< @unit{1} @range{[0, inf)}; from 1 on every value must be above 0
    bool operator==(const crra&) const = default;
};

/// @brief Prospect value (Tversky and Kahneman 1992): (v - reference)^alpha above the reference,
/// -lambda (reference - v)^alpha below it.
struct prospect {
    double alpha = 0.88;              ///< diminishing sensitivity @range{(0, 1]}
    double lambda = 2.25;             ///< loss aversion @range{[1, inf)}
    std::optional<double> reference;  ///< value felt as neither gain nor loss; the reservation
                                      ///< value when absent
    bool operator==(const prospect&) const = default;
};

/// @brief A party's attitude to risk: a strictly rising function of its value, so that it moves
/// neither the frontier nor the zone, only products, sums and lotteries.
using risk_attitude = std::variant<risk_neutral, cara, crra, prospect>;

/// @brief Utility of a value.
///
/// @param attitude    the curve
/// @param value       the scalar value v @unit{value}
/// @param reservation stands in for a missing `prospect::reference`
/// @return u(v); `-inf` for `crra` with rho >= 1 at v <= 0, which freezing refuses
/// @complexity{O(1)}; thread-safe
/// @source{tversky1992, Tversky and Kahneman 1992\, J. Risk and Uncertainty 5(4)}
/// @test tests/model/risk_attitude.cpp "every attitude rises with the value"
[[nodiscard]] double utility_of(const risk_attitude& attitude, double value, double reservation);

/// @brief True when utility equals value.
/// @param attitude any
/// @return false for a curve, even one that happens to be straight
/// @complexity{O(1)}; thread-safe
/// @test tests/model/risk_attitude.cpp "only the neutral attitude is neutral"
[[nodiscard]] inline bool is_neutral(const risk_attitude& attitude) {
    return std::holds_alternative<risk_neutral>(attitude);
}

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <cmath>
#include <limits>

namespace negotiation {

namespace detail {

inline double utility_under(const risk_neutral&, double v, double) { return v; }

inline double utility_under(const cara& f, double v, double) {
    if (std::abs(f.a) < 1e-12) {
        return v;
    }
    // Written so that no exponential overflows for values in [0, 1].
    return f.a > 0 ? std::expm1(-f.a * v) / std::expm1(-f.a)
                   : std::exp(-f.a * (v - 1)) * (std::expm1(f.a * v) / std::expm1(f.a));
}

inline double utility_under(const crra& f, double v, double) {
    if (f.rho < 1) {
        return v <= 0 ? v : std::pow(v, 1 - f.rho);
    }
    if (v <= 0) {
        return -std::numeric_limits<double>::infinity();
    }
    return f.rho > 1 ? std::pow(v, 1 - f.rho) / (1 - f.rho) : std::log(v);
}

inline double utility_under(const prospect& f, double v, double reservation) {
    const double gain = v - f.reference.value_or(reservation);
    return gain >= 0 ? std::pow(gain, f.alpha) : -f.lambda * std::pow(-gain, f.alpha);
}

}  // namespace detail

inline double utility_of(const risk_attitude& attitude, double value, double reservation) {
    return std::visit(
        [&](const auto& form) { return detail::utility_under(form, value, reservation); },
        attitude);
}

}  // namespace negotiation
