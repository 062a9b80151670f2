#pragma once

/// @file
/// Bargaining powers and welfare weights, one a party.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>

#include <fmt/core.h>

namespace negotiation::deal::detail {

/// @throws std::invalid_argument unless there is none, or one a party that is finite and above 0
/// (0 too where allowed)
inline void check_weights(std::span<const double> weights, std::size_t parties, const char* where,
                          bool zero_allowed) {
    if (weights.empty()) {
        return;
    }
    const bool sound = std::all_of(weights.begin(), weights.end(), [&](double w) {
        return std::isfinite(w) && (w > 0 || (zero_allowed && w >= 0));
    });
    if (!sound || weights.size() != parties) {
        throw std::invalid_argument(
            fmt::format("{}: needs one number {} 0 for each of {} parties; got {} numbers", where,
                        zero_allowed ? "of at least" : "above", parties, weights.size()));
    }
}

inline bool all_equal(std::span<const double> weights) {
    return std::all_of(weights.begin(), weights.end(),
                       [&](double w) { return !(w < weights.front()) && !(weights.front() < w); });
}

}  // namespace negotiation::deal::detail
