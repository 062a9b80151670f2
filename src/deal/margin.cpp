#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include <negotiation/deal/margin.hpp>

namespace negotiation::deal {

namespace {

/// A threshold that every sum passes, with room to add constants to it.
constexpr grains no_threshold = std::numeric_limits<grains>::min() / 2;

margin margin_of(bargaining table, std::size_t i, const budget& limits) {
    table.parties[i].threshold = no_threshold;
    frontier points = pareto_frontier(table, {engine::automatic, region::zone, limits});
    if (points.size() == 0) {
        return {std::nullopt, std::move(points.refused)};
    }
    grains greatest = points.sum(0, i);
    for (std::size_t k = 1; k < points.size(); ++k) {
        greatest = std::max(greatest, points.sum(k, i));
    }
    return {value_of(table.parties[i].utility.scale, greatest), std::nullopt};
}

}  // namespace

std::vector<margin> margins(const bargaining& table, const budget& limits) {
    std::vector<margin> found;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        found.push_back(margin_of(table, i, limits));
    }
    return found;
}

}  // namespace negotiation::deal
