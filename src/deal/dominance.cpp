#include <algorithm>
#include <cstddef>
#include <vector>

#include <negotiation/deal/dominance.hpp>

#include "deal/gains.hpp"

namespace negotiation::deal {

dominance dominating(const bargaining& table, const outcome& deal, const budget& limits) {
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
            gains.push_back(
                detail::improvement(table.parties[i].utility.scale, before[i], points.sum(k, i)));
        }
        return gains;
    };
    const auto best = detail::best_point(points, [&](std::size_t a, std::size_t b) {
        return detail::leximin_greater(improvements(a), improvements(b));
    });
    if (!best) {
        return {std::nullopt, points.refused};
    }
    bool better = false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        better = better || points.sum(*best, i) > before[i];
    }
    if (!better) {
        return {};
    }
    const std::vector<long double> gains = improvements(*best);
    const long double least = *std::min_element(gains.begin(), gains.end());
    return {fair_deal{points.deal(*best), points.row(*best), static_cast<double>(least / 1e12L),
                      points.counts[*best]},
            std::nullopt};
}

}  // namespace negotiation::deal
