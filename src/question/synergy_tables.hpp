#pragma once

/// @file
/// How an answer about ratification tells which change of a clause would help.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/ratify_answer.hpp>
#include <negotiation/report/document.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// Smaller changes of a chance are not told.
inline constexpr double told_change = 5e-5;

/// The chance together once a clause is changed.
[[nodiscard]] inline double joint_after(const ratified_deal& d, const synergy_view& s) {
    double all = 1;
    for (std::size_t i = 0; i < s.changes.size(); ++i) {
        all *= std::clamp(d.homes[i].probability + s.changes[i], 0.0, 1.0);
    }
    return all;
}

[[nodiscard]] inline bool helps_somewhere(const synergy_view& s) {
    return std::any_of(s.changes.begin(), s.changes.end(),
                       [](double change) { return change >= told_change; });
}

[[nodiscard]] inline bool hurts_somewhere(const synergy_view& s) {
    return std::any_of(s.changes.begin(), s.changes.end(),
                       [](double change) { return change <= -told_change; });
}

/// Issues some change of which does so and so, in their order.
template <class Does>
[[nodiscard]] std::vector<std::string> issues_where(const ratified_deal& d, Does does) {
    std::vector<std::string> names;
    for (const synergy_view& s : d.synergies) {
        if (does(s) && (names.empty() || names.back() != s.issue)) {
            names.push_back(s.issue);
        }
    }
    return names;
}

/// "Shippers would refuse it: -0.1100 against no deal".
[[nodiscard]] inline std::string refusal_text(const synergy_view& s) {
    std::vector<std::string> parts;
    for (const refusal_view& r : s.refusals) {
        parts.push_back(
            fmt::format("{} would refuse it: {}", r.party,
                        r.crossed ? "it crosses a red line" : change(r.gain) + " against no deal"));
    }
    return joined(parts);
}

/// Changes that help at home, hurt in no home, and that nobody at the table would refuse; or that
/// somebody would.
[[nodiscard]] inline std::vector<std::string> harmless_issues(const ratified_deal& d,
                                                              bool refused) {
    return issues_where(d, [refused](const synergy_view& s) {
        return helps_somewhere(s) && !hurts_somewhere(s) && s.refusals.empty() != refused;
    });
}

[[nodiscard]] inline std::string synergy_sentence(const ratified_deal& d) {
    const auto contested = issues_where(
        d, [](const synergy_view& s) { return helps_somewhere(s) && hurts_somewhere(s); });
    const auto free = harmless_issues(d, false);
    std::vector<std::string> sentences;
    if (!contested.empty()) {
        sentences.push_back("These set the homes against each other: " + joined(contested) + ".");
    }
    if (!free.empty()) {
        sentences.push_back(
            fmt::format("A change of {} would help at home and hurt nowhere.", joined(free)));
    }
    auto refused = harmless_issues(d, true);
    refused.erase(std::remove_if(refused.begin(), refused.end(),
                                 [&](const std::string& issue) {
                                     return std::find(free.begin(), free.end(), issue) !=
                                            free.end();
                                 }),
                  refused.end());
    if (!refused.empty()) {
        sentences.push_back(fmt::format(
            "A change of {} would help at home, but every such change is one that a party at the "
            "table would refuse.",
            joined(refused)));
    }
    return fmt::format("{}", fmt::join(sentences, " "));
}

/// Which of some changes the parties themselves would not sign.
inline void add_refusals(const std::vector<const synergy_view*>& shown,
                         std::vector<report::block>& into) {
    report::bullets list;
    for (const synergy_view* s : shown) {
        if (!s->refusals.empty()) {
            list.items.push_back(fmt::format("{} from {} to {}, but {}.", s->issue,
                                             to_string(s->from), to_string(s->to),
                                             refusal_text(*s)));
        }
    }
    if (list.items.empty()) {
        into.push_back(report::paragraph{"Every party finds each of these no worse than no deal."});
        return;
    }
    into.push_back(report::paragraph{
        list.items.size() < shown.size()
            ? "Some would not be signed; every party finds the others no worse than no deal:"
            : "None of them would be signed:"});
    into.push_back(std::move(list));
}

inline void add_synergies(const ratify_answer& a, const ratified_deal& d,
                          std::vector<report::block>& into) {
    constexpr std::size_t most = 10;
    std::vector<const synergy_view*> helpful;
    for (const synergy_view& s : d.synergies) {
        if (helps_somewhere(s)) {
            helpful.push_back(&s);
        }
    }
    if (helpful.empty()) {
        into.push_back(report::paragraph{"No change of a single clause would help in any home."});
        return;
    }
    std::stable_sort(helpful.begin(), helpful.end(),
                     [&](const synergy_view* x, const synergy_view* y) {
                         return joint_after(d, *x) > joint_after(d, *y);
                     });
    report::table table;
    const bool cut = helpful.size() > most;
    helpful.resize(std::min(most, helpful.size()));
    table.caption = fmt::format("Changes of one clause that help in a home{}:",
                                cut ? ", the best of them" : "");
    table.columns = {{"issue", report::alignment::left},
                     {"from", report::alignment::right},
                     {"to", report::alignment::right}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"together", report::alignment::right});
    for (const synergy_view* of : helpful) {
        const synergy_view& s = *of;
        table.rows.push_back({s.issue, to_string(s.from), to_string(s.to)});
        for (const double by : s.changes) {
            table.rows.back().push_back(change(by));
        }
        table.rows.back().push_back(number(joint_after(d, s)));
    }
    into.push_back(std::move(table));
    add_refusals(helpful, into);
    into.push_back(report::paragraph{synergy_sentence(d)});
}

}  // namespace negotiation::question::detail
