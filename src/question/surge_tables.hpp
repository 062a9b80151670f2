#pragma once

/// @file
/// How the joint win-set shrinks when factions grow, told to a person.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/ratify_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// "53%*", the star on what it is today.
[[nodiscard]] inline std::string share_text(const surge_axis& axis, std::size_t k) {
    return fmt::format("{:.0f}%{}", 100 * axis.shares[k], k == axis.today ? "*" : "");
}

/// Shares of the second axis; one where there is none.
[[nodiscard]] inline std::size_t columns_of(const surge_view& s) {
    return s.axes.size() > 1 ? s.axes[1].shares.size() : 1;
}

/// From which place of an axis on no deal is left, whatever the other; nothing where some always
/// are.
[[nodiscard]] inline std::optional<std::size_t> gone_from(const surge_view& s,
                                                          const std::vector<std::uint64_t>& joint,
                                                          std::size_t axis) {
    const std::size_t columns = columns_of(s);
    std::size_t last = 0;  // behind the last place at which a deal is left
    for (std::size_t k = 0; k < joint.size(); ++k) {
        const std::size_t place = axis == 0 ? k / columns : k % columns;
        last = joint[k] > 0 ? std::max(last, place + 1) : last;
    }
    return last < s.axes[axis].shares.size() ? std::optional(last) : std::nullopt;
}

/// Where the joint win-set ends.
[[nodiscard]] inline std::string vanishing(const surge_view& s,
                                           const std::vector<std::uint64_t>& joint) {
    std::vector<std::string> ends;
    for (std::size_t axis = 0; axis < s.axes.size(); ++axis) {
        const surge_axis& of = s.axes[axis];
        const auto from = gone_from(s, joint, axis);
        if (from == 0U) {
            return "no deal is left at any share";
        }
        if (from) {
            ends.push_back(fmt::format("no deal is left once {} have {:.0f}% of {}", of.faction,
                                       100 * of.shares[*from], of.chamber));
        }
    }
    return ends.empty() ? "some deal is left however far they grow" : joined(ends);
}

[[nodiscard]] inline report::table surge_table(const surge_view& s,
                                               const std::vector<std::uint64_t>& joint,
                                               const std::string& lines) {
    const surge_axis& down = s.axes.front();
    report::table table;
    table.caption = fmt::format("Public red lines {}: {}.", lines, vanishing(s, joint));
    table.columns = {{down.faction, report::alignment::right}};
    for (std::size_t k = 0; k < columns_of(s); ++k) {
        table.columns.push_back({s.axes.size() > 1 ? share_text(s.axes[1], k) : "deals left",
                                 report::alignment::right});
    }
    for (std::size_t r = 0; r < down.shares.size(); ++r) {
        table.rows.push_back({share_text(down, r)});
        for (std::size_t k = 0; k < columns_of(s); ++k) {
            table.rows.back().push_back(grouped(joint[r * columns_of(s) + k]));
        }
    }
    return table;
}

inline void add_surge(const surge_view& s, const ratify_answer& a,
                      std::vector<report::block>& into) {
    into.push_back(report::heading{"When factions grow", 2});
    std::vector<std::string> axes;
    for (const surge_axis& of : s.axes) {
        axes.push_back(
            fmt::format("{} among the {} votes of {}", of.faction, grouped(of.votes), of.chamber));
    }
    into.push_back(report::paragraph{fmt::format(
        "How many of the {} {} deals pass in every home, by the share of {}{}. A star marks what "
        "it is today; the other factions of a chamber keep their proportions.",
        grouped(s.deals), s.range, axes.front(),
        axes.size() > 1 ? " (down) and of " + axes.back() + " (across)" : "")});
    if (a.talks == publicity::secret) {
        into.push_back(surge_table(s, s.joint, "off"));
    }
    into.push_back(surge_table(s, s.red_lines_on, "on"));
}

}  // namespace negotiation::question::detail
