#pragma once

/// @file
/// Numbers and columns of an account of a race.

#include <string>
#include <utility>

#include <fmt/core.h>

#include <negotiation/report/document.hpp>

namespace negotiation::question::detail {

[[nodiscard]] inline std::string per_cent(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

/// "0.1" of 0.1000: as many digits as there are.
[[nodiscard]] inline std::string short_number(double value) { return fmt::format("{:.4g}", value); }

[[nodiscard]] inline report::column right_column(std::string title) {
    return {std::move(title), report::alignment::right};
}

}  // namespace negotiation::question::detail
