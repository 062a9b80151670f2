#pragma once

/// @file
/// Which red lines together leave nothing to agree on.

#include <cstddef>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief Names a red line: party, and its place among the party's lines.
struct line_id {
    party_id party = 0;    ///< its owner
    std::size_t line = 0;  ///< place among the owner's lines, from 0
    bool operator==(const line_id&) const = default;
};

/// @brief The minimal sets of red lines that empty the zone.
struct conflicts {
    std::vector<std::vector<line_id>> minimal;  ///< by size, then in the parties' order
    bool empty_without = false;                 ///< the zone is empty even with no red line at
                                                ///< all: the reservation values clash
    bool complete = true;                       ///< false when the search stopped at its limit
};

/// @brief All minimal conflicting sets among all red lines, whether they bind now or not.
///
/// A set is minimal when dropping any line of it gives the zone a deal. Candidates grow one line
/// at a time and none that contains a known conflict is tried.
///
/// @param table the problem
/// @param most_tests zones looked into before giving up with `complete` false
/// @param limits what each search may use
/// @return the sets; none when the zone has a deal with every line binding, or none even without
/// lines
/// @complexity{at most 2^lines zones, in practice few}
/// @test tests/deal/conflict.cpp "dropping any line of a conflict opens the zone"
[[nodiscard]] conflicts minimal_conflicts(const bargaining& table, std::size_t most_tests = 4096,
                                          const budget& limits = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <algorithm>

namespace negotiation::deal {

namespace detail {

/// A copy in which exactly these red lines bind.
inline bargaining binding_only(const bargaining& table, const std::vector<line_id>& lines) {
    bargaining chosen = with_red_lines(table, [](party_id, const auto&) { return false; });
    for (const line_id& id : lines) {
        chosen.parties[id.party].red_lines[id.line].binds = true;
    }
    return chosen;
}

/// True when no deal is left; false also when the search had to refuse.
inline bool is_empty(const bargaining& table, const budget& limits) {
    const frontier points = pareto_frontier(table, {engine::automatic, region::zone, limits});
    return points.size() == 0 && !points.refused;
}

inline std::vector<line_id> all_lines(const bargaining& table) {
    std::vector<line_id> lines;
    for (party_id i = 0; i < table.parties.size(); ++i) {
        for (std::size_t k = 0; k < table.parties[i].red_lines.size(); ++k) {
            lines.push_back({i, k});
        }
    }
    return lines;
}

/// True when some set of the list lies within `lines`.
inline bool contains_any(const std::vector<line_id>& lines,
                         const std::vector<std::vector<line_id>>& list) {
    const auto within = [&](const std::vector<line_id>& set) {
        return std::all_of(set.begin(), set.end(), [&](const line_id& id) {
            return std::find(lines.begin(), lines.end(), id) != lines.end();
        });
    };
    return std::any_of(list.begin(), list.end(), within);
}

}  // namespace detail

inline conflicts minimal_conflicts(const bargaining& table, std::size_t most_tests,
                                   const budget& limits) {
    const std::vector<line_id> lines = detail::all_lines(table);
    conflicts found;
    found.empty_without = detail::is_empty(detail::binding_only(table, {}), limits);
    if (found.empty_without || !detail::is_empty(detail::binding_only(table, lines), limits)) {
        return found;
    }
    // Sets that leave a deal, by size; each grows by a line that comes after its last one.
    std::vector<std::vector<line_id>> open{{}};
    for (std::size_t tests = 0; !open.empty();) {
        std::vector<std::vector<line_id>> next;
        for (const std::vector<line_id>& set : open) {
            const auto from =
                set.empty() ? lines.begin() : std::find(lines.begin(), lines.end(), set.back()) + 1;
            for (auto line = from; line != lines.end(); ++line) {
                std::vector<line_id> grown = set;
                grown.push_back(*line);
                if (detail::contains_any(grown, found.minimal)) {
                    continue;
                }
                if (++tests > most_tests) {
                    found.complete = false;
                    return found;
                }
                const bool empty = detail::is_empty(detail::binding_only(table, grown), limits);
                (empty ? found.minimal : next).push_back(std::move(grown));
            }
        }
        open = std::move(next);
    }
    return found;
}

}  // namespace negotiation::deal
