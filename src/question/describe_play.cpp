#include <algorithm>
#include <cstddef>
#include <optional>
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

/// The point of the Nash deal; null where there is none, or where it is not efficient as told.
[[nodiscard]] const efficient_deal* nash_point(const play_answer& a) {
    const auto found =
        std::find_if(a.frontier.begin(), a.frontier.end(),
                     [&](const efficient_deal& point) { return point.utilities == a.talks.nash; });
    return found == a.frontier.end() ? nullptr : &*found;
}

/// Deals side by side: what was agreed, the Nash deal, and what the person could have had.
[[nodiscard]] std::optional<report::table> deals_table(const play_answer& a) {
    using report::alignment;
    std::vector<std::pair<std::string, const draft*>> deals;
    if (a.talks.outcome) {
        deals.emplace_back("agreed", &*a.talks.outcome);
    }
    const auto add = [&](const std::string& name, const efficient_deal* point) {
        if (point == nullptr) {
            return;
        }
        const auto same = std::find_if(deals.begin(), deals.end(), [&](const auto& known) {
            return *known.second == point->outcome;
        });
        if (same == deals.end()) {
            deals.emplace_back(name, &point->outcome);
        } else {
            same->first += ", " + name;
        }
    };
    add("Nash", nash_point(a));
    add("best for " + a.talks.parties[a.seat].name, best_for_person(a));
    if (deals.empty()) {
        return std::nullopt;
    }
    report::table table{"Deals, issue by issue:", {{"issue", alignment::left}}, {}};
    for (const auto& [name, deal] : deals) {
        table.columns.push_back({name, alignment::right});
    }
    for (std::size_t k = 0; k < deals.front().second->size(); ++k) {
        std::vector<std::string> row{(*deals.front().second)[k].issue};
        for (const auto& [name, deal] : deals) {
            row.push_back(to_string((*deal)[k].option));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
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
        row.emplace_back(agreed                                ? "what you agreed"
                         : &a.frontier[place] == nash_point(a) ? "the Nash deal"
                                                               : "");
        points.rows.push_back(std::move(row));
    }
    return points;
}

}  // namespace
}  // namespace detail

report::document describe(const play_answer& answer) {
    report::document page = describe(answer.talks);
    page.blocks.push_back(report::heading{"What was possible", 2});
    if (answer.input_ended) {
        page.blocks.push_back(report::paragraph{
            fmt::format("The input of {} ended before the talks did, which counts as walking away.",
                        answer.talks.parties[answer.seat].name)});
    }
    page.blocks.push_back(report::paragraph{detail::left_text(answer)});
    if (!answer.frontier.empty()) {
        page.blocks.push_back(report::paragraph{fmt::format(
            "The frontier has {}{}:", detail::counted(answer.frontier.size(), "point", "points"),
            answer.frontier.size() > detail::most_points
                ? fmt::format(", {} of them here", detail::most_points)
                : std::string())});
        page.blocks.push_back(detail::possible_table(answer));
    }
    if (auto deals = detail::deals_table(answer)) {
        page.blocks.push_back(*std::move(deals));
    }
    return page;
}

}  // namespace negotiation::question
