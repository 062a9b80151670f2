#pragma once

/// @file
/// Whether a deal leaves something on the table, and which deal picks it up.

#include <optional>

#include <negotiation/deal/fair_deal.hpp>

namespace negotiation::deal {

/// @brief What dominates a deal, if anything does.
struct dominance {
    std::optional<fair_deal> by;     ///< nothing: the deal is efficient, unless `refused`
    std::optional<refusal> refused;  ///< why the search was not made
};

/// @brief A feasible deal at least as good for every party and better for one.
///
/// Of all such deals, the efficient one with the greatest least improvement (leximin), then the
/// first in enumeration order.
///
/// @param table  the problem; binding red lines are applied
/// @param deal   the deal to better, feasible or not
/// @param limits what the search may use
/// @return the deal that dominates; without one the deal is efficient among those that
/// constraints and binding red lines leave
/// @throws std::invalid_argument no party, or more than 128
/// @complexity{one frontier}
/// @thread thread-safe
/// @test tests/deal/dominance.cpp "what dominates a deal is efficient and better"
[[nodiscard]] dominance dominating(const bargaining& table, const outcome& deal,
                                   const budget& limits = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <cstddef>
#include <utility>
#include <vector>

namespace negotiation::deal {

inline dominance dominating(const bargaining& table, const outcome& deal, const budget& limits) {
    // Everybody's threshold becomes what the deal gives: the frontier of that zone dominates it,
    // or is the deal's own point.
    bargaining at_least = table;
    std::vector<grains> sums;
    for (bargaining::seat& party : at_least.parties) {
        party.threshold = sum_of(party.utility, table.space.sizes, deal);
        party.reservation = static_cast<units>(party.threshold) * party.utility.scale.grain;
        party.utility.scale.reservation = value_of(party.utility.scale, party.threshold);
        sums.push_back(party.threshold);
    }
    const frontier points = pareto_frontier(at_least, {engine::automatic, region::zone, limits});
    auto better = egalitarian(points, at_least);
    for (std::size_t i = 0; better && i < sums.size(); ++i) {
        if (sum_of(table.parties[i].utility, table.space.sizes, better->deal) > sums[i]) {
            for (std::size_t k = 0; k < sums.size(); ++k) {
                better->utilities(static_cast<Eigen::Index>(k)) =
                    utility_of(table, static_cast<party_id>(k), better->deal);
            }
            return {std::move(better), std::nullopt};
        }
    }
    return {std::nullopt, points.refused};
}

}  // namespace negotiation::deal
