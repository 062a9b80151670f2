#pragma once

/// @file
/// Whether a deal leaves something on the table, and which deal picks it up.

#include <optional>

#include <negotiation/deal/fair_deal.hpp>

namespace negotiation::deal {

/// @brief A feasible deal at least as good for every party and better for one.
///
/// Of all such deals, the efficient one with the greatest least improvement (leximin), then the
/// first in enumeration order.
/// @return nothing when the deal is efficient among those that constraints and binding red lines
/// leave
/// @complexity{one frontier}
/// @test tests/deal/dominance.cpp "what dominates a deal is efficient and better"
[[nodiscard]] std::optional<fair_deal> dominating(const bargaining& table, const outcome& deal,
                                                  const budget& limits = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <cstddef>

namespace negotiation::deal {

inline std::optional<fair_deal> dominating(const bargaining& table, const outcome& deal,
                                           const budget& limits) {
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
            return better;
        }
    }
    return std::nullopt;
}

}  // namespace negotiation::deal
