#pragma once

/// @file
/// The fair deals and the frontier as tables.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/deals_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// The solutions, those that single out the same deal in one column.
struct solution_column {
    std::string title;
    const solution_view* view = nullptr;
};

[[nodiscard]] inline std::vector<solution_column> columns_of(const deals_answer& a) {
    std::vector<solution_column> columns;
    const auto add = [&](const std::string& title, const std::optional<solution_view>& view) {
        if (!view) {
            return;
        }
        for (solution_column& column : columns) {
            if (column.view->outcome == view->outcome) {
                column.title += ", " + title;
                return;
            }
        }
        columns.push_back({title, &*view});
    };
    add(a.powers.empty() ? "Nash" : "weighted Nash", a.solutions.nash);
    add("KS", a.solutions.kalai_smorodinsky);
    add("egalitarian", a.solutions.egalitarian);
    add("utilitarian", a.solutions.utilitarian);
    return columns;
}

/// A row: its name, what holds today, and an entry for each column.
template <class Entry>
[[nodiscard]] std::vector<std::string> row_of(std::string name, std::string today,
                                              const std::vector<solution_column>& columns,
                                              Entry entry) {
    std::vector<std::string> row{std::move(name), std::move(today)};
    for (const solution_column& column : columns) {
        row.push_back(entry(*column.view));
    }
    return row;
}

inline void add_party_rows(const deals_answer& a, const std::vector<solution_column>& columns,
                           report::table& table) {
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        table.rows.push_back(
            row_of(a.parties[i].name, number(a.parties[i].status_quo), columns,
                   [i](const solution_view& s) { return number(s.utilities[i]); }));
        table.rows.push_back(row_of("  gain", "", columns,
                                    [i](const solution_view& s) { return change(s.gains[i]); }));
        if (a.expects) {
            table.rows.push_back(
                row_of("  if carried out", "", columns,
                       [i](const solution_view& s) { return number(s.carried_out[i]); }));
        }
    }
}

inline void add_other_rows(const deals_answer& a, const std::vector<solution_column>& columns,
                           report::table& table) {
    const auto said = [](const onlooker_view& view) {
        return number(view.utility) + (view.content ? " yes" : "  no");
    };
    if (!a.onlookers.empty() || !a.reported.empty()) {
        table.rows.emplace_back();
    }
    for (std::size_t k = 0; k < a.onlookers.size(); ++k) {
        table.rows.push_back(row_of(
            fmt::format("{} (needs {})", a.onlookers[k].name, number(a.onlookers[k].threshold)),
            said(a.onlookers[k]), columns,
            [&](const solution_view& s) { return said(s.onlookers[k]); }));
    }
    for (std::size_t k = 0; k < a.reported.size(); ++k) {
        table.rows.push_back(
            row_of(a.reported[k].name, reported_text(a.reported[k].value), columns,
                   [k](const solution_view& s) { return reported_text(s.reported[k].value); }));
    }
}

/// Units stand below the table: beside the names they would make it too wide.
[[nodiscard]] inline std::string units_text(const deals_answer& a) {
    std::vector<std::string> units;
    for (const issue_view& of : a.issues) {
        if (!of.unit.empty()) {
            units.push_back(of.name + " in " + of.unit);
        }
    }
    return units.empty() ? std::string() : "Units: " + joined(units) + ". ";
}

/// What Nash's solution maximises, with the powers where some were given.
[[nodiscard]] inline std::string nash_text(const deals_answer& a) {
    if (a.powers.empty()) {
        return "Nash: greatest product of gains.";
    }
    std::vector<std::string> powers;
    for (const auto& [name, power] : a.powers) {
        powers.push_back(fmt::format("{} {:g}", name, power));
    }
    return "Weighted Nash: greatest product of gains, each to its party's power (" +
           joined(powers) + ").";
}

inline void add_fair_deals(const deals_answer& a, std::vector<report::block>& into) {
    const std::vector<solution_column> columns = columns_of(a);
    if (columns.empty()) {
        return;
    }
    into.push_back(report::heading{"Fair deals", 2});
    report::table table;
    table.columns = {{"", report::alignment::left}, {"today", report::alignment::right}};
    for (const solution_column& column : columns) {
        table.columns.push_back({column.title, report::alignment::right});
    }
    for (std::size_t k = 0; k < a.issues.size(); ++k) {
        const issue_view& of = a.issues[k];
        table.rows.push_back(
            row_of(of.name, of.status_quo ? to_string(*of.status_quo) : "-", columns,
                   [k](const solution_view& s) { return to_string(s.outcome[k].option); }));
    }
    table.rows.emplace_back();
    add_party_rows(a, columns, table);
    add_other_rows(a, columns, table);
    into.push_back(std::move(table));
    into.push_back(report::paragraph{
        units_text(a) + "A gain is over no deal. " + nash_text(a) +
        " KS (Kalai-Smorodinsky): greatest "
        "least share of what each could gain at most. Egalitarian: greatest least gain. "
        "Utilitarian: greatest sum. The last two compare utilities of different parties."});
}

[[nodiscard]] inline std::string frontier_text(const deals_answer& a) {
    std::vector<std::string> spans;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        const auto column = a.frontier.column(i);
        const auto [least, most] = std::minmax_element(column.begin(), column.end());
        spans.push_back(a.parties[i].name + " gets " + number(*least) +
                        (number(*least) == number(*most) ? "" : " to " + number(*most)));
    }
    return fmt::format(
        "{} efficient: no deal betters {} for one party without hurting another. Along "
        "the frontier {}.",
        counted(a.frontier.size(), "combination of utilities is", "combinations of utilities are"),
        a.frontier.size() == 1 ? "it" : "one of them", joined(spans));
}

[[nodiscard]] inline report::table frontier_table(const deals_answer& a) {
    report::table table;
    table.columns = {{"point", report::alignment::right}};
    for (const party_view& who : a.parties) {
        table.columns.push_back({who.name, report::alignment::right});
    }
    table.columns.push_back({"deals", report::alignment::right});
    for (const issue_view& of : a.issues) {
        table.columns.push_back({of.name, report::alignment::right});
    }
    for (std::size_t k = 0; k < a.frontier.size(); ++k) {
        std::vector<std::string> row{std::to_string(k + 1)};
        for (const double u : a.frontier.row(k)) {
            row.push_back(number(u));
        }
        row.push_back(grouped(a.frontier.counts[k]));
        for (const clause& part : point_of(a, k)) {
            row.push_back(to_string(part.option));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

inline void add_frontier(const deals_answer& a, bool whole, std::vector<report::block>& into) {
    if (a.frontier.size() == 0) {
        return;
    }
    into.push_back(report::heading{"The frontier", 2});
    into.push_back(report::paragraph{frontier_text(a)});
    if (whole) {
        into.push_back(frontier_table(a));
    }
}

}  // namespace negotiation::question::detail
