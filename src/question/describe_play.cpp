#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/describe_play.hpp>
#include <negotiation/question/describe_run.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

constexpr std::size_t most_points = 20;

/// The best for the person among efficient deals that leave nobody else with less.
[[nodiscard]] const efficient_deal* best_for_person(const play_answer& a) {
    const efficient_deal* best = nullptr;
    for (const efficient_deal& point : a.frontier) {
        bool harms = false;
        for (std::size_t i = 0; i < point.utilities.size(); ++i) {
            harms = harms || (i != a.seat && point.utilities[i] < a.talks.utilities[i] - 1e-12);
        }
        if (!harms && (best == nullptr || best->utilities[a.seat] < point.utilities[a.seat])) {
            best = &point;
        }
    }
    return best;
}

[[nodiscard]] std::string left_text(const play_answer& a) {
    if (!a.refused.empty()) {
        return a.refused;
    }
    const efficient_deal* best = best_for_person(a);
    if (best == nullptr) {
        return a.frontier.empty() ? "No deal suits everybody at this table."
                                  : "No efficient deal gives the others as much as they have.";
    }
    const double mine = a.talks.utilities[a.seat];
    const double more = best->utilities[a.seat] - mine;
    const std::string& who = a.talks.parties[a.seat].name;
    if (more <= 1e-12) {
        return fmt::format("{} got {}; with the others no worse off nothing better was possible.",
                           who, number(mine));
    }
    return fmt::format("{} got {}; with the others no worse off it could have had {}, {} more.",
                       who, number(mine), number(best->utilities[a.seat]), number(more));
}

/// Some of the frontier, evenly over all of it, its ends included.
[[nodiscard]] report::table possible_table(const play_answer& a) {
    using report::alignment;
    report::table points{"", {}, {}};
    for (const player& one : a.talks.parties) {
        points.columns.push_back({one.name, alignment::right});
    }
    points.columns.push_back({"", alignment::left});
    const std::size_t all = a.frontier.size();
    const std::size_t shown_points = std::min(all, most_points);
    for (std::size_t k = 0; k < shown_points; ++k) {
        const std::size_t place = shown_points < 2 ? 0 : k * (all - 1) / (shown_points - 1);
        std::vector<std::string> row;
        for (const double utility : a.frontier[place].utilities) {
            row.push_back(number(utility));
        }
        const bool agreed = a.talks.outcome && *a.talks.outcome == a.frontier[place].outcome;
        row.emplace_back(agreed ? "what you agreed" : "");
        points.rows.push_back(std::move(row));
    }
    return points;
}

}  // namespace
}  // namespace detail

report::document describe(const play_answer& answer) {
    report::document page = describe(answer.talks);
    page.blocks.push_back(report::heading{"What was possible", 2});
    page.blocks.push_back(report::paragraph{detail::left_text(answer)});
    if (!answer.frontier.empty()) {
        page.blocks.push_back(report::paragraph{fmt::format(
            "The frontier has {}{}:", detail::counted(answer.frontier.size(), "point", "points"),
            answer.frontier.size() > detail::most_points
                ? fmt::format(", {} of them here", detail::most_points)
                : std::string())});
        page.blocks.push_back(detail::possible_table(answer));
    }
    return page;
}

}  // namespace negotiation::question
