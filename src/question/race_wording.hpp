#pragma once

/// @file
/// Numbers and columns of an account of a race.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/race_answer.hpp>
#include <negotiation/report/document.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::question::detail {

[[nodiscard]] inline std::string per_cent(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

/// "0.1" of 0.1000: as many digits as there are.
[[nodiscard]] inline std::string short_number(double value) { return fmt::format("{:.4g}", value); }

/// What plays in haste where a program plays as written; empty without one.
[[nodiscard]] inline std::string in_place_of_programs(const race_answer& a) {
    const std::vector<std::string>& written = a.plans.front().strategies;
    return std::any_of(written.begin(), written.end(), talks::is_external)
               ? "; in place of a program, which nobody can hurry, time-dependent plays"
               : "";
}

[[nodiscard]] inline report::column right_column(std::string title) {
    return {std::move(title), report::alignment::right};
}

}  // namespace negotiation::question::detail
