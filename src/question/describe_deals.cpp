#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_deals.hpp>

#include "question/deals_tables.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// "161,700 feasible deals".
[[nodiscard]] std::string feasible_text(const deals_answer& a) {
    return grouped(a.feasible) +
           (a.feasible == outcome_count{1} ? " feasible deal" : " feasible deals");
}

/// "6,546 of 161,700 feasible deals suit both parties".
[[nodiscard]] std::string zone_text(const deals_answer& a, const zone_view& zone) {
    const std::string all = feasible_text(a);
    const std::string who = everybody(a.parties.size());
    if (zone.count && *zone.count > 0) {
        return fmt::format("{} of {} {} {}", grouped(*zone.count), all,
                           *zone.count == 1 ? "suits" : "suit", who);
    }
    if (!zone.empty) {
        return fmt::format("whether any of {} suits {} is not known", all, who);
    }
    if (*zone.empty) {
        return fmt::format("none of {} suits {}", all, who);
    }
    return fmt::format("some of {} suit {} (how many was not counted)", all, who);
}

[[nodiscard]] std::string short_zone_text(const zone_view& zone) {
    if (!zone.empty) {
        return "that is not known";
    }
    if (*zone.empty) {
        return "none does";
    }
    return zone.count ? fmt::format("{} {}", grouped(*zone.count), *zone.count == 1 ? "does" : "do")
                      : "some do";
}

[[nodiscard]] bool any_line(const deals_answer& a, bool is_public) {
    return std::any_of(a.red_lines.begin(), a.red_lines.end(),
                       [&](const named_line& line) { return line.is_public == is_public; });
}

[[nodiscard]] std::string headline(const deals_answer& a) {
    if (!any_line(a, true)) {
        return fmt::format("In public and in the back channel alike, {}. No red line is public.",
                           zone_text(a, a.in_back_channel));
    }
    return fmt::format("In the back channel {}; in public {}.", zone_text(a, a.in_back_channel),
                       short_zone_text(a.in_public));
}

/// "scope nuclear with 8 issues", "all 12 issues".
[[nodiscard]] std::string table_of_issues(const deals_answer& a) {
    if (!a.scope.empty()) {
        return scope_text(a.scope) + " with " + counted(a.issues.size(), "issue", "issues");
    }
    return a.issues.size() == 1 ? "the one issue" : fmt::format("all {} issues", a.issues.size());
}

[[nodiscard]] std::string table_text(const deals_answer& a) {
    std::vector<std::string> bound;
    for (const named_line& line : a.red_lines) {
        if (line.binds) {
            bound.push_back(line_text(line));
        }
    }
    const std::string lines =
        bound.empty()
            ? std::string("no red line binds")
            : counted(bound.size(), "red line binds", "red lines bind") + ", " + joined(bound);
    std::string text = fmt::format(
        "On the table: {}. {} can be written, {} {} feasible. A deal suits a party that gets from "
        "it what no deal gives or more. The talks are {}; {}{}.",
        table_of_issues(a), grouped(a.raw) + (a.raw == 1 ? " deal" : " deals"), grouped(a.feasible),
        a.feasible == outcome_count{1} ? "is" : "are",
        a.talks == publicity::secret ? "secret" : "public", a.red_lines_chosen ? "by choice " : "",
        lines);
    if (a.red_lines_chosen) {
        text += " So bound, " + zone_text(a, a.zone) + ".";
    }
    return text;
}

void add_obstacles(const deals_answer& a, std::vector<report::block>& into) {
    into.push_back(report::heading{"What stands in the way", 2});
    if (a.empty_without_red_lines) {
        into.push_back(report::paragraph{
            "Not red lines: with none of them binding there is still no deal that is worth the "
            "reservation value to " +
            everybody(a.parties.size()) + "."});
        return;
    }
    if (a.conflicts.empty()) {
        into.push_back(report::paragraph{
            !a.conflicts_complete ? "Not known: not every set of red lines could be tried."
            : a.red_lines.empty() ? "Nothing: there are no red lines."
                                  : "Nothing: with every red line binding there is a deal."});
        return;
    }
    report::bullets list;
    for (const auto& set : a.conflicts) {
        std::vector<std::string> lines;
        for (const named_line& line : set) {
            lines.push_back(line_text(line));
        }
        list.items.push_back(fmt::format("The {} of {} {} no deal.",
                                         set.size() == 1 ? "red line" : "red lines", joined(lines),
                                         set.size() == 1 ? "alone leaves" : "together leave"));
    }
    if (!a.conflicts_complete) {
        list.items.push_back("There may be more such sets: the search stopped at its limit.");
    }
    into.push_back(std::move(list));
}

void add_bridge(const deals_answer& a, std::vector<report::block>& into) {
    if (!a.bridge) {
        if (!a.conflicts.empty()) {
            into.push_back(report::paragraph{
                "No single option, opened by the party whose red line closes it, brings a deal "
                "back."});
        }
        return;
    }
    const bridge_view& b = *a.bridge;
    std::vector<std::string> worth;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        worth.push_back(number(b.nash.utilities[i]) + " to " + a.parties[i].name);
    }
    into.push_back(report::paragraph{fmt::format(
        "The bridge: if {} allowed {} = {}, {} with every other red line still binding; {} worth "
        "{}.",
        b.line.party, b.line.issue, to_string(b.option),
        b.zone
            ? grouped(*b.zone) + (*b.zone == 1 ? " deal would come back" : " deals would come back")
            : std::string("deals would come back"),
        b.zone == outcome_count{1} ? "it is" : "the Nash deal among them is", joined(worth))});
}

[[nodiscard]] std::string margin_text(const party_view& who) {
    const std::string assumed =
        who.no_deal.assumed ? "; the value is assumed" : "; the value is not marked as assumed";
    const double value = who.no_deal.value;
    if (!who.margin_known) {
        return fmt::format("{}: how far its reservation value may move is not known{}.", who.name,
                           assumed);
    }
    if (!who.margin) {
        return fmt::format("{}: no reservation value of its own would open a deal{}.", who.name,
                           assumed);
    }
    if (*who.margin < value) {
        return fmt::format(
            "{}: its reservation value would have to fall from {} to {} before "
            "there is a deal{}.",
            who.name, number(value), number(*who.margin), assumed);
    }
    if (number(value) == number(*who.margin)) {
        return fmt::format(
            "{}: its reservation value of {} could not rise without emptying the "
            "zone{}.",
            who.name, number(value), assumed);
    }
    return fmt::format(
        "{}: its reservation value could rise from {} to {}, by {}, before the "
        "zone is empty{}.",
        who.name, number(value), number(*who.margin), number(*who.margin - value), assumed);
}

/// Reservation values are values, before risk attitude; the tables show utilities, after it.
[[nodiscard]] bool any_risk_attitude(const deals_answer& a) {
    return std::any_of(a.parties.begin(), a.parties.end(), [](const party_view& who) {
        return number(who.no_deal.value) != number(who.no_deal.utility);
    });
}

void add_margins(const deals_answer& a, std::vector<report::block>& into) {
    into.push_back(report::heading{"How far the assumptions may move", 2});
    report::bullets list;
    for (const party_view& who : a.parties) {
        list.items.push_back(margin_text(who));
    }
    into.push_back(std::move(list));
    if (any_risk_attitude(a)) {
        into.push_back(report::paragraph{
            "Reservation values are values before risk attitude, utilities are after it."});
    }
}

void add_lottery(const std::string& title, const std::optional<lottery_view>& toss,
                 report::bullets& into) {
    if (!toss) {
        into.items.push_back(title + ": none.");
        return;
    }
    std::string text = title + ": ";
    for (std::size_t k = 0; k < toss->deals.size(); ++k) {
        const double percent = 100 * toss->chances[k];
        text += (k == 0 ? "" : "; ") +
                (percent < 0.05 ? fmt::format("{:.1g}", percent) : fmt::format("{:.1f}", percent)) +
                " % for (";
        for (std::size_t c = 0; c < toss->deals[k].size(); ++c) {
            text += (c == 0 ? "" : ", ") + to_string(toss->deals[k][c].option);
        }
        text += ")";
    }
    text += "; expected ";
    std::vector<std::string> worth;
    for (const double u : toss->utilities) {
        worth.push_back(number(u));
    }
    into.items.push_back(text + joined(worth) + ".");
}

void add_lotteries(const deals_answer& a, std::vector<report::block>& into) {
    if (!a.lotteries) {
        return;
    }
    into.push_back(report::heading{"If the parties may toss a coin between deals", 2});
    report::bullets list;
    add_lottery(a.powers.empty() ? "Nash" : "Weighted Nash", a.lotteries->nash, list);
    add_lottery("KS", a.lotteries->kalai_smorodinsky, list);
    add_lottery("Egalitarian", a.lotteries->egalitarian, list);
    add_lottery("Utilitarian", a.lotteries->utilitarian, list);
    into.push_back(std::move(list));
}

/// "Zone counted by stream, frontier found by eliminate", or less where less was done.
[[nodiscard]] std::string method_text(const deals_answer& a) {
    if (!a.method) {
        return "Nothing could be searched";
    }
    if (!a.zone.count) {
        return fmt::format("The frontier was found by {}", deal::to_string(*a.method));
    }
    std::string counting = fmt::format("The zone was counted by {}", deal::to_string(*a.method));
    if (!a.frontier_method) {
        return counting;
    }
    return *a.frontier_method == *a.method
               ? fmt::format("Searched by {}", deal::to_string(*a.method))
               : fmt::format("{}, the frontier found by {}", counting,
                             deal::to_string(*a.frontier_method));
}

/// Where some reservation value opens or closes a deal, they matter more than any other number.
[[nodiscard]] std::string weight_of_reservations(const deals_answer& a) {
    const bool one = a.parties.size() == 1;
    if (std::any_of(a.parties.begin(), a.parties.end(),
                    [](const party_view& who) { return who.margin.has_value(); })) {
        return fmt::format("{} the most influential of all: see how far {} may move",
                           one ? "is" : "are", one ? "it" : "they");
    }
    if (std::any_of(a.parties.begin(), a.parties.end(),
                    [](const party_view& who) { return !who.margin_known; })) {
        return fmt::format("may be the most influential of all: how far {} may move is not known",
                           one ? "it" : "they");
    }
    return one ? "is not what stands in the way" : "are not what stands in the way";
}

[[nodiscard]] std::string closing_note(const deals_answer& a) {
    std::vector<std::string> values;
    for (const party_view& who : a.parties) {
        values.push_back(no_deal_text(who.name, who.no_deal));
    }
    return fmt::format("This rests on {}. The reservation {}, {}, {}. {}.",
                       basis_text(a.assumed_numbers, a.unsourced_numbers),
                       values.size() == 1 ? "value" : "values", joined(values),
                       weight_of_reservations(a), method_text(a));
}

}  // namespace
}  // namespace detail

report::document describe(const deals_answer& answer, bool whole_frontier) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{
        answer.scope.empty() ? answer.scenario : answer.scenario + ": " + answer.scope, 1});
    blocks.push_back(report::paragraph{detail::headline(answer)});
    blocks.push_back(report::paragraph{detail::table_text(answer)});
    if (answer.expects) {
        blocks.push_back(report::paragraph{detail::expectation_text(*answer.expects)});
    }
    if (!answer.refused.empty()) {
        blocks.push_back(report::note{"Not everything could be computed. " + answer.refused});
    }
    detail::add_obstacles(answer, blocks);
    detail::add_bridge(answer, blocks);
    detail::add_fair_deals(answer, blocks);
    detail::add_frontier(answer, whole_frontier, blocks);
    detail::add_lotteries(answer, blocks);
    detail::add_margins(answer, blocks);
    blocks.push_back(report::note{detail::closing_note(answer)});
    return {std::move(blocks)};
}

}  // namespace negotiation::question
