#pragma once

/// @file
/// The moves of a run as a table: what is told of each, and which are left out.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/run_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// "duration 10, proxies end (+2 more)": what an offer changes against the last of its party, as
/// much of it as a line of the table holds.
[[nodiscard]] inline std::string changes_text(const told_event& e, const told_event* before,
                                              std::size_t widest) {
    if (before == nullptr) {
        return "opens";
    }
    std::string text;
    std::size_t left_off = 0;
    for (std::size_t k = 0; k < e.outcome->size(); ++k) {
        const clause& part = (*e.outcome)[k];
        if ((*before->outcome)[k] == part) {
            continue;
        }
        const std::string one = part.issue + " " + to_string(part.option);
        if (text.empty() || (left_off == 0 && text.size() + one.size() + 2 <= widest)) {
            text += (text.empty() ? "" : ", ") + one;
        } else {
            ++left_off;
        }
    }
    if (text.empty()) {
        return "repeats its offer";
    }
    return left_off == 0 ? text : fmt::format("{} (+{} more)", text, left_off);
}

/// "promises Iran 0.0200", "withdraws".
[[nodiscard]] inline std::string act_text(const run_answer& a, const told_event& e) {
    const std::map<std::string, std::string> words{{"pay", "promises"},
                                                   {"guarantee", "guarantees"},
                                                   {"threaten", "threatens"},
                                                   {"adjourn", "adjourns"},
                                                   {"withdraw", "withdraws"},
                                                   {"stand_surety", "stands for the carrying out"},
                                                   {"leak", "learns of the talks"}};
    const auto found = words.find(e.action);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < e.amounts.size(); ++i) {
        if (e.amounts[i] > 0) {
            parts.push_back(a.parties[i].name + " " + number(e.amounts[i]));
        }
    }
    return (found == words.end() ? e.action : found->second) +
           (parts.empty() ? "" : " " + joined(parts));
}

/// One row of the table of moves, and whether it tells something new.
struct told_row {
    std::vector<std::string> cells;
    bool telling = true;     ///< something new
    bool important = false;  ///< never left out
};

[[nodiscard]] inline bool mediates(const run_answer& a, const std::string& who) {
    return std::any_of(a.mediators.begin(), a.mediators.end(),
                       [&](const seated_mediator& one) { return one.name == who; });
}

/// What a party or a mediator does, in words.
[[nodiscard]] inline std::string move_text(const run_answer& a, const told_event& e,
                                           const told_event* before, std::size_t widest) {
    const bool chairs = mediates(a, e.who) || e.who == "the chair";
    if (e.action == "offer") {
        if (chairs && !a.last_text) {
            return before == nullptr ? "tables a text" : "tables it again";
        }
        return before == nullptr && chairs ? "proposes a change" : changes_text(e, before, widest);
    }
    if (e.action == "accept") {
        return chairs ? "keeps the change" : "accepts";
    }
    return e.action == "walk_away" ? "walks away"
           : e.action == "reject"  ? "rejects"
                                   : act_text(a, e);
}

[[nodiscard]] inline std::vector<told_row> rows_of(const run_answer& a, std::size_t widest) {
    std::map<std::string, const told_event*> last;
    std::vector<told_row> rows;
    for (const told_event& e : a.events) {
        told_row row;
        const bool offers = e.action == "offer" && e.outcome;
        const told_event* before = offers ? last[a.last_text ? "the text" : e.who] : nullptr;
        row.telling = !offers || before == nullptr || !(before->outcome == e.outcome);
        // Where a text is voted on, votes come with every proposal; elsewhere they are the news.
        const bool party = !mediates(a, e.who) && e.who != "the chair";
        row.telling = row.telling && !(a.last_text && party);
        row.important = !e.arrived || (!party && !a.last_text) ||
                        (!party && e.action == "accept") || e.action == "walk_away" ||
                        e.action == "leak";
        row.cells = {fmt::format("{}", e.round), e.who,
                     move_text(a, e, before, widest) + (e.arrived ? "" : ", lost")};
        for (const double u : e.utilities) {
            row.cells.push_back(number(u));
        }
        if (a.last_text ? !party && e.action == "accept" : offers) {
            last[a.last_text ? "the text" : e.who] = &e;  // of a single text, what is in force
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What must be told, the first and the last, and some between, so that a long run fits on a page.
inline void thin_out(std::vector<told_row>& rows) {
    constexpr std::size_t most = 16;
    std::erase_if(rows, [](const told_row& row) { return !row.telling && !row.important; });
    if (rows.size() <= most) {
        return;
    }
    std::vector<bool> kept(rows.size(), false);
    std::size_t important = 0;
    for (std::size_t k = 0; k < rows.size() && important < most / 2; ++k) {
        kept[k] = rows[k].important;
        important += kept[k] ? 1U : 0U;
    }
    const std::size_t others = most - important;
    for (std::size_t k = 0; k < others; ++k) {
        // Closer together at the end, where most happens.
        const double x = static_cast<double>(k) / static_cast<double>(others - 1);
        kept[static_cast<std::size_t>(
            std::lround((1 - (1 - x) * (1 - x)) * static_cast<double>(rows.size() - 1)))] = true;
    }
    std::vector<told_row> left;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (kept[k]) {
            left.push_back(std::move(rows[k]));
        }
    }
    rows = std::move(left);
}

[[nodiscard]] inline report::table moves_table(const run_answer& a, bool trace) {
    report::table table;
    constexpr std::size_t narrow = 28;
    constexpr std::size_t wide = 40;
    std::vector<told_row> rows = rows_of(a, trace ? wide : narrow);
    const std::size_t all = rows.size();
    if (!trace) {
        thin_out(rows);
    }
    const std::string before = a.last_text ? "the text in force" : "each one's offer before";
    table.caption =
        rows.size() == all
            ? "What was said, against " + before + ", and what it is worth by itself:"
            : fmt::format(
                  "What was said, {} of {} moves, against each one's offer before, and what "
                  "it is worth by itself:",
                  grouped(rows.size()), grouped(all));
    table.columns = {{"round", report::alignment::right},
                     {"who", report::alignment::left},
                     {"what changes", report::alignment::left}};
    for (const player& one : a.parties) {
        table.columns.push_back({one.name, report::alignment::right});
    }
    for (told_row& row : rows) {
        table.rows.push_back(std::move(row.cells));
    }
    return table;
}

}  // namespace negotiation::question::detail
