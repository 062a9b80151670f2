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

#include <algorithm>
#include <cstddef>
#include <vector>

#include <negotiation/deal/detail/gains.hpp>

namespace negotiation::deal {

inline dominance dominating(const bargaining& table, const outcome& deal, const budget& limits) {
    // Everybody's threshold becomes what the deal gives: the frontier of that zone dominates it,
    // or is the deal's own point.
    bargaining at_least = table;
    std::vector<grains> before;
    for (bargaining::seat& party : at_least.parties) {
        party.threshold = sum_of(party.utility, table.space.sizes, deal);
        before.push_back(party.threshold);
    }
    const frontier points = pareto_frontier(at_least, {engine::automatic, region::zone, limits});
    const auto improvements = [&](std::size_t k) {
        std::vector<long double> gains;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const grains sum =
                points.sums(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(i));
            gains.push_back(detail::improvement(table.parties[i].utility.scale, before[i], sum));
        }
        return gains;
    };
    const auto best = detail::best_point(points, [&](std::size_t a, std::size_t b) {
        return detail::leximin_greater(improvements(a), improvements(b));
    });
    if (!best) {
        return {std::nullopt, points.refused};
    }
    const std::vector<long double> gains = improvements(*best);
    if (!(*std::max_element(gains.begin(), gains.end()) > 0)) {
        return {};
    }
    const long double least = *std::min_element(gains.begin(), gains.end());
    const auto row = points.utilities.row(static_cast<Eigen::Index>(*best));
    return {fair_deal{points.deal(*best), row.transpose(), static_cast<double>(least / 1e12L),
                      points.counts[*best]},
            std::nullopt};
}

}  // namespace negotiation::deal
