#pragma once

/// @file
/// What the account of a race says of a framework.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/race_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/race_framework.hpp"
#include "question/race_wording.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

/// Runs of the talks that were played least.
[[nodiscard]] inline std::size_t fewest_runs(const race_answer& a, const race_framework& f) {
    return std::min({a.plans.front().runs, f.talks.runs, f.details.runs});
}

/// "better", if the runs can tell.
[[nodiscard]] inline std::string compared(const race_difference& of) {
    return !of.told ? "not to be told apart" : of.value > 0 ? "better" : "worse";
}

/// What cannot be told, and of how many runs.
[[nodiscard]] inline std::string untold_text(const race_answer& a, const race_framework& f,
                                             const std::vector<std::string>& parties) {
    const std::size_t runs = fewest_runs(a, f);
    return fmt::format(
        " cannot be told from {} for {}{}", counted(runs, "run", "runs"), joined(parties),
        runs < least_framework_runs ? fmt::format(": it takes {} at least", least_framework_runs)
                                    : std::string());
}

/// Signed now, against waiting.
[[nodiscard]] inline std::string sentence_on_signing(const race_answer& a,
                                                     const race_framework& f) {
    std::vector<std::string> told;
    std::vector<std::string> untold;
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        const race_framework_worth& one = f.worths[i];
        const std::string party =
            fmt::format("{} ({} against {})", a.parties[i], number(one.by_days.signed_now),
                        number(one.by_days.waiting));
        if (one.difference.told) {
            told.push_back(compared(one.difference) + " for " + party);
        } else {
            untold.push_back(party);
        }
    }
    const std::string what =
        fmt::format("a framework on scope {} signed now, with details later,", f.scope);
    if (told.empty()) {
        return fmt::format("Whether {} is better than waiting for the whole deal{}.", what,
                           untold_text(a, f, untold));
    }
    return fmt::format("A{} is {} than waiting for the whole deal{}.", what.substr(1), joined(told),
                       untold.empty() ? "" : "; whether it is better" + untold_text(a, f, untold));
}

/// For whom it pays to sign the framework first.
[[nodiscard]] inline std::string sentence_on_framework(const race_answer& a,
                                                       const race_framework& f) {
    if (!f.refused.empty()) {
        return fmt::format("A framework on scope {} was not weighed: {}.", f.scope, f.refused);
    }
    if (!f.deal) {
        return fmt::format(
            "No deal of scope {} suits everybody: there is no framework to sign, and nothing to do "
            "but wait.",
            f.scope);
    }
    if (f.worths.empty()) {
        return fmt::format(
            "A framework on scope {} was not weighed against waiting: not all runs were played "
            "that "
            "tell how soon talks settle.",
            f.scope);
    }
    std::vector<std::string> later;
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        later.push_back(fmt::format("{} for {} ({})", number(f.worths[i].by_days.talked_over),
                                    a.parties[i], compared(f.worths[i].difference_talked_over)));
    }
    return fmt::format(
        "{} This is by the days of the runs, and takes what the framework gives as kept from today "
        "on, whatever collapses: only the details may be lost. Were the framework still to be "
        "talked over, it would come to {}.",
        sentence_on_signing(a, f), joined(later));
}

[[nodiscard]] inline std::string greatest_text(const std::optional<double>& rate) {
    return !rate ? "none" : std::isinf(*rate) ? "any" : short_number(*rate);
}

[[nodiscard]] inline report::table framework_table_of(const race_answer& a,
                                                      const race_framework& f) {
    report::table table;
    table.caption = "A framework against waiting, beyond no deal, by the days of the runs:";
    table.columns = {{"party"},
                     right_column("framework"),
                     right_column("details add"),
                     right_column("whole deal"),
                     right_column("signed now"),
                     right_column("waiting"),
                     right_column("difference"),
                     right_column("95 % from"),
                     right_column("95 % to"),
                     right_column("talked over first"),
                     right_column("pays up to, a month")};
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        const race_framework_worth& one = f.worths[i];
        table.rows.push_back(
            {a.parties[i], number(one.framework), number(one.rest), number(one.whole),
             number(one.by_days.signed_now), number(one.by_days.waiting),
             change(one.difference.value), change(one.difference.low), change(one.difference.high),
             number(one.by_days.talked_over), greatest_text(one.by_days.greatest_collapse)});
    }
    return table;
}

[[nodiscard]] inline report::table rates_table_of(const race_answer& a, const race_framework& f) {
    report::table table;
    table.caption = "The same by two rates:";
    table.columns = {{"party"},
                     right_column("signed now"),
                     right_column("waiting"),
                     right_column("difference"),
                     right_column("talked over first")};
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        const race_framework_values& by = f.worths[i].by_rates;
        table.rows.push_back({a.parties[i], number(by.signed_now), number(by.waiting),
                              change(by.signed_now - by.waiting), number(by.talked_over)});
    }
    return table;
}

[[nodiscard]] inline std::string settling_text(const race_talks& talks) {
    if (talks.runs == 0) {
        return "no run was played";
    }
    return talks.days
               ? fmt::format("{} of {} agree, after {:.0f} days, {} a month of talks",
                             per_cent(talks.agreed.share), counted(talks.runs, "run", "runs"),
                             *talks.days, short_number(talks.settlement))
               : fmt::format("none of {} settled", counted(talks.runs, "run", "runs"));
}

/// Why any rate of collapse will do.
[[nodiscard]] inline std::vector<std::string> texts_on_any(const race_answer& a,
                                                           const race_framework& f) {
    std::vector<std::string> who;
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        if (f.worths[i].framework >= f.worths[i].by_days.waiting) {
            who.push_back(a.parties[i]);
        }
    }
    if (who.empty()) {
        return {};
    }
    return {
        fmt::format("Pays up to any rate of collapse for {}, since the framework alone is "
                    "worth waiting.",
                    joined(who))};
}

/// Where days and rates come from, and what the closed form leaves out.
[[nodiscard]] inline std::vector<std::string> framework_texts(const race_answer& a,
                                                              const race_framework& f) {
    std::vector<std::string> clauses;
    for (const clause& part : *f.deal) {
        clauses.push_back(part.issue + " " + to_string(part.option));
    }
    const race_plan& whole = a.plans.front();
    std::vector<std::string> texts{
        fmt::format("The framework is the Nash deal of its scope: {}.", joined(clauses)),
        fmt::format("Settlement: of talks on the framework {}; on the details, no deal being the "
                    "framework, {}; on the whole {}.",
                    settling_text(f.talks), settling_text(f.details),
                    settling_text({whole.runs, whole.agreed, whole.settlement, whole.days})),
        fmt::format("Collapse: {} a month while nothing is signed, {} once the framework is.{}",
                    short_number(f.collapse), short_number(f.collapse_after),
                    a.events.empty() ? ""
                                     : " Events strike at their dates, details being counted from "
                                       "the day on which the framework is signed."),
        fmt::format("By two rates, mu S / (mu + lambda + r), talks are as likely to settle at "
                    "every moment, at once as well; those that wait for their deadline are not, "
                    "and lose more to collapse and to time. Rates know no deadline{}.",
                    a.events.empty() ? "" : " and no event")};
    for (std::string& text : texts_on_any(a, f)) {
        texts.insert(texts.end() - 1, std::move(text));
    }
    return texts;
}

inline void add_framework(const race_answer& a, std::vector<report::block>& blocks) {
    if (!a.framework) {
        return;
    }
    blocks.push_back(report::paragraph{sentence_on_framework(a, *a.framework)});
    if (a.framework->deal) {
        if (!a.framework->worths.empty()) {
            blocks.push_back(framework_table_of(a, *a.framework));
            blocks.push_back(rates_table_of(a, *a.framework));
        }
        blocks.push_back(report::bullets{framework_texts(a, *a.framework)});
    }
}

}  // namespace negotiation::question::detail
