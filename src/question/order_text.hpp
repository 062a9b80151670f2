#pragma once

/// @file
/// An order of steps as moves, and how far it goes.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

[[nodiscard]] inline std::string quoted_steps(const std::vector<std::string>& steps) {
    std::vector<std::string> names;
    for (const std::string& s : steps) {
        names.push_back("'" + s + "'");
    }
    return joined(names);
}

/// "a1, a2"; with quotes where a name holds a comma itself.
[[nodiscard]] inline std::string comma_separated(const std::vector<std::string>& steps) {
    const bool quote = std::any_of(steps.begin(), steps.end(), [](const std::string& s) {
        return s.find(',') != std::string::npos;
    });
    std::string text;
    for (const std::string& s : steps) {
        text += (text.empty() ? "" : ", ") + (quote ? "'" + s + "'" : s);
    }
    return text;
}

/// Of a step that is found out exactly when it no longer deters.
[[nodiscard]] inline std::string boundary_text(const honesty_view& h) {
    return fmt::format("'{}' sits on the boundary: {} {} would be enough.", h.step,
                       *h.longest_delay < 1 ? "found out at once" : "a day sooner",
                       number(*h.needed_sooner));
}

/// The order as moves.
[[nodiscard]] inline report::table moves_of(const sequence_answer& a, const order_view& order) {
    report::table table;
    table.columns = {{"", report::alignment::right},
                     {"who", report::alignment::left},
                     {"does", report::alignment::left}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"must trust", report::alignment::right});
    table.columns.push_back({"", report::alignment::left});
    std::size_t move = 0;
    for (const run_view& run : order.runs) {
        std::vector<std::string> row{fmt::format("{}", ++move), run.party,
                                     comma_separated(run.steps)};
        for (const double worth : run.given) {
            row.push_back(change(worth));
        }
        row.push_back(run.hands_over ? number(run.trust) : "-");
        row.push_back(run.binding ? "asks most" : "");
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] inline std::string refusal_text(const order_view& order, std::size_t steps) {
    if (order.refused_after == 0) {
        return fmt::format(
            "{} would not begin: completion is worth {} less to it than not "
            "starting.",
            order.refused_by, number(order.tempted_by));
    }
    return fmt::format(
        "Nobody can be asked to go through it: after {} of {} steps {} holds {} more than "
        "completion would give it, and is better off stopping.",
        order.refused_after, steps, order.refused_by, number(order.tempted_by));
}

[[nodiscard]] inline std::string break_text(const sequence_answer& a, const break_view& stop) {
    std::vector<std::string> left;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        left.push_back(a.parties[i] + " " + change(stop.left[i]));
    }
    const std::string why =
        stop.up_to.empty() ? "which" : fmt::format("since what follows, up to '{}',", stop.up_to);
    const std::string belief =
        stop.needed > 0 ? fmt::format(", {} would take a belief of {}", why, number(stop.needed))
                        : "";
    if (stop.done == 0) {
        return fmt::format("At these beliefs this order is not begun: {} would not agree to it{}.",
                           stop.party, belief);
    }
    return fmt::format(
        "At these beliefs this order breaks off after {}: {} does not go on to "
        "'{}'{}. Left with: {}.",
        counted(stop.done, "step", "steps"), stop.party, stop.before, belief, joined(left));
}

/// What it takes where waiting has its price, if that is another number.
[[nodiscard]] inline std::string waiting_text(const sequence_answer& a,
                                              const waiting_view& waiting) {
    if (!waiting.refused_by.empty()) {
        return fmt::format(
            "Where waiting has its price {} would not {}: what comes is worth less "
            "to it than what it could have then.",
            waiting.refused_by,
            waiting.refused_after == 0
                ? std::string("begin")
                : "go on after " + counted(waiting.refused_after, "step", "steps"));
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        parts.push_back(a.parties[i] + " " + number(waiting.by_party[i]));
    }
    return "Where waiting has its price, at each party's patience, it takes trust: " +
           joined(parts) + ".";
}

inline void add_order(const sequence_answer& a, const order_view& order,
                      std::vector<report::block>& into) {
    into.push_back(moves_of(a, order));
    if (order.waiting) {
        into.push_back(report::paragraph{waiting_text(a, *order.waiting)});
    }
    if (order.breaks && order.feasible) {
        into.push_back(report::paragraph{break_text(a, *order.breaks)});
    }
}

}  // namespace negotiation::question::detail
