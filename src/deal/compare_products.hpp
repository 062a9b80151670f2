#pragma once

/// @file
/// Products of exact gains, compared exactly.

#include <algorithm>
#include <cmath>
#include <span>

#include <negotiation/model/utility_function.hpp>

namespace negotiation::deal::detail {

/// The sign of the product of a less the product of b, in whole numbers of any length. Compiled in
/// src/deal/compare_products.cpp, since big numbers are costly to compile and rarely needed.
[[nodiscard]] int compare_exactly(std::span<const units> a, std::span<const units> b);

/// The sign of the product of a less the product of b, for factors of at least 0: by floating point
/// where that is beyond doubt, exactly where it is not.
[[nodiscard]] inline int compare_products(std::span<const units> a, std::span<const units> b) {
    long double x = 1;
    long double y = 1;
    for (const units factor : a) {
        x *= static_cast<long double>(factor);
    }
    for (const units factor : b) {
        y *= static_cast<long double>(factor);
    }
    // 128 factors, each rounded twice to 64 bits, are off by less than 10^-16 of the product.
    if (std::abs(x - y) > 1e-16L * std::max(x, y)) {
        return x < y ? -1 : 1;
    }
    return compare_exactly(a, b);
}

}  // namespace negotiation::deal::detail
