#include <algorithm>
#include <utility>

#include <negotiation/deal/conflict.hpp>

#include "deal/red_lines.hpp"

namespace negotiation::deal {

namespace {

using line_set = std::vector<line_id>;

/// A copy in which exactly these red lines bind.
bargaining binding_only(const bargaining& table, const line_set& lines) {
    bargaining chosen = with_red_lines(table, [](party_id, const auto&) { return false; });
    for (const line_id& id : lines) {
        chosen.parties[id.party].red_lines[id.line].binds = true;
    }
    return chosen;
}

/// True when some set of the list lies within `lines`.
bool contains_any(const line_set& lines, const std::vector<line_set>& list) {
    const auto within = [&](const line_set& set) {
        return std::all_of(set.begin(), set.end(), [&](const line_id& id) {
            return std::find(lines.begin(), lines.end(), id) != lines.end();
        });
    };
    return std::any_of(list.begin(), list.end(), within);
}

/// Sets one line larger, that line coming after the last; none that contains a known conflict.
std::vector<line_set> grown(const line_set& set, const line_set& lines,
                            const std::vector<line_set>& known) {
    std::vector<line_set> larger;
    const auto from =
        set.empty() ? lines.begin() : std::find(lines.begin(), lines.end(), set.back()) + 1;
    for (auto line = from; line != lines.end(); ++line) {
        line_set next = set;
        next.push_back(*line);
        if (!contains_any(next, known)) {
            larger.push_back(std::move(next));
        }
    }
    return larger;
}

}  // namespace

conflicts minimal_conflicts(const bargaining& table, std::size_t most_tests, const budget& limits) {
    const line_set lines = detail::all_lines(table);
    conflicts found;
    const auto clash = [&](const line_set& set) {
        const bool empty = detail::is_empty(binding_only(table, set), limits, found.refused);
        found.complete = found.complete && !found.refused;
        return empty;
    };
    found.empty_without = clash({});
    if (found.empty_without || !clash(lines)) {
        return found;
    }
    // Sets that leave a deal, by size.
    std::vector<line_set> open{{}};
    for (std::size_t tests = 0; !open.empty();) {
        std::vector<line_set> next;
        for (const line_set& set : open) {
            for (line_set& larger : grown(set, lines, found.minimal)) {
                if (++tests > most_tests) {
                    found.complete = false;
                    return found;
                }
                const bool empty = clash(larger);
                (empty ? found.minimal : next).push_back(std::move(larger));
            }
        }
        open = std::move(next);
    }
    return found;
}

}  // namespace negotiation::deal
