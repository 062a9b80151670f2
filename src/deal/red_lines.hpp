#pragma once

/// @file
/// What searches over red lines share.

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/zone.hpp>

namespace negotiation::deal::detail {

/// All red lines in the parties' order.
inline std::vector<line_id> all_lines(const bargaining& table) {
    std::vector<line_id> lines;
    for (party_id i = 0; i < table.parties.size(); ++i) {
        for (std::size_t k = 0; k < table.parties[i].red_lines.size(); ++k) {
            lines.push_back({i, k});
        }
    }
    return lines;
}

/// Whether no deal is left: the frontier says so, or the count where there is no frontier. When
/// neither could be had it is nothing, and `refused` holds the first reason why.
inline std::optional<bool> is_empty(const bargaining& table, const budget& limits,
                                    std::optional<refusal>& refused) {
    frontier points = pareto_frontier(table, {engine::automatic, region::zone, limits});
    if (!points.refused) {
        return points.size() == 0;
    }
    const zone_size size = zone(table, {engine::automatic, limits});
    if (size.counted) {
        return size.count == 0;
    }
    if (!refused) {
        refused = std::move(points.refused);
    }
    return std::nullopt;
}

}  // namespace negotiation::deal::detail
