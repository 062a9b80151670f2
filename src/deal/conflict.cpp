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
    const auto leaves_nothing = [&](const line_set& set) {
        return detail::is_empty(binding_only(table, set), limits, found.refused);
    };
    const auto without = leaves_nothing({});
    found.empty_without = without.value_or(false);
    const auto with_all =
        without == false && !lines.empty() ? leaves_nothing(lines) : std::optional<bool>(false);
    found.complete = without && with_all;
    if (!found.complete || lines.empty() || with_all == false) {
        return found;
    }
    // Sets that leave a deal, by size. Where one cannot be searched, no larger one is known to be
    // minimal.
    std::vector<line_set> open{{}};
    for (std::size_t tests = 0; !open.empty() && found.complete;) {
        std::vector<line_set> next;
        for (const line_set& set : open) {
            for (line_set& larger : grown(set, lines, found.minimal)) {
                const auto empty = ++tests > most_tests ? std::nullopt : leaves_nothing(larger);
                if (!empty) {
                    found.complete = false;
                } else {
                    (*empty ? found.minimal : next).push_back(std::move(larger));
                }
                if (tests > most_tests) {
                    return found;
                }
            }
        }
        open = std::move(next);
    }
    return found;
}

}  // namespace negotiation::deal
