#include "question/standings_table.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>

#include <fmt/core.h>

#include <negotiation/report/text.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

using laboratory::mark;

constexpr std::size_t line_width = 100;  ///< of a terminal that is filled

[[nodiscard]] std::string interval_text(const std::optional<double>& low,
                                        const std::optional<double>& high) {
    return low && high ? number(*low) + " to " + number(*high) : "-";
}

/// A column of a table of standings, and what a row has in it.
struct entry {
    report::column column;
    std::function<std::string(const laboratory::standing&)> text;
};

[[nodiscard]] entry right(const char* title,
                          std::function<std::string(const laboratory::standing&)> text) {
    return {{title, report::alignment::right}, std::move(text)};
}

[[nodiscard]] entry distance_entry(const char* title, mark m) {
    return right(title, [m](const laboratory::standing& row) {
        return or_dash(distance_to(row.mean_distances, m));
    });
}

[[nodiscard]] report::table table_of(const std::vector<laboratory::standing>& rows,
                                     const std::vector<entry>& entries) {
    report::table table;
    for (const entry& of : entries) {
        table.columns.push_back(of.column);
    }
    for (const std::size_t k : by_rank(rows)) {
        table.rows.emplace_back();
        for (const entry& of : entries) {
            table.rows.back().push_back(of.text(rows[k]));
        }
    }
    return table;
}

/// Columns of a line that its entries take.
[[nodiscard]] std::size_t width_of(const report::table& of) {
    std::size_t width = 0;
    for (std::size_t c = 0; c < of.columns.size(); ++c) {
        std::size_t widest = report::width_of(of.columns[c].title);
        for (const auto& row : of.rows) {
            widest = std::max(widest, report::width_of(row[c]));
        }
        width += 2 + widest;
    }
    return width;
}

/// Rank and name, then the entries.
[[nodiscard]] report::table named_table(const std::vector<laboratory::standing>& rows,
                                        std::vector<entry> entries, const char* title) {
    entries.insert(
        entries.begin(),
        {right("rank", [](const laboratory::standing& row) { return fmt::format("{}", row.rank); }),
         {{title, report::alignment::left},
          [](const laboratory::standing& row) { return row.name; }}});
    return table_of(rows, entries);
}

/// Faults are a column where there are any. What does not fit a line beside the names becomes two
/// tables with names in both: what was gained, and how the talks went.
[[nodiscard]] std::vector<report::table> standings_tables(
    const std::vector<laboratory::standing>& rows, const std::vector<entry>& gained,
    std::vector<entry> course, const char* title) {
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.faults > 0; })) {
        course.push_back(right("faults", [](const laboratory::standing& row) {
            return grouped(outcome_count{row.faults});
        }));
    }
    std::vector<entry> all = gained;
    all.insert(all.end(), course.begin(), course.end());
    report::table one = named_table(rows, all, title);
    if (width_of(one) <= line_width) {
        return {std::move(one)};
    }
    return {named_table(rows, gained, title), named_table(rows, course, title)};
}

/// The mean of what the ranking is by, and its interval; by advantage nothing is told in utility.
[[nodiscard]] std::vector<entry> ranked_entries(laboratory::ranked_by by) {
    const auto utility =
        right("utility", [](const laboratory::standing& row) { return or_dash(row.mean_utility); });
    const auto advantage = right(
        "advantage", [](const laboratory::standing& row) { return or_dash(row.mean_advantage); });
    if (by == laboratory::ranked_by::utility) {
        return {utility,
                right("95 %",
                      [](const laboratory::standing& r) { return interval_text(r.low, r.high); }),
                advantage};
    }
    return {advantage, right("95 %", [](const laboratory::standing& r) {
                return interval_text(r.advantage_low, r.advantage_high);
            })};
}

/// How the talks went, and how far from which deals they ended.
[[nodiscard]] std::vector<entry> course_entries(laboratory::ranked_by by,
                                                const std::vector<entry>& distances) {
    std::vector<entry> all{
        right("agreed",
              [](const laboratory::standing& row) { return percent_or_dash(row.agreement_rate); }),
        right("rounds",
              [](const laboratory::standing& row) { return rounds_or_dash(row.mean_rounds); })};
    if (by == laboratory::ranked_by::utility) {
        all.insert(all.end(), distances.begin(), distances.end());
    }
    return all;
}

}  // namespace

std::string or_dash(const std::optional<double>& value) { return value ? number(*value) : "-"; }

std::string percent_or_dash(const std::optional<double>& share) {
    return share ? fmt::format("{:.1f} %", 100 * *share) : "-";
}

std::string rounds_or_dash(const std::optional<double>& mean) {
    if (!mean) {
        return "-";
    }
    const std::string text = fmt::format("{:.1f}", *mean);  // the digits before it in groups
    const std::size_t point = text.size() - 2;
    return grouped(outcome_count{std::stoull(text.substr(0, point))}) + text.substr(point);
}

std::optional<double> distance_to(const laboratory::distances& to, mark m) {
    return to[static_cast<std::size_t>(m)];
}

std::vector<std::size_t> by_rank(const std::vector<laboratory::standing>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].rank < rows[b].rank; });
    return order;
}

std::vector<report::table> strategies_tables(const std::vector<laboratory::standing>& rows,
                                             laboratory::ranked_by by) {
    return standings_tables(rows, ranked_entries(by),
                            course_entries(by, {distance_entry("to Pareto", mark::pareto),
                                                distance_entry("to Nash", mark::nash)}),
                            "strategy");
}

std::vector<report::table> mediators_tables(const std::vector<laboratory::standing>& rows,
                                            laboratory::ranked_by by) {
    std::vector<entry> gained = ranked_entries(by);
    gained.resize(2);
    std::vector<report::table> tables = standings_tables(
        rows, gained, course_entries(by, {distance_entry("to Pareto", mark::pareto)}), "mediator");
    tables.front().caption = "What stands between the parties:";
    return tables;
}

}  // namespace negotiation::question::detail
