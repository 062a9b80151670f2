#pragma once

/// @file
/// How long talks take in days, and what that costs.

#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include <negotiation/model/discount.hpp>
#include <negotiation/talks/ending.hpp>

namespace negotiation::talks {

/// @brief Which convention discounts what the talks end in.
enum class discounting {
    none,      ///< nothing is discounted
    relative,  ///< u delta^t, t relative time (GENIUS)
    calendar   ///< u delta^(days / period)
};

/// @brief The name of a convention of discounting.
/// @param convention which
/// @return none, relative or calendar
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/calendar.cpp "conventions of discounting have names"
[[nodiscard]] constexpr std::string_view to_string(discounting convention) noexcept {
    return convention == discounting::none       ? "none"
           : convention == discounting::relative ? "relative"
                                                 : "calendar";
}

/// @brief Days, and the price of waiting. A round lasts `days_per_round`, longer only where the
/// delays of its messages exceed that; what ends in a round ends on its last day.
struct calendar {
    double days_per_round = 1;             ///< @unit{days} @range{[0, inf)}
    discounting mode = discounting::none;  ///< how waiting is priced
    std::vector<discount> patience;        ///< by party; empty: nobody minds waiting
    bool discount_no_deal = true;          ///< the value of no deal as well

    bool operator==(const calendar&) const = default;
};

/// @brief Fills `discounted` from `utilities`.
/// @param dates the calendar
/// @param end   an ending with its utilities, time and days
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/calendar.cpp "waiting is priced by the clock or by the calendar"
inline void apply_discount(const calendar& dates, ending& end) {
    end.discounted = end.utilities;
    const bool counts = end.status == talks_status::agreement || dates.discount_no_deal;
    if (dates.mode == discounting::none || dates.patience.empty() || !counts) {
        return;
    }
    for (std::size_t i = 0; i < end.discounted.size(); ++i) {
        const discount& d = dates.patience[i];
        end.discounted[i] *= dates.mode == discounting::calendar ? discounted(d, end.days)
                                                                 : std::pow(d.factor, end.time);
    }
}

}  // namespace negotiation::talks
