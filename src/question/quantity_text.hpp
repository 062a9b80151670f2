#pragma once

/// @file
/// How numbers are said whose unit nobody knows.

#include <cmath>
#include <string>

#include <fmt/format.h>

#include <negotiation/study/quantity.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// Whole numbers in groups of three, others with four decimals, or four digits where they are
/// small.
[[nodiscard]] inline std::string quantity_text(double value) {
    constexpr double exact = 1e15;
    constexpr double small = 1e-3;
    const double size = std::abs(value);
    if (size < exact && !(std::abs(std::nearbyint(value) - value) > 0)) {
        return (value < 0 ? "-" : "") + grouped_digits(fmt::format("{:.0f}", size));
    }
    return size < small ? fmt::format("{:.3g}", value) : number(value);
}

/// A dash where there is none.
[[nodiscard]] inline std::string finding_text(const study::finding& of) {
    return of.value ? quantity_text(*of.value) : "-";
}

}  // namespace negotiation::question::detail
