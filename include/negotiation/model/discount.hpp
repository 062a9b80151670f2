#pragma once

/// @file
/// What waiting costs.

#include <cmath>
#include <optional>
#include <string_view>

namespace negotiation {

/// @brief A party's patience: what is worth 1 today is worth `factor` a period later.
struct discount {
    double factor = 1;  ///< @range{(0, 1]}
    double period = 1;  ///< length of the period @unit{days} @range{(0, inf)}

    bool operator==(const discount&) const = default;
};

/// @brief Weight of a payoff `days` from now, factor^(days / period).
/// @param d    a party's patience
/// @param days from now to the payoff @unit{days} @range{[0, inf)}
/// @return the weight; 1 at no wait
/// @complexity{O(1)}; thread-safe
/// @test tests/model/discount.cpp "what is worth one today is worth the factor a period later"
[[nodiscard]] inline double discounted(const discount& d, double days) {
    return std::pow(d.factor, days / d.period);
}

/// @brief Days in a named period: day 1, week 7, month 30.4375, year 365.25.
/// @param period day, week, month or year
/// @return nothing for another word
/// @complexity{O(1)}; thread-safe
/// @test tests/model/discount.cpp "periods have names"
[[nodiscard]] constexpr std::optional<double> days_in(std::string_view period) noexcept {
    if (period == "day") return 1.0;
    if (period == "week") return 7.0;
    if (period == "month") return 30.4375;
    if (period == "year") return 365.25;
    return std::nullopt;
}

/// @brief The word for a period of that many days, or nothing.
/// @param days length of the period @unit{days}
/// @return day, week, month or year; nothing for any other length
/// @complexity{O(1)}; thread-safe
/// @test tests/model/discount.cpp "periods have names"
[[nodiscard]] constexpr std::optional<std::string_view> period_named(double days) noexcept {
    for (const std::string_view word : {"day", "week", "month", "year"}) {
        if (const auto length = days_in(word); length && !(*length < days) && !(days < *length)) {
            return word;
        }
    }
    return std::nullopt;
}

}  // namespace negotiation
