#pragma once

/// @file
/// The zone of possible agreement: how many deals every party prefers to none. Compiled in the
/// library negotiation::negotiation (src/deal/zone.cpp).

#include <optional>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief Sizes of the space and of the zone of possible agreement (ZOPA).
struct zone_size {
    outcome_count raw = 0;  ///< deals before constraints
    /// Deals that the constraints leave, red lines aside; nothing when they tie too many issues
    /// together to count.
    std::optional<outcome_count> feasible;
    outcome_count count = 0;            ///< deals in the zone, if `counted`
    bool counted = true;                ///< false when the space is too large to count
    engine method = engine::automatic;  ///< how the zone was counted
    std::optional<refusal> refused;     ///< why it was not
};

/// @brief How to count.
struct zone_options {
    engine method = engine::automatic;  ///< how to count
    budget limits = {};                 ///< what the count may use
};

/// @brief Counts the zone: feasible deals inside every binding red line that are worth every
/// party's reservation value or more.
///
/// The stream splits the issues into two halves and counts pairs of half deals by dominance
/// counting, so that 10^8 deals cost what 10^4 do. Elimination counts feasible deals only; where
/// a zone cannot be counted `counted` is false, and whether it is empty is the frontier's to say.
///
/// @param table   the problem
/// @param options engine and limits
/// @return the three sizes
/// @complexity{O(h log^(n-1) h) for h half deals and n parties}
/// @thread thread-safe
/// @source{horowitz1974, Horowitz and Sahni 1974\, J. ACM 21} (meet in the middle)
/// @test tests/deal/zone.cpp "table and stream count the same zone on random spaces"
[[nodiscard]] zone_size zone(const bargaining& table, const zone_options& options = {});

/// @brief Whether some deal suits everybody: the question that counting answers at greater cost.
/// @param table  the problem
/// @param limits what the search may use
/// @return nothing where that could not be found out
/// @complexity{that of the frontier; where values of whole deals are among the utilities, of the
/// first deal found by bounds}
/// @thread thread-safe
/// @test tests/deal/zone.cpp "with values of whole deals the zone is what can be counted by hand"
[[nodiscard]] std::optional<bool> any_deal(const bargaining& table, const budget& limits = {});

/// @brief Deals that the constraints leave, red lines and utilities aside: by elimination, or deal
/// by deal where that would pass its budget.
/// @param space  the space
/// @param limits what the count may use
/// @return the count, or nothing when both ways would pass the budget
/// @complexity{exponential in the width of the constraints only}
/// @thread thread-safe
/// @test tests/deal/zone.cpp "table and stream count the same zone on random spaces"
[[nodiscard]] std::optional<outcome_count> count_feasible(const outcome_space& space,
                                                          const budget& limits = {});

}  // namespace negotiation::deal
