#pragma once

/// @file
/// Ranges that the numbers of carrying out have to lie in.

#include <string>
#include <unordered_set>

#include <fmt/core.h>

#include <negotiation/sequence/section.hpp>

#include "scenario/check_number.hpp"
#include "scenario/findings.hpp"
#include "scenario/seat_names.hpp"

namespace negotiation::detail {

/// @param seated whether an onlooker may be named, to which a seat can be given
inline void check_by_party(findings& found, const path& place, const sequence::by_party& of,
                           seat_names& seats, const number_range& range, bool seated = false) {
    if (of.all) {
        check_number(found, place, *of.all, range);
        if (!of.named.empty()) {
            found.add(place, "a number is for all parties or for those named; got both");
        }
    }
    std::unordered_set<std::string> seen;
    for (const auto& [name, x] : of.named) {
        if (!seen.insert(name).second) {
            found.add(place / name, fmt::format("'{}' has a number already", shown(name)));
        }
        if (seated) {
            seats.expect_agent(place / name, name);
        } else {
            seats.expect_party(place / name, name);
        }
        check_number(found, place / name, x, range);
    }
}

inline constexpr number_range completion_range{"a value of completion must be below 1e6 in size",
                                               -largest_number, largest_number, true, true};
inline constexpr number_range trust_range{"a prior belief must lie in (0, 1)", 0, 1, true, true};
inline constexpr number_range undone_range{"a share undone must lie in [0, 1]", 0, 1};
inline constexpr number_range days_range{"days must lie in [0, 1e6)", 0, largest_number, false,
                                         true};
inline constexpr number_range defection_range{"a chance of defection must lie in [0, 1)", 0, 1,
                                              false, true};

}  // namespace negotiation::detail
