#pragma once

/// @file
/// Arguments of the textbook games: their ranges.

#include <stdexcept>
#include <string_view>

#include <fmt/core.h>

namespace negotiation::theory {

/// @brief Greatest size of a number: products and quotients of a few such are finite.
inline constexpr double greatest_amount = 1e50;

/// @brief Least size of a number that divides.
inline constexpr double least_amount = 1e-50;

/// @brief Throws where a number is no probability; NaN is none.
inline void require_probability(std::string_view name, double p) {
    if (!(p >= 0 && p <= 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 1]; got {}", name, p));
    }
}

/// @brief Throws where a number is negative, too large or NaN.
inline void require_amount(std::string_view name, double x) {
    if (!(x >= 0 && x <= greatest_amount)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 10^50]; got {}", name, x));
    }
}

/// @brief Throws where a number is not positive, or too small or too large to divide by, or NaN.
inline void require_positive(std::string_view name, double x) {
    if (!(x >= least_amount && x <= greatest_amount)) {
        throw std::invalid_argument(fmt::format("{} must lie in [10^-50, 10^50]; got {}", name, x));
    }
}

/// @brief Throws where a number of either sign is too large or NaN.
inline void require_payoff(std::string_view name, double x) {
    if (!(x >= -greatest_amount && x <= greatest_amount)) {
        throw std::invalid_argument(fmt::format("{} must lie in [-10^50, 10^50]; got {}", name, x));
    }
}

/// @brief Throws where a number is no discount factor below 1.
inline void require_impatience(std::string_view name, double delta) {
    if (!(delta > 0 && delta < 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in (0, 1); got {}", name, delta));
    }
}

}  // namespace negotiation::theory
