#pragma once

/// @file
/// Checks of what is cut into tranches.

#include <cmath>

#include <fmt/core.h>

#include <negotiation/sequence/section.hpp>

#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"

namespace negotiation::detail {

inline constexpr number_range cost_range{"a cost of a unit must lie in [0, 1e6)", 0, largest_number,
                                         false, true};
inline constexpr number_range worth_range{"a worth of a unit must lie in [0, 1e6)", 0,
                                          largest_number, false, true};
inline constexpr number_range target_range{"a target must lie in (0, 1]", 0, 1, true};
inline constexpr number_range hazard_range{"a rate of shocks must lie in [0, 1e6)", 0,
                                           largest_number, false, true};

inline void check_tranches(findings& found, const sequence::written_tranches& said) {
    const path place = section("tranches");
    check_number(found, place / "cost", said.cost, cost_range);
    check_number(found, place / "worth", said.worth, worth_range);
    check_number(found, place / "defection", said.defection, defection_range);
    check_number(found, place / "trust", said.trust, trust_range);
    check_number(found, place / "target", said.target, target_range);
    check_number(found, place / "days", said.days, days_range);
    if (said.hazard) {
        check_number(found, place / "hazard" / "rate", said.hazard->rate, hazard_range);
        if (!(said.hazard->period > 0) || !std::isfinite(said.hazard->period)) {
            found.add(
                place / "hazard" / "per",
                fmt::format("a period must be longer than 0 days; got {}", said.hazard->period));
        }
        if (!(said.days > 0) && days_range.has(said.days) && !found.unread.holds(place / "days")) {
            found.add(
                place / "hazard",
                fmt::format("a hazard needs tranches that take time; 'days' of tranches is {}",
                            said.days));
        }
    }
    found.expect_source(place, said.source);
}

}  // namespace negotiation::detail
