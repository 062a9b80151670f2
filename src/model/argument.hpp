#pragma once

/// @file
/// Arguments of closed forms: their ranges, and counts that logarithms give.

#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <fmt/core.h>

namespace negotiation {

/// @brief Throws where a number is no probability; NaN is none.
inline void require_probability(std::string_view name, double p) {
    if (!(p >= 0 && p <= 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 1]; got {}", name, p));
    }
}

/// @brief Greatest size of a number: products and sums of a few such are finite.
inline constexpr double greatest_number = 1e100;

/// @brief Throws where a number is negative, too large or NaN.
inline void require_amount(std::string_view name, double x) {
    if (!(x >= 0 && x <= greatest_number)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 10^100]; got {}", name, x));
    }
}

/// @brief Throws where a number of either sign is too large or NaN.
inline void require_payoff(std::string_view name, double x) {
    if (!(x >= -greatest_number && x <= greatest_number)) {
        throw std::invalid_argument(
            fmt::format("{} must lie in [-10^100, 10^100]; got {}", name, x));
    }
}

/// @brief Throws where a number is no discount factor.
inline void require_discount(std::string_view name, double delta) {
    if (!(delta > 0 && delta <= 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in (0, 1]; got {}", name, delta));
    }
}

/// @brief The least whole number that is not below a quotient of rounded numbers: what exceeds a
/// whole number by rounding only is that number.
/// @return nothing above 10^9
[[nodiscard]] inline std::optional<std::size_t> least_count(double quotient) {
    constexpr double most = 1e9;
    constexpr double rounding = 1e-12;
    if (!(quotient <= most)) {
        return std::nullopt;
    }
    return quotient <= 0 ? 0 : static_cast<std::size_t>(std::ceil(quotient * (1 - rounding)));
}

}  // namespace negotiation
