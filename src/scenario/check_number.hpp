#pragma once

/// @file
/// Checks of single numbers.

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

/// A range that numbers have to lie in, as a message says it.
struct number_range {
    const char* must;  ///< "a share undone must lie in [0, 1]"
    double low;
    double high;
    bool open_low = false;
    bool open_high = false;

    [[nodiscard]] bool has(double x) const {
        return (open_low ? x > low : x >= low) && (open_high ? x < high : x <= high);
    }
};

inline void check_number(findings& found, const path& place, double x, const number_range& range) {
    if (!range.has(x)) {
        found.add(place, fmt::format("{}; got {}", range.must, x));
    }
}

}  // namespace negotiation::detail
