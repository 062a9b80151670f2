#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/describe_robust.hpp>

#include "question/quantity_text.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

constexpr double nearly_all = 0.95;

[[nodiscard]] std::string share_text(const study::conclusion_share& of) {
    return of.judged == 0 ? "not known" : fmt::format("{:.0f} %", 100 * of.share.share);
}

[[nodiscard]] std::string interval_of(const study::conclusion_share& of) {
    return of.judged == 0
               ? ""
               : fmt::format("{:.0f} to {:.0f} %", 100 * of.share.low, 100 * of.share.high);
}

[[nodiscard]] report::table conclusions_table(const robust_answer& a, bool terms) {
    report::table table;
    table.columns = {{terms ? "terms of the Nash deal" : "conclusion", report::alignment::left},
                     {"holds in", report::alignment::right},
                     {"95 % interval", report::alignment::right}};
    for (const conclusion_view& one : a.conclusions) {
        if ((one.topic == conclusion_topic::terms) == terms) {
            table.rows.push_back({one.text, share_text(one.share), interval_of(one.share)});
        }
    }
    return table;
}

/// How many conclusions, terms aside, hold in nearly all worlds, and which do not.
[[nodiscard]] std::string firmness_text(const robust_answer& a) {
    std::size_t firm = 0;
    std::size_t all = 0;
    const conclusion_view* weakest = nullptr;
    for (const conclusion_view& one : a.conclusions) {
        if (one.topic == conclusion_topic::terms || one.share.judged == 0) {
            continue;
        }
        ++all;
        firm += one.share.share.share >= nearly_all ? 1U : 0U;
        const bool weaker = !weakest || one.share.share.share < weakest->share.share.share;
        weakest = weaker ? &one : weakest;
    }
    if (all == 0) {
        return "";
    }
    const std::string which = firm == all
                                  ? fmt::format("All of {} hold in at least 95 % of them.",
                                                counted(all, "conclusion", "conclusions"))
                                  : fmt::format("{} of {} hold in at least 95 % of them.", firm,
                                                counted(all, "conclusion", "conclusions"));
    const double least = weakest->share.share.share;
    if (least >= nearly_all) {
        return which;
    }
    return fmt::format("{} Least sure: \"{}\" ({:.0f} %).", which, weakest->text, 100 * least);
}

[[nodiscard]] std::string worlds_text(const robust_answer& a) {
    return fmt::format(
        "{} of the {} that are assumed {} drawn anew within {:.3g} % of what the file says, in {}.",
        counted(a.causes.drawn, "number", "numbers"), grouped(a.assumed_numbers),
        a.causes.drawn == 1 ? "is" : "are", 100 * a.spread,
        a.worlds < a.planned ? fmt::format("{} (stopped before {})",
                                           counted(a.worlds, "world", "worlds"), grouped(a.planned))
                             : counted(a.worlds, "world", "worlds"));
}

/// As many marks as twentieths of the variance.
[[nodiscard]] std::string bar(double share) {
    constexpr double marks = 40;
    const double length = std::clamp(std::nearbyint(marks * share), share > 0 ? 1.0 : 0.0, marks);
    return std::string(static_cast<std::size_t>(length), '#');
}

/// Which way a number moves the answer.
[[nodiscard]] std::string direction(const study::elementary_effect& e) {
    if (e.count == 0 || !(e.size > 0)) {
        return "";
    }
    constexpr double mostly = 0.8;
    return e.mean > mostly * e.size ? "up" : e.mean < -mostly * e.size ? "down" : "either way";
}

[[nodiscard]] std::string index_text(const study::estimate& of) {
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", std::max(of.value, 0.0), std::max(of.low, 0.0),
                       std::max(of.high, 0.0));
}

[[nodiscard]] report::table tornado(const robust_answer& a) {
    constexpr std::size_t shown = 5;
    report::table table;
    table.caption =
        fmt::format("What {} hangs on, as share of its variance (Sobol' total index):", a.of.name);
    table.columns = {{"assumed number", report::alignment::left},
                     {"share and 95 % interval", report::alignment::left},
                     {"moves it", report::alignment::left},
                     {"", report::alignment::left}};
    for (std::size_t k = 0; k < std::min(shown, a.causes.top.size()); ++k) {
        const study::influence& one = a.causes.top[k];
        table.rows.push_back({to_string(one.place), index_text(one.index.total),
                              direction(one.effect), bar(one.index.total.value)});
    }
    if (a.causes.rest) {
        table.rows.push_back(
            {fmt::format("{} together", counted(a.causes.others, "other number", "other numbers")),
             index_text(a.causes.rest->total), "", bar(a.causes.rest->total.value)});
    }
    return table;
}

[[nodiscard]] std::string headline_text(const robust_answer& a) {
    const std::string written = a.as_written.value ? quantity_text(*a.as_written.value)
                                                   : "nothing (" + a.as_written.reason + ")";
    std::string text = fmt::format("{} ({}) is {} as written", a.of.name, a.of.what, written);
    if (a.low) {
        text += *a.low < *a.high
                    ? fmt::format(", and from {} to {} in nine worlds in ten",
                                  quantity_text(*a.low), quantity_text(*a.high))
                    : fmt::format(", and {} in nine worlds in ten", quantity_text(*a.low));
    }
    return text + ".";
}

void tell_causes(const robust_answer& a, report::document& into) {
    into.blocks.emplace_back(report::heading{"On what " + a.of.name + " hangs", 2});
    into.blocks.emplace_back(report::paragraph{headline_text(a)});
    if (a.causes.top.empty()) {
        into.blocks.emplace_back(report::paragraph{
            a.causes.used < 2 ? "Too few worlds have it for saying what it hangs on."
                              : "It is the same in all worlds that were drawn."});
        return;
    }
    into.blocks.emplace_back(tornado(a));
    std::string how =
        fmt::format("Indices from {} of {} worlds each.", counted(a.causes.used, "row", "rows"),
                    a.causes.top.size() + 2 + (a.causes.rest ? 1 : 0));
    if (a.causes.rest) {
        how += fmt::format(
            " {} of {} drawn numbers moved it in the screening; all without a bar of their own are "
            "measured together.",
            a.causes.moved, a.causes.drawn);
    }
    if (a.causes.used < a.causes.rows) {
        how += fmt::format(" {} without such a number somewhere were left out.",
                           counted(a.causes.rows - a.causes.used, "row", "rows"));
    }
    if (!a.causes.complete) {
        how += fmt::format(" Stopped after {} of {} rows.", a.causes.rows, a.causes.planned);
    }
    into.blocks.emplace_back(report::note{how});
}

}  // namespace
}  // namespace detail

report::document describe(const robust_answer& answer) {
    report::document text;
    text.blocks.emplace_back(report::heading{"How sure: " + answer.scenario});
    text.blocks.emplace_back(report::paragraph{
        detail::worlds_text(answer) + " " + detail::firmness_text(answer) +
        (answer.scope.empty() ? "" : fmt::format(" The scope is {}.", answer.scope))});
    text.blocks.emplace_back(detail::conclusions_table(answer, false));
    const report::table terms = detail::conclusions_table(answer, true);
    if (!terms.rows.empty()) {
        text.blocks.emplace_back(terms);
    }
    if (answer.worlds == answer.planned) {
        detail::tell_causes(answer, text);
    } else {
        text.blocks.emplace_back(report::paragraph{
            fmt::format("Stopped: what {} hangs on was not looked for.", answer.of.name)});
    }
    text.blocks.emplace_back(report::note{
        "How far numbers are drawn is an assumption too (--spread). Numbers with a source, what "
        "options are worth and how the talks are played are not drawn."});
    text.blocks.emplace_back(report::note{fmt::format(
        "Rests on {}; seed {}.",
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers), answer.seed)});
    return text;
}

}  // namespace negotiation::question
