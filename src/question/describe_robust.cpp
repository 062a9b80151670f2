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

[[nodiscard]] std::string judged_share_text(const study::conclusion_share& of) {
    return of.judged == 0 ? "not known" : fmt::format("{:.0f} %", 100 * of.share.share);
}

[[nodiscard]] std::string judged_interval_text(const study::conclusion_share& of) {
    return of.judged == 0
               ? ""
               : fmt::format("{:.0f} to {:.0f} %", 100 * of.share.low, 100 * of.share.high);
}

[[nodiscard]] bool is_firm_conclusion(const conclusion_view& one) {
    return one.share.judged > 0 && one.share.share.share >= nearly_all;
}

/// Conclusions, terms aside, that are firm or are not; the surest first.
[[nodiscard]] report::bullets conclusions_list(const robust_answer& a, bool firm) {
    std::vector<const conclusion_view*> all;
    for (const conclusion_view& one : a.conclusions) {
        if (one.topic != conclusion_topic::terms && is_firm_conclusion(one) == firm) {
            all.push_back(&one);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto* x, const auto* y) {
        return x->share.share.share > y->share.share.share;
    });
    report::bullets list;
    for (const conclusion_view* one : all) {
        const std::string interval = judged_interval_text(one->share);
        const std::string share = a.planned == 0
                                      ? std::string()
                                      : fmt::format("{}{}: ", judged_share_text(one->share),
                                                    interval.empty() ? "" : " (" + interval + ")");
        list.items.push_back(share + one->text + ".");
    }
    return list;
}

[[nodiscard]] report::table terms_table(const robust_answer& a) {
    report::table table;
    table.columns = {{"terms of the Nash deal", report::alignment::left}};
    if (a.planned > 0) {
        table.columns.push_back({"the same in", report::alignment::right});
        table.columns.push_back({"95 % interval", report::alignment::right});
    }
    for (const conclusion_view& one : a.conclusions) {
        if (one.topic == conclusion_topic::terms && a.planned == 0) {
            table.rows.push_back({one.text});
        } else if (one.topic == conclusion_topic::terms) {
            table.rows.push_back(
                {one.text, judged_share_text(one.share), judged_interval_text(one.share)});
        }
    }
    return table;
}

void tell_conclusions(const robust_answer& a, report::document& into) {
    const report::bullets firm = conclusions_list(a, true);
    const report::bullets loose = conclusions_list(a, false);
    if (!firm.items.empty()) {
        into.blocks.emplace_back(report::paragraph{"In nearly all of them:"});
        into.blocks.emplace_back(firm);
    }
    if (!loose.items.empty()) {
        into.blocks.emplace_back(report::paragraph{
            a.worlds == 0 ? "True as written:" : "What hangs on the assumed numbers:"});
        into.blocks.emplace_back(loose);
    }
    const report::table terms = terms_table(a);
    if (!terms.rows.empty()) {
        into.blocks.emplace_back(terms);
    }
}

/// How many conclusions, terms aside, hold in nearly all worlds.
[[nodiscard]] std::string firmness_text(const robust_answer& a) {
    std::size_t firm = 0;
    std::size_t all = 0;
    for (const conclusion_view& one : a.conclusions) {
        const bool counts = one.topic != conclusion_topic::terms && one.share.judged > 0;
        all += counts ? 1U : 0U;
        firm += counts && is_firm_conclusion(one) ? 1U : 0U;
    }
    if (all == 0) {
        return "";
    }
    if (all == 1) {
        return fmt::format(" The one conclusion {} in at least 95 % of them.",
                           firm == 1 ? "holds" : "does not hold");
    }
    return fmt::format(" Of {}, {} in at least 95 % of them.",
                       counted(all, "conclusion", "conclusions"),
                       firm == 0   ? "none holds"
                       : firm == 1 ? "1 holds"
                                   : fmt::format("{} hold", firm));
}

/// Why no world was drawn, and what to do about it.
[[nodiscard]] std::string nothing_drawn_text(const robust_answer& a) {
    constexpr const char* end = ", so nothing can be said of how sure its conclusions are. ";
    if (a.causes.drawn > 0) {
        return fmt::format(
            "Nothing in this scenario is drawn anew with a spread of 0{}Give a "
            "--spread above 0 (0.1 is within 10 % of what the file says): {} could "
            "be drawn.",
            end, counted(a.causes.drawn, "number", "numbers"));
    }
    const std::string assumed =
        a.assumed_numbers == 0
            ? std::string("no number is marked as an assumption")
            : fmt::format("none of the {} that are assumed is of a kind that is drawn",
                          counted(a.assumed_numbers, "number", "numbers"));
    return fmt::format(
        "Nothing in this scenario is drawn anew, since {}{}Mark numbers that are "
        "guesses in the file ([[assumption]]: reservation values, weights, beliefs, "
        "hazards and the like), and ask again.",
        assumed, end);
}

[[nodiscard]] std::string worlds_text(const robust_answer& a) {
    if (a.planned == 0) {
        return nothing_drawn_text(a);
    }
    return fmt::format(
        "{} of the {} that are assumed {} drawn anew within {:.3g} % of what the file says, in {}.",
        counted(a.causes.drawn, "number", "numbers"), grouped(a.assumed_numbers),
        a.causes.drawn == 1 ? "is" : "are", 100 * a.spread,
        a.worlds < a.planned ? fmt::format("{} (stopped before {})",
                                           counted(a.worlds, "world", "worlds"), grouped(a.planned))
                             : counted(a.worlds, "world", "worlds"));
}

/// As many marks as the share of the variance says: which way the number moves the answer, where
/// it is known and always the same.
[[nodiscard]] std::string tornado_bar(double share, char mark) {
    constexpr double marks = 24;
    const double length = std::clamp(std::nearbyint(marks * share), 0.0, marks);
    return std::string(static_cast<std::size_t>(length), mark);
}

[[nodiscard]] char tornado_mark(const study::elementary_effect& e) {
    constexpr double mostly = 0.8;
    if (e.count == 0 || std::abs(e.mean) < mostly * e.size) {
        return '#';
    }
    return e.mean < 0 ? '-' : '+';
}

[[nodiscard]] std::string total_index_text(const study::estimate& of) {
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", std::max(of.value, 0.0), std::max(of.low, 0.0),
                       std::max(of.high, 0.0));
}

[[nodiscard]] report::table tornado(const robust_answer& a) {
    constexpr std::size_t shown = 5;
    report::table table;
    const bool signs = !a.causes.screened.effects.empty();
    table.caption = fmt::format("Shares of its variance, Sobol' total index with 95 % interval{}:",
                                signs ? " (+ raises it, - lowers it, # either)"
                                      : " (which way a number moves it was not looked for)");
    table.columns = {{"assumed number", report::alignment::left},
                     {"share", report::alignment::left},
                     {"", report::alignment::left}};
    const std::size_t rows = a.causes.top.size();
    for (std::size_t k = 0; k < std::min(shown + 1, rows); ++k) {
        const study::influence& one = a.causes.top[k];
        const bool several = k == shown && rows > shown + 1;
        table.rows.push_back(
            {several ? fmt::format("{} others, each at most", rows - shown) : to_string(one.place),
             total_index_text(one.index.total),
             tornado_bar(one.index.total.value, several ? '#' : tornado_mark(one.effect))});
    }
    if (a.causes.rest) {
        table.rows.push_back({fmt::format("{} screened out, together",
                                          counted(a.causes.others, "number", "numbers")),
                              total_index_text(a.causes.rest->total),
                              tornado_bar(a.causes.rest->total.value, '#')});
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
        text += a.causes.missing > 0 ? " of those that have it" : "";
    }
    return text + ".";
}

/// Why there are no indices, and what to ask for instead.
[[nodiscard]] std::string no_tornado_text(const robust_answer& a) {
    if (!a.causes.gaps) {
        if (!a.causes.complete && a.causes.used < 2) {
            return "Stopped before it could be said what it hangs on.";
        }
        return a.causes.used < 2 ? "Too few worlds were looked at for saying what it hangs on."
                                 : "It is the same in all worlds that were drawn.";
    }
    constexpr const char* everywhere = "deals.joint_gain";
    std::string text = fmt::format(
        "It does not exist in {} of {}, so no tornado can be drawn for it: where it exists the "
        "drawn numbers are not independent, and shares of its variance would mean nothing.",
        grouped(a.causes.missing), counted(a.causes.evaluations, "world", "worlds"));
    if (a.of.name != everywhere) {
        text += fmt::format(" Ask for --of {} instead: where no deal suits everybody it is 0.",
                            everywhere);
    }
    return text;
}

void tell_causes(const robust_answer& a, report::document& into) {
    into.blocks.emplace_back(report::heading{
        a.planned == 0 ? a.of.name + " as written" : "On what " + a.of.name + " hangs", 2});
    into.blocks.emplace_back(report::paragraph{headline_text(a)});
    if (a.planned == 0) {
        return;
    }
    if (a.causes.top.empty()) {
        into.blocks.emplace_back(report::paragraph{no_tornado_text(a)});
        return;
    }
    into.blocks.emplace_back(tornado(a));
    std::string how =
        fmt::format("Indices from {} of {} worlds each.", counted(a.causes.used, "row", "rows"),
                    a.causes.top.size() + 2 + (a.causes.rest ? 1 : 0));
    if (a.causes.rest) {
        how += fmt::format(
            " {} of {} drawn numbers moved it in the screening; those that moved it least are "
            "measured together.",
            a.causes.moved, a.causes.drawn);
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
        detail::worlds_text(answer) + detail::firmness_text(answer) +
        (answer.scope.empty() ? "" : fmt::format(" The scope is {}.", answer.scope))});
    detail::tell_conclusions(answer, text);
    if (answer.worlds == answer.planned) {
        detail::tell_causes(answer, text);
    } else {
        text.blocks.emplace_back(report::paragraph{
            fmt::format("Stopped: what {} hangs on was not looked for.", answer.of.name)});
    }
    text.blocks.emplace_back(report::note{
        std::string(answer.planned == 0
                        ? ""
                        : "How far numbers are drawn is an assumption too (--spread); weights "
                          "are drawn so, and then brought back to their sum. ") +
        "Numbers with a source, what options are worth and how the talks are played are not "
        "drawn, and what is 0 stays 0."});
    text.blocks.emplace_back(report::note{fmt::format(
        "Rests on {}; seed {}.",
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers), answer.seed)});
    return text;
}

}  // namespace negotiation::question
