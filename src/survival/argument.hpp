#pragma once

/// @file
/// What the functions of this room ask of their numbers.

#include <stdexcept>

#include <fmt/core.h>

namespace negotiation::survival {

/// Greatest size of a number: products and sums of a few such are finite.
inline constexpr double largest_argument = 1e100;

/// @param what as a message calls it: "race: the rate of settlement"
inline void require_not_negative(const char* what, double x) {
    if (!(x >= 0 && x <= largest_argument)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 10^100]; got {}", what, x));
    }
}

inline void require_positive(const char* what, double x) {
    if (!(x > 0 && x <= largest_argument)) {
        throw std::invalid_argument(fmt::format("{} must lie in (0, 10^100]; got {}", what, x));
    }
}

inline void require_share(const char* what, double x) {
    if (!(x >= 0 && x <= 1)) {
        throw std::invalid_argument(fmt::format("{} must lie in [0, 1]; got {}", what, x));
    }
}

inline void require_payoff(const char* what, double x) {
    if (!(x >= -largest_argument && x <= largest_argument)) {
        throw std::invalid_argument(
            fmt::format("{} must lie in [-10^100, 10^100]; got {}", what, x));
    }
}

}  // namespace negotiation::survival
