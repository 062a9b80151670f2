#pragma once

/// @file
/// The frozen bargaining problem: the only thing that algorithms see.

#include <cstddef>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/model/utility_function.hpp>

namespace negotiation {

/// @brief An outcome space, and for each party at the table its utility function, reservation
/// value and red lines. Dense arrays and ids, no names; immutable by habit and cheap to copy, so
/// that "what if this line were gone" is a copy with one change.
///
/// @invariant every term and mask fits `space.sizes`
/// @thread const access is safe
struct bargaining {
    /// @brief A party's red line: the options of one issue that it would sign.
    struct line {
        issue_id issue = 0;      ///< the issue it is about
        option_mask allowed;     ///< over all options of the issue
        bool is_public = false;  ///< said aloud, so that it binds in public only
        bool binds = true;       ///< counts in these talks

        bool operator==(const line&) const = default;
    };

    /// @brief A party at the table.
    struct seat {
        utility_function utility;     ///< what deals are worth to it
        units reservation = 0;        ///< value of no deal, on the scale of the sums of terms
        grains threshold = 0;         ///< least sum that the party accepts: at the reservation
                                      ///< value or above (a unit a term below in a
                                      ///< multiplicative model)
        std::vector<line> red_lines;  ///< binding or not, as written

        bool operator==(const seat&) const = default;
    };

    outcome_space space;        ///< the deals there are
    std::vector<seat> parties;  ///< a place is a `party_id`

    bool operator==(const bargaining&) const = default;
};

/// @brief True when no binding red line of the party excludes the deal.
/// @param party a seat of the table
/// @param deal  an option for every issue @shape{issues}
/// @return false when a line that binds does not allow the option that the deal takes
/// @complexity{O(red lines)}; thread-safe
/// @test tests/model/bargaining.cpp "only binding red lines bind"
[[nodiscard]] inline bool respects_red_lines(const bargaining::seat& party, const outcome& deal) {
    for (const bargaining::line& line : party.red_lines) {
        if (line.binds && !line.allowed[deal[line.issue]]) {
            return false;
        }
    }
    return true;
}

/// @brief True when the party accepts the deal: at or above its reservation value, and inside
/// its binding red lines.
/// @param table the problem
/// @param i     the party @range{[0, parties)}
/// @param deal  an option for every issue @shape{issues}
/// @return true when its sum of terms reaches `threshold` and no binding red line is crossed
/// @complexity{O(terms + red lines)}; thread-safe
/// @test tests/model/bargaining.cpp "a deal exactly at the reservation value is accepted"
[[nodiscard]] inline bool accepts(const bargaining& table, party_id i, const outcome& deal) {
    const bargaining::seat& party = table.parties[i];
    return sum_of(party.utility, table.space.sizes, deal) >= party.threshold &&
           respects_red_lines(party, deal);
}

/// @brief Utility of a deal to party i, after risk attitude.
/// @param table the problem
/// @param i     the party @range{[0, parties)}
/// @param deal  an option for every issue @shape{issues}
/// @return u of the deal
/// @complexity{O(terms)}; thread-safe
/// @test tests/model/bargaining.cpp "no deal is felt through the risk attitude too"
[[nodiscard]] inline double utility_of(const bargaining& table, party_id i, const outcome& deal) {
    const utility_function& f = table.parties[i].utility;
    return utility_of(f.scale, sum_of(f, table.space.sizes, deal));
}

/// @brief The reservation value of a party as the number that its author wrote.
/// @param party a seat of a table
/// @return value of no deal, before risk attitude
/// @complexity{O(1)}; thread-safe
/// @test tests/model/bargaining.cpp "no deal is felt through the risk attitude too"
[[nodiscard]] inline double reservation_value(const bargaining::seat& party) {
    return party.utility.scale.reservation;
}

/// @brief Utility of no deal to a party, on the scale on which its deals are shown.
/// @param party a seat of a table
/// @return u of no deal
/// @complexity{O(1)}; thread-safe
/// @test tests/model/bargaining.cpp "no deal is felt through the risk attitude too"
[[nodiscard]] inline double disagreement_utility(const bargaining::seat& party) {
    const utility_scale& scale = party.utility.scale;
    return utility_of(scale.risk, scale.reservation, scale.reservation);
}

/// @brief Utility of a sum of terms less that of no deal.
///
/// Exact where utility is a sum of values, and 0 wherever the sum is the reservation value but for
/// the rounding of logarithms.
/// @param party a seat of a table
/// @param sum   of its terms at some deal @unit{grains}
/// @return the gain over no deal @unit{utility}
/// @complexity{O(1)}; thread-safe
/// @test tests/model/bargaining.cpp "a gain within rounding is none"
[[nodiscard]] inline double gain_of(const bargaining::seat& party, grains sum) {
    const utility_scale& scale = party.utility.scale;
    const units above = static_cast<units>(sum) * scale.grain - party.reservation;
    const units slack = rounding_slack(party.utility);
    if (above <= slack && above >= -slack) {
        return 0;
    }
    return is_plain_sum(scale) ? from_units(above)
                               : utility_of(scale, sum) - disagreement_utility(party);
}

/// @brief A copy in which exactly the chosen red lines bind.
/// @tparam Rule callable as bool(party_id, const bargaining::line&)
/// @param table the problem
/// @param rule  (party, its red line) -> whether it binds
/// @return the changed copy
/// @complexity{one copy of the problem and a call a red line}; thread-safe
/// @test tests/model/bargaining.cpp "only binding red lines bind"
template <class Rule>
[[nodiscard]] bargaining with_red_lines(bargaining table, Rule rule) {
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        for (bargaining::line& line : table.parties[i].red_lines) {
            line.binds = rule(static_cast<party_id>(i), line);
        }
    }
    return table;
}

}  // namespace negotiation
