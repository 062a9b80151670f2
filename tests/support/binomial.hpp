#pragma once

#include <cmath>
#include <cstddef>

namespace negotiation::tests {

/// True when a count out of n draws is what a probability gives, up to five standard deviations: a
/// right program misses that once in a million seeds, and the seed is fixed.
[[nodiscard]] inline bool is_binomial(std::size_t count, std::size_t n, double probability) {
    const double mean = static_cast<double>(n) * probability;
    return std::abs(static_cast<double>(count) - mean) <=
           5 * std::sqrt(mean * (1 - probability)) + 1e-9;
}

}  // namespace negotiation::tests
