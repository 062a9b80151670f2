#pragma once

/// @file
/// What searches over red lines share.

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/deal/conflict.hpp>

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

/// Whether no deal is left. A search that had to be refused counts as "not empty", and leaves its
/// reason in `refused` unless an earlier one did.
inline bool is_empty(const bargaining& table, const budget& limits,
                     std::optional<refusal>& refused) {
    frontier points = pareto_frontier(table, {engine::automatic, region::zone, limits});
    if (points.refused && !refused) {
        refused = std::move(points.refused);
    }
    return points.size() == 0 && !points.refused;
}

}  // namespace negotiation::deal::detail
