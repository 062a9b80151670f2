#pragma once

/// @file
/// Checks of parties and onlookers beside their preferences: reservation value, patience, red
/// lines.

#include <cmath>
#include <cstddef>
#include <string>
#include <unordered_set>

#include <fmt/core.h>

#include "scenario/check_preferences.hpp"
#include "scenario/check_risk.hpp"
#include "scenario/check_span.hpp"
#include "scenario/findings.hpp"

namespace negotiation::detail {

inline void check_reservation(findings& found, const path& place, double r) {
    if (found.world.utilities == utility_convention::unit && !(r >= 0 && r <= 1)) {
        found.add(place / "reservation",
                  fmt::format("a reservation value must lie in [0, 1]; got {}; values of another "
                              "size need utilities = \"raw\"",
                              r));
    } else if (!(std::abs(r) < largest_number)) {
        found.add(place / "reservation",
                  fmt::format("a reservation value must be below 1e6 in size; got {}", r));
    }
}

inline void check_patience(findings& found, const path& place, const party& who) {
    if (!who.patience) {
        return;
    }
    if (!(who.patience->factor > 0 && who.patience->factor <= 1)) {
        found.add(
            place / "discount" / "factor",
            fmt::format("a discount factor must lie in (0, 1]; got {}", who.patience->factor));
    }
    if (!(who.patience->period > 0) || !std::isfinite(who.patience->period)) {
        found.add(place / "discount" / "per",
                  fmt::format("a period must be longer than 0 days; got {}", who.patience->period));
    }
}

inline void check_red_lines(findings& found, const path& place, const party& who) {
    std::unordered_set<std::string> seen;
    for (std::size_t k = 0; k < who.red_lines.size(); ++k) {
        const red_line& line = who.red_lines[k];
        const path here = place / "red_lines" / k;
        if (!seen.insert(line.issue).second && !found.unread.holds(here / "issue")) {
            found.add(here / "issue",
                      fmt::format("issue '{}' has a red line of '{}' already; write "
                                  "one line that allows what both allow",
                                  shown(line.issue), shown(who.name)));
        }
        const issue* of = found.expect_issue(here / "issue", line.issue);
        if (line.allow.empty() && !found.unread.touches(here / "allow")) {
            found.add(here / "allow", "a red line must leave at least one option open; got none");
        }
        for (std::size_t o = 0; of != nullptr && o < line.allow.size(); ++o) {
            if (!found.has_option(*of, line.allow[o])) {
                found.expect_option(here / "allow" / o, *of, line.allow[o]);
            }
        }
    }
}

inline void check_agent(findings& found, const path& place, const party& who) {
    const std::size_t told = found.list.size();
    check_reservation(found, place, who.reservation);
    check_preferences(found, place, who);
    check_risk(found, place, who);
    check_patience(found, place, who);
    check_red_lines(found, place, who);
    found.expect_source(place, who.source);
    if (found.list.size() == told && !found.unread.touches(place)) {
        check_span(found, place, who);
    }
}

}  // namespace negotiation::detail
