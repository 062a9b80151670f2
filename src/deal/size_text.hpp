#pragma once

/// @file
/// How refusals write sizes.

#include <cmath>
#include <cstddef>
#include <string>

#include <fmt/core.h>

namespace negotiation::deal::detail {

/// Whole numbers with their digits in groups of three, or three digits where there are too many.
[[nodiscard]] inline std::string size_text(double size) {
    constexpr double every_digit = 1e15;
    if (!(size < every_digit)) {
        return fmt::format("{:.3g}", size);
    }
    std::string text = fmt::format("{:.0f}", std::ceil(size));
    for (std::size_t k = text.size(); k > 3; k -= 3) {
        text.insert(k - 3, ",");
    }
    return text;
}

}  // namespace negotiation::deal::detail
