#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_tournament.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using laboratory::mark;
using laboratory::standing;

constexpr std::size_t most_in_matrix = 10;  ///< columns that still fit a line
constexpr std::size_t most_kinds = 5;       ///< of faults

[[nodiscard]] std::string or_dash(const std::optional<double>& value) {
    return value ? number(*value) : "-";
}

[[nodiscard]] std::string percent(const std::optional<double>& share) {
    return share ? fmt::format("{:.1f} %", 100 * *share) : "-";
}

[[nodiscard]] std::string rounds(const std::optional<double>& mean) {
    return mean ? fmt::format("{:.1f}", *mean) : "-";
}

[[nodiscard]] std::optional<double> distance(const laboratory::distances& to, mark m) {
    return to[static_cast<std::size_t>(m)];
}

[[nodiscard]] std::string repeats_text(std::size_t repeats) {
    return repeats == 1   ? "once"
           : repeats == 2 ? "twice"
                          : fmt::format("{} times", grouped(repeats));
}

/// How often each pairing met, and where.
[[nodiscard]] std::string where_played(const tournament_answer& a) {
    const std::string scope = a.scope.empty() ? std::string() : " (scope " + a.scope + ")";
    const std::string ways =
        a.mediators.size() > 1
            ? fmt::format(", under each of {} ways of talking", grouped(a.mediators.size()))
            : std::string();
    return fmt::format("{} on each scenario{}{}", repeats_text(a.repeats), scope, ways);
}

/// Over whom, where all matches have the same mediators.
[[nodiscard]] std::string over_whom(const tournament_answer& a) {
    const bool mediated = a.mediators.size() == 1 && a.mediators.front().name != "direct";
    return mediated ? " over " + a.mediators.front().name : std::string();
}

[[nodiscard]] std::string what_was_played(const tournament_answer& a) {
    const std::string how = a.rotate ? "every strategy in every seat against every other and itself"
                                     : "every choice of strategies once, seated in the order given";
    std::string text = a.complete ? counted(a.matches, "negotiation", "negotiations")
                                  : fmt::format("Stopped after {} of {}", grouped(a.matches),
                                                counted(a.planned, "negotiation", "negotiations"));
    text += fmt::format(": {}, {}. Alternating offers{}, at most {}, clock {}, seed {}", how,
                        where_played(a), over_whom(a),
                        counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
                        to_string(a.clock), a.seed);
    return text + (a.breakdown > 0
                       ? fmt::format("; after each round talks break down with probability {}.",
                                     a.breakdown)
                       : std::string("."));
}

/// Places of the rows, the best first.
[[nodiscard]] std::vector<std::size_t> by_rank(const std::vector<standing>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].rank < rows[b].rank; });
    return order;
}

[[nodiscard]] std::string half_width(const standing& row) {
    return row.high ? "± " + number(*row.high - *row.mean_utility) : "-";
}

[[nodiscard]] report::table strategies_table(const std::vector<standing>& rows) {
    report::table table;
    table.columns = {
        {"rank", report::alignment::right},      {"strategy", report::alignment::left},
        {"utility", report::alignment::right},   {"95 %", report::alignment::right},
        {"advantage", report::alignment::right}, {"agreed", report::alignment::right},
        {"rounds", report::alignment::right},    {"to Pareto", report::alignment::right},
        {"to Nash", report::alignment::right}};
    for (const std::size_t k : by_rank(rows)) {
        const standing& row = rows[k];
        table.rows.push_back({fmt::format("{}", row.rank), row.name, or_dash(row.mean_utility),
                              half_width(row), or_dash(row.mean_advantage),
                              percent(row.agreement_rate), rounds(row.mean_rounds),
                              or_dash(distance(row.mean_distances, mark::pareto)),
                              or_dash(distance(row.mean_distances, mark::nash))});
    }
    return table;
}

[[nodiscard]] report::table mediators_table(const std::vector<standing>& rows) {
    report::table table;
    table.caption = "What stands between the parties:";
    table.columns = {{"rank", report::alignment::right},     {"mediator", report::alignment::left},
                     {"utility", report::alignment::right},  {"95 %", report::alignment::right},
                     {"agreed", report::alignment::right},   {"rounds", report::alignment::right},
                     {"to Pareto", report::alignment::right}};
    for (const std::size_t k : by_rank(rows)) {
        const standing& row = rows[k];
        table.rows.push_back({fmt::format("{}", row.rank), row.name, or_dash(row.mean_utility),
                              half_width(row), percent(row.agreement_rate), rounds(row.mean_rounds),
                              or_dash(distance(row.mean_distances, mark::pareto))});
    }
    return table;
}

[[nodiscard]] report::table pairs_table(const tournament_answer& a) {
    report::table table;
    table.caption = "What the strategy of the row got, on average, against that of the column:";
    table.columns = {{"", report::alignment::left}};
    for (std::size_t k = 0; k < a.strategies.size(); ++k) {
        table.columns.push_back({fmt::format("{}", k + 1), report::alignment::right});
    }
    for (std::size_t k = 0; k < a.strategies.size(); ++k) {
        std::vector<std::string> row{fmt::format("{} {}", k + 1, a.strategies[k].name)};
        for (const auto& worth : a.pairs[k]) {
            row.push_back(or_dash(worth));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] std::string seats_text(const tournament_scenario& on) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < on.parties.size(); ++i) {
        parts.push_back(on.result.mean_utilities.empty()
                            ? on.parties[i]
                            : on.parties[i] + " " + number(on.result.mean_utilities[i]));
    }
    return joined(parts);
}

[[nodiscard]] report::table scenarios_table(const tournament_answer& a) {
    report::table table;
    table.caption = "The scenarios, and what each seat got on average:";
    table.columns = {
        {"scenario", report::alignment::left},   {"deals", report::alignment::right},
        {"efficient", report::alignment::right}, {"agreed", report::alignment::right},
        {"rounds", report::alignment::right},    {"to Pareto", report::alignment::right},
        {"seats", report::alignment::left}};
    for (const tournament_scenario& on : a.scenarios) {
        table.rows.push_back(
            {on.result.name,
             on.result.deals ? grouped(outcome_count{*on.result.deals}) : "unlisted",
             on.result.refused.empty() ? grouped(outcome_count{on.result.efficient}) : "unknown",
             percent(on.result.agreement_rate), rounds(on.result.mean_rounds),
             or_dash(distance(on.result.mean_distances, mark::pareto)), seats_text(on)});
    }
    return table;
}

[[nodiscard]] std::string fault_text(const broken_matches& kind) {
    const std::string when = kind.round == 0 ? std::string("before the talks began")
                                             : fmt::format("in round {}", kind.round);
    const std::string& culprit = kind.strategy.empty() ? kind.mediator : kind.strategy;
    const std::string seat = kind.party.empty() ? std::string() : "as " + kind.party + ", ";
    return fmt::format("{} on {}, {}: {} (first {}{})", culprit, kind.scenario,
                       repeats_text(kind.count), kind.what, seat, when);
}

void add_faults(const tournament_answer& a, std::vector<report::block>& into) {
    if (a.faults == 0) {
        return;
    }
    const bool mediated = std::any_of(a.broken.begin(), a.broken.end(),
                                      [](const auto& kind) { return kind.strategy.empty(); });
    into.push_back(
        report::paragraph{fmt::format("{} broken by a strategy{} and left out of every mean:",
                                      a.faults == 1 ? std::string("One negotiation was")
                                                    : grouped(a.faults) + " negotiations were",
                                      mediated ? " or a mediator" : "")});
    report::bullets list;
    for (std::size_t k = 0; k < std::min(most_kinds, a.broken.size()); ++k) {
        list.items.push_back(fault_text(a.broken[k]));
    }
    if (a.broken.size() > most_kinds) {
        list.items.emplace_back("and others");
    }
    into.push_back(std::move(list));
}

void add_notes(const tournament_answer& a, std::vector<report::block>& into) {
    into.push_back(report::note{
        "Utilities are on the scales of the scenarios. The advantage is the share of what a seat "
        "could gain over no deal, 0 no deal and 1 its best deal. Distances are in utility, ends "
        "without a deal included. Repeats are averaged first; the interval (95 %) takes seats, "
        "opponents and scenarios for a sample."});
    if (!a.rotate) {
        into.push_back(report::note{
            "Roles were not rotated: a strategy that is listed first sits in the first seat."});
    }
    if (!a.complete_information.empty()) {
        into.push_back(report::note{joined(a.complete_information) +
                                    (a.complete_information.size() == 1 ? " reads" : " read") +
                                    " the others' true preferences."});
    }
    for (const tournament_scenario& on : a.scenarios) {
        if (on.has_rules) {
            into.push_back(report::note{on.result.name +
                                        " says how its talks run; a tournament plays all scenarios "
                                        "by the same rules and does not read it."});
        }
        if (!on.result.refused.empty()) {
            into.push_back(report::note{on.result.name + ": no distances. " + on.result.refused});
        }
    }
    into.push_back(report::note{fmt::format(
        "This rests on {}.",
        a.assumed_numbers == 0 ? std::string("no number that is marked as assumed")
                               : counted(a.assumed_numbers, "assumed number", "assumed numbers"))});
}

}  // namespace
}  // namespace detail

report::document describe(const tournament_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{
        fmt::format("Tournament of {} on {}",
                    detail::counted(answer.strategies.size(), "strategy", "strategies"),
                    detail::counted(answer.scenarios.size(), "scenario", "scenarios")),
        1});
    blocks.push_back(report::paragraph{detail::what_was_played(answer)});
    blocks.push_back(detail::strategies_table(answer.strategies));
    if (answer.mediators.size() > 1) {
        blocks.push_back(detail::mediators_table(answer.mediators));
    }
    detail::add_faults(answer, blocks);
    if (answer.strategies.size() > 1 && answer.strategies.size() <= detail::most_in_matrix) {
        blocks.push_back(detail::pairs_table(answer));
    }
    blocks.push_back(detail::scenarios_table(answer));
    detail::add_notes(answer, blocks);
    return {std::move(blocks)};
}

}  // namespace negotiation::question
