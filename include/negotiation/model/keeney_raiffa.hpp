#pragma once

/// @file
/// The constant that holds a multiplicative preference together.

#include <span>

namespace negotiation {

/// @brief The nonzero root K > -1 of 1 + K = product of (1 + K w).
///
/// K > 0 (weights summing below 1): good things want company, "money without security is worth
/// little". K < 0 (above 1): one good thing makes up for another.
///
/// @param weights one an issue @shape{issues} @range{[0, 1)}; zeros are skipped
/// @return K, or 0 when the weights sum to 1 or fewer than two of them are above 0: the additive
/// model
/// @complexity{O(weights) a bisection step}; thread-safe
/// @source{keeney1976, Keeney and Raiffa 1976\, Decisions with Multiple Objectives\, ch. 6}
/// @test tests/model/keeney_raiffa.cpp "weights of 0.4 and 0.5 give K one half"
[[nodiscard]] double keeney_raiffa_constant(std::span<const double> weights);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cmath>

namespace negotiation {

namespace detail {

/// ln of the product less ln(1 + K), divided by K: zero at the root and monotone, so that
/// bisection is safe on either side of 0.
inline double keeney_raiffa_excess(std::span<const double> weights, double k) {
    double sum = 0;
    for (const double w : weights) {
        sum += std::log1p(k * w);
    }
    return (sum - std::log1p(k)) / k;
}

}  // namespace detail

inline double keeney_raiffa_constant(std::span<const double> weights) {
    double total = 0;
    for (const double w : weights) {
        total += w;
    }
    const auto used = std::count_if(weights.begin(), weights.end(), [](double w) { return w > 0; });
    if (used < 2 || std::abs(total - 1) < 1e-12) {
        return 0;
    }
    double low = std::nextafter(-1.0, 0.0);
    double high = 0;
    if (total < 1) {
        low = 0;
        high = 1;
        while (high < 1e300 && detail::keeney_raiffa_excess(weights, high) < 0) {
            low = high;
            high *= 2;
        }
    }
    for (int step = 0; step < 200; ++step) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            break;
        }
        // Below 0 left of the root, above 0 right of it, on both sides of zero.
        (detail::keeney_raiffa_excess(weights, middle) < 0 ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace negotiation
