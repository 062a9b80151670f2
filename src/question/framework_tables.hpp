#pragma once

/// @file
/// What the account of a race says of a framework.

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/race_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/race_wording.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

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
    std::vector<std::string> parts;
    std::vector<std::string> later;
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        const race_framework_worth& one = f.worths[i];
        later.push_back(fmt::format("{} for {}", number(one.talked_over), a.parties[i]));
        parts.push_back(fmt::format("{} for {} ({} against {})",
                                    one.signed_now > one.waiting   ? "better"
                                    : one.signed_now < one.waiting ? "worse"
                                                                   : "no different",
                                    a.parties[i], number(one.signed_now), number(one.waiting)));
    }
    return fmt::format(
        "A framework on scope {} signed now, with details later, is {} than waiting for the whole "
        "deal, by rates. Were the framework still to be talked over, it would come to {}.",
        f.scope, joined(parts), joined(later));
}

[[nodiscard]] inline report::table framework_table_of(const race_answer& a,
                                                      const race_framework& f) {
    report::table table;
    table.caption = "A framework against waiting, beyond no deal:";
    table.columns = {{"party"},
                     right_column("framework"),
                     right_column("details add"),
                     right_column("whole deal"),
                     right_column("signed now"),
                     right_column("waiting"),
                     right_column("difference"),
                     right_column("talked over first"),
                     right_column("pays up to, a month")};
    for (std::size_t i = 0; i < f.worths.size(); ++i) {
        const race_framework_worth& one = f.worths[i];
        table.rows.push_back({a.parties[i], number(one.framework), number(one.rest),
                              number(one.whole), number(one.signed_now), number(one.waiting),
                              change(one.signed_now - one.waiting), number(one.talked_over),
                              !one.greatest_collapse ? "none"
                              : std::isinf(*one.greatest_collapse)
                                  ? "any"
                                  : short_number(*one.greatest_collapse)});
    }
    return table;
}

[[nodiscard]] inline std::string settling_text(const race_talks& talks) {
    if (talks.runs == 0) {
        return "no run was played";
    }
    return talks.days ? fmt::format("{} of runs agree, after {:.0f} days, {} a month of talks",
                                    per_cent(talks.agreed.share), *talks.days,
                                    short_number(talks.settlement))
                      : std::string("no run agrees");
}

/// Where the rates come from, and what the closed form leaves out.
[[nodiscard]] inline std::vector<std::string> framework_texts(const race_answer& a,
                                                              const race_framework& f) {
    std::vector<std::string> clauses;
    for (const clause& part : *f.deal) {
        clauses.push_back(part.issue + " " + to_string(part.option));
    }
    return {
        fmt::format("The framework is the Nash deal of its scope: {}.", joined(clauses)),
        fmt::format("Settlement: of talks on the framework {}; on the details, no deal being the "
                    "framework, {}; on the whole {}.",
                    settling_text(f.talks), settling_text(f.details),
                    a.plans.front().runs > 0 ? short_number(a.plans.front().settlement) + " a month"
                                             : std::string("no run was played")),
        fmt::format("Collapse: {} a month while nothing is signed, {} once the framework is. What "
                    "it gives is kept whatever comes after. Rates have no memory and know no "
                    "deadline{}.",
                    short_number(f.collapse), short_number(f.collapse_after),
                    a.events.empty() ? "" : " and no event")};
}

inline void add_framework(const race_answer& a, std::vector<report::block>& blocks) {
    if (!a.framework) {
        return;
    }
    blocks.push_back(report::paragraph{sentence_on_framework(a, *a.framework)});
    if (a.framework->deal) {
        if (!a.framework->worths.empty()) {
            blocks.push_back(framework_table_of(a, *a.framework));
        }
        blocks.push_back(report::bullets{framework_texts(a, *a.framework)});
    }
}

}  // namespace negotiation::question::detail
