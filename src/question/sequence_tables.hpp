#pragma once

/// @file
/// What stands beside an order, as tables: who must trust how much, what it hangs on, what keeps
/// steps honest.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/order_text.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

/// With the fraction where that says something: "0.1471 (5/34)".
[[nodiscard]] inline std::string trust_text(const trust_view& t) {
    constexpr std::size_t readable = 9;
    const bool told = t.exact.size() > 1 && t.exact.size() <= readable;
    return number(t.trust) + (told ? " (" + t.exact + ")" : "");
}

/// "United States 0.1471 (5/34), Iran 0.1727 (19/110)".
[[nodiscard]] inline std::string trusts_text(const std::vector<trust_view>& all) {
    std::vector<std::string> parts;
    for (const trust_view& t : all) {
        parts.push_back(t.party + " " + trust_text(t));
    }
    return joined(parts);
}

inline void add_pareto(const sequence_answer& a, const sequence_variant& v,
                       std::vector<report::block>& into) {
    if (v.pareto.size() < 2) {
        return;
    }
    report::table table;
    table.caption =
        "Who must trust how much: nobody's trust can be lower without another's being "
        "higher.";
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"moves", report::alignment::right});
    table.columns.push_back({"goes first", report::alignment::left});
    constexpr std::size_t told = 12;
    for (std::size_t k = 0; k < std::min(told, v.pareto.size()); ++k) {
        const order_view& point = v.pareto[k];
        std::vector<std::string> row;
        for (const trust_view& t : point.by_party) {
            row.push_back(trust_text(t));
        }
        row.push_back(fmt::format("{}", point.runs.size()));
        row.push_back(point.runs.empty() ? "" : point.runs.front().party);
        table.rows.push_back(std::move(row));
    }
    into.push_back(std::move(table));
    if (v.pareto.size() > told) {
        into.push_back(report::paragraph{
            fmt::format("And {} more; --json has all of them.", v.pareto.size() - told)});
    }
}

[[nodiscard]] inline std::string delay_text(const std::optional<double>& days) {
    return !days ? "none" : std::isinf(*days) ? "any" : fmt::format("{:.0f} days", *days);
}

[[nodiscard]] inline std::string needed_text(const std::optional<double>& probability) {
    return probability ? number(*probability) : "no probability does";
}

inline void add_detection(const sequence_variant& v, std::vector<report::block>& into) {
    if (v.detection.empty()) {
        return;
    }
    const auto differs = [](const honesty_view& h) { return h.needed_discounted != h.needed; };
    const bool waiting = std::any_of(v.detection.begin(), v.detection.end(), differs);
    report::table table;
    table.caption = "Steps that can be faked: what keeps them honest, in this order.";
    table.columns = {{"step", report::alignment::left},
                     {"who", report::alignment::left},
                     {"found out with", report::alignment::right},
                     {"needs", report::alignment::right}};
    if (waiting) {
        table.columns.push_back({"if waiting costs", report::alignment::right});
    }
    table.columns.push_back({"sooner than", report::alignment::right});
    table.columns.push_back({"", report::alignment::left});
    for (const honesty_view& h : v.detection) {
        std::vector<std::string> row{h.step, h.party, number(h.detection), needed_text(h.needed)};
        if (waiting) {
            row.push_back(needed_text(h.needed_discounted));
        }
        row.push_back(delay_text(h.longest_delay));
        row.push_back(h.honest ? "honest" : "would be faked");
        table.rows.push_back(std::move(row));
    }
    into.push_back(std::move(table));
    for (const honesty_view& h : v.detection) {
        if (h.needed_sooner) {
            into.push_back(report::paragraph{boundary_text(h)});
        }
    }
}

[[nodiscard]] inline std::vector<std::string> sweep_cells(const std::string& what,
                                                          const std::vector<sweep_row>& rows) {
    std::vector<std::string> cells{what};
    for (const sweep_row& row : rows) {
        cells.push_back(!row.known ? "not known" : row.trust ? number(*row.trust) : "infeasible");
    }
    return cells;
}

inline void add_belief_sweep(const sequence_variant& v, std::vector<report::block>& into) {
    if (v.sweep->beliefs.empty()) {
        return;
    }
    report::table table;
    table.caption = v.fixed ? "By how much it misses if every belief is multiplied:"
                            : "By how much the best order misses if every belief is multiplied:";
    table.columns = {{"", report::alignment::left}};
    std::vector<std::string> cells{"beliefs"};
    for (const belief_row& row : v.sweep->beliefs) {
        table.columns.push_back({fmt::format("x {:g}", row.factor), report::alignment::right});
        cells.push_back(!row.known            ? "not known"
                        : !row.shortfall      ? "infeasible"
                        : *row.shortfall <= 0 ? "carried out"
                                              : number(*row.shortfall));
    }
    table.rows.push_back(std::move(cells));
    into.push_back(std::move(table));
}

inline void add_sweep(const sequence_variant& v, std::vector<report::block>& into) {
    if (!v.sweep) {
        return;
    }
    report::table table;
    table.caption = "How the trust that is needed changes if every number of a kind is multiplied:";
    table.columns = {{"", report::alignment::left}};
    for (const sweep_row& row : v.sweep->completion) {
        table.columns.push_back({fmt::format("x {:g}", row.factor), report::alignment::right});
    }
    table.rows = {sweep_cells("value of completion", v.sweep->completion),
                  sweep_cells("share undone by a collapse", v.sweep->undone)};
    into.push_back(std::move(table));
    add_belief_sweep(v, into);
}

}  // namespace negotiation::question::detail
