#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_run.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using talks::talks_status;

[[nodiscard]] std::string rounds_text(const run_answer& a) {
    return fmt::format("round {} of {}, after {} and {:.6g} days", a.round, a.rounds_limit,
                       counted(static_cast<std::size_t>(a.offers), "offer", "offers"), a.days);
}

[[nodiscard]] std::string verdict(const run_answer& a) {
    switch (a.status) {
        case talks_status::agreement:
            return "They agree in " + rounds_text(a) + ".";
        case talks_status::walked_away:
            return fmt::format("{} walks away in {}.",
                               a.events.empty() ? "A party" : a.events.back().who, rounds_text(a));
        case talks_status::broken_down:
            return "The talks break down in " + rounds_text(a) + ".";
        case talks_status::no_agreement:
            return fmt::format("No agreement: the deadline of {} passes, after {} and {:.6g} days.",
                               counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
                               counted(static_cast<std::size_t>(a.offers), "offer", "offers"),
                               a.days);
    }
    return "";
}

[[nodiscard]] std::string rule_text(const run_answer& a) {
    const talks::voting_rule& rule = a.agreement;
    std::string text;
    if (is_unanimity(rule)) {
        text = a.parties.size() == 2 ? "both must agree" : "all must agree";
    } else if (rule.more_than) {
        text = "a majority must agree";
    } else {
        text = fmt::format("{:.6g} % of the votes must agree", 100 * rule.quota);
    }
    std::vector<std::string> names;
    for (const party_id i : rule.veto) {
        names.push_back(a.parties[i].name);
    }
    return names.empty() ? text : fmt::format("{}, with a veto of {}", text, joined(names));
}

[[nodiscard]] std::string setting_text(const run_answer& a) {
    std::string text = fmt::format(
        "{}, {} talks. Protocol {}, at most {} of {:.6g} days; {}; relative time by the {} clock",
        scope_text(a.scope), a.talks == publicity::secret ? "secret" : "public", a.protocol,
        counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"), a.days_per_round,
        rule_text(a), std::string(to_string(a.convention)));
    if (a.breakdown > 0) {
        text += fmt::format("; the talks break down with probability {:.6g} a round", a.breakdown);
    }
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text + ".";
}

[[nodiscard]] report::bullets players(const run_answer& a) {
    report::bullets list;
    for (const player& one : a.parties) {
        list.items.push_back(
            fmt::format("{} plays {}{}.", one.name, one.strategy,
                        one.complete_information ? ", knowing the others' true preferences" : ""));
    }
    for (const mediator_view& one : a.mediators) {
        list.items.push_back(fmt::format("{} mediates: {}.", one.name, one.role));
    }
    return list;
}

/// The best that a party was offered by another, as far as it heard.
[[nodiscard]] const told_event* best_heard(const run_answer& a, std::size_t i) {
    const told_event* best = nullptr;
    for (const told_event& e : a.events) {
        if (e.arrived && e.action == "offer" && !e.utilities.empty() &&
            e.who != a.parties[i].name &&
            (best == nullptr || best->utilities[i] < e.utilities[i])) {
            best = &e;
        }
    }
    return best;
}

/// Why there is no agreement, as far as the account can tell.
void add_reasons(const run_answer& a, std::vector<report::block>& into) {
    if (a.status == talks_status::agreement) {
        return;
    }
    report::bullets list;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        if (!a.has_acceptable_deal[i]) {
            list.items.push_back(
                fmt::format("To {} no deal at all is worth as much as none.", a.parties[i].name));
        } else if (const told_event* best = best_heard(a, i)) {
            const double gain = best->utilities[i] - a.no_deal[i].utility;
            list.items.push_back(fmt::format(
                "The best that {} was offered ({}, round {}) is worth {} to it, {} {} no deal.",
                a.parties[i].name, best->who, best->round, number(best->utilities[i]),
                number(std::abs(gain)), gain < 0 ? "less than" : "more than"));
        }
    }
    std::string why;
    if (a.zone_is_empty == true) {
        why = is_unanimity(a.agreement)
                  ? fmt::format("There was nothing to find: no deal suits {}.",
                                everybody(a.parties.size()))
                  : fmt::format("No deal suits {}, which the rule does not ask for.",
                                everybody(a.parties.size()));
    } else if (a.zone_is_empty == false) {
        why = "There was a deal to find" +
              (a.nash.empty() ? std::string(".")
                              : " (the Nash deal gives " + numbers_text(a.nash) + ").");
    }
    if (!why.empty()) {
        into.push_back(report::paragraph{why});
    }
    if (!list.items.empty()) {
        into.push_back(std::move(list));
    }
}

/// "duration 10, proxies end (+2 more)": what an offer changes against the last of its party, as
/// much of it as a line of the table holds.
[[nodiscard]] std::string changes_text(const told_event& e, const told_event* before) {
    if (before == nullptr) {
        return "opens";
    }
    constexpr std::size_t widest = 28;
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

/// "pays 0.0200, 0.0000", "withdraws".
[[nodiscard]] std::string act_text(const told_event& e) {
    const std::map<std::string, std::string> words{{"pay", "promises"},
                                                   {"guarantee", "guarantees"},
                                                   {"threaten", "threatens with"},
                                                   {"adjourn", "adjourns"},
                                                   {"withdraw", "withdraws"}};
    const auto found = words.find(e.action);
    const std::string word = found == words.end() ? e.action : found->second;
    return e.amounts.empty() ? word : word + " " + numbers_text(e.amounts);
}

/// One row of the table of moves, and whether it tells something new.
struct told_row {
    std::vector<std::string> cells;
    bool telling = true;
};

[[nodiscard]] bool mediates(const run_answer& a, const std::string& who) {
    return std::any_of(a.mediators.begin(), a.mediators.end(),
                       [&](const mediator_view& one) { return one.name == who; });
}

[[nodiscard]] std::vector<told_row> rows_of(const run_answer& a) {
    std::map<std::string, const told_event*> last;
    std::vector<told_row> rows;
    for (const told_event& e : a.events) {
        told_row row;
        std::string what = e.action;
        if (e.action == "offer" && e.outcome) {
            const told_event*& before = last[e.who];
            what =
                before == nullptr && mediates(a, e.who) ? "tables a text" : changes_text(e, before);
            row.telling = before == nullptr || !(before->outcome == e.outcome);
            before = &e;
        } else if (e.action == "accept") {
            what = "accepts";
        } else if (e.action == "walk_away") {
            what = "walks away";
        } else if (e.action == "reject") {
            what = "rejects";
        } else {
            what = act_text(e);
        }
        if (!e.arrived) {
            what += ", lost";
            row.telling = true;
        }
        row.cells = {fmt::format("{}", e.round), e.who, what};
        for (const double u : e.utilities) {
            row.cells.push_back(number(u));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The first, the last and some between, so that a long run fits on a page.
void thin_out(std::vector<told_row>& rows) {
    constexpr std::size_t most = 16;
    std::erase_if(rows, [](const told_row& row) { return !row.telling; });
    if (rows.size() > most) {
        std::vector<told_row> kept;
        for (std::size_t k = 0; k < most; ++k) {
            // Closer together at the end, where most happens.
            const double x = static_cast<double>(k) / (most - 1);
            const auto place = static_cast<std::size_t>(
                std::lround((1 - (1 - x) * (1 - x)) * static_cast<double>(rows.size() - 1)));
            if (kept.empty() || kept.back().cells != rows[place].cells) {
                kept.push_back(rows[place]);
            }
        }
        rows = std::move(kept);
    }
}

[[nodiscard]] report::table moves_table(const run_answer& a, bool trace) {
    report::table table;
    std::vector<told_row> rows = rows_of(a);
    const std::size_t all = rows.size();
    if (!trace) {
        thin_out(rows);
    }
    table.caption =
        rows.size() == all
            ? "What was said, and what it is worth:"
            : fmt::format("What was said, {} of {} moves, and what it is worth:", rows.size(), all);
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

[[nodiscard]] report::table results_table(const run_answer& a) {
    report::table table;
    table.columns = {{"", report::alignment::left},
                     {"utility", report::alignment::right},
                     {"no deal", report::alignment::right},
                     {"gain", report::alignment::right},
                     {"discounted", report::alignment::right}};
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        table.rows.push_back(
            {a.parties[i].name, number(a.utilities[i]), number(a.no_deal[i].utility),
             change(a.utilities[i] - a.no_deal[i].utility), number(a.discounted[i])});
    }
    return table;
}

/// Under a rule that does not need everybody: who did not agree.
void add_outvoted(const run_answer& a, std::vector<report::block>& into) {
    report::bullets list;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        if (a.outcome && !a.accepted[i]) {
            list.items.push_back(
                fmt::format("{} did not agree and is bound by the rule.", a.parties[i].name));
        }
    }
    if (!list.items.empty()) {
        into.push_back(std::move(list));
    }
}

[[nodiscard]] report::table deal_table(const run_answer& a) {
    report::table table;
    table.caption = "What they agree on:";
    table.columns = {{"issue", report::alignment::left}, {"option", report::alignment::right}};
    for (const clause& part : *a.outcome) {
        table.rows.push_back({part.issue, to_string(part.option)});
    }
    return table;
}

void add_distance(const run_answer& a, std::vector<report::block>& into) {
    const shortfall& d = a.distance;
    if (!d.pareto) {
        return;
    }
    std::string text =
        *d.pareto > 5e-13
            ? fmt::format("The deal lies {} from the frontier", number(*d.pareto))
            : "The deal is efficient: nobody can do better without someone doing worse. It lies";
    std::vector<std::string> parts;
    const auto add = [&](const char* name, const std::optional<double>& distance) {
        if (distance) {
            parts.push_back(fmt::format("{} from the {} deal", number(*distance), name));
        }
    };
    add("Nash", d.nash);
    add("Kalai-Smorodinsky", d.kalai_smorodinsky);
    add("egalitarian", d.egalitarian);
    add("utilitarian", d.utilitarian);
    text += (*d.pareto > 5e-13 ? ", " : " ") + joined(parts) + ".";
    into.push_back(report::paragraph{text});
}

[[nodiscard]] std::string discount_text(const run_answer& a) {
    switch (a.discounting) {
        case talks::discounting::none:
            return "Nothing is discounted.";
        case talks::discounting::relative:
            return "Utilities are discounted by relative time.";
        case talks::discounting::calendar:
            return "Utilities are discounted by the calendar, at each party's patience.";
    }
    return "";
}

void add_notes(const run_answer& a, std::vector<report::block>& into) {
    if (a.leaked) {
        into.push_back(
            report::note{"The talks leaked: from then on public red lines bind, and failing costs "
                         "an audience."});
    }
    if (a.agreed_runs > 0 && a.agreed_runs < a.other_runs) {
        into.push_back(report::note{
            fmt::format("Chance decides: of {} more runs with the same seed {} end in agreement.",
                        a.other_runs, a.agreed_runs)});
    } else if (a.other_runs > 0 && (a.agreed_runs == 0) == (a.status == talks_status::agreement)) {
        into.push_back(report::note{
            fmt::format("This run is an exception: of {} more with the same seed {} in agreement.",
                        a.other_runs, a.agreed_runs == 0 ? "none ends" : "all end")});
    }
    if (!a.written_down) {
        into.push_back(report::note{
            "The space is too large to be written down: offers are the best for the other side, by "
            "what a party believes of it, that are worth at least the target."});
    }
    if (std::any_of(a.parties.begin(), a.parties.end(),
                    [](const player& one) { return one.complete_information; })) {
        into.push_back(
            report::note{"A run of complete information: an upper bound, not a forecast."});
    }
    if (!a.refused.empty()) {
        into.push_back(report::note{a.refused});
    }
    into.push_back(report::note{fmt::format(
        "One run, seed {}; it rests on {}. {}", a.seed,
        counted(a.assumed_numbers, "assumed number", "assumed numbers"), discount_text(a))});
}

}  // namespace
}  // namespace detail

report::document describe(const run_answer& answer, bool trace) {
    report::document text;
    text.blocks.push_back(report::heading{answer.scenario + ": how the talks go", 1});
    text.blocks.push_back(report::paragraph{detail::setting_text(answer)});
    text.blocks.push_back(detail::players(answer));
    text.blocks.push_back(report::paragraph{detail::verdict(answer)});
    detail::add_reasons(answer, text.blocks);
    if (!answer.events.empty()) {
        text.blocks.push_back(detail::moves_table(answer, trace));
    }
    if (answer.outcome) {
        text.blocks.push_back(detail::deal_table(answer));
    }
    text.blocks.push_back(detail::results_table(answer));
    detail::add_outvoted(answer, text.blocks);
    detail::add_distance(answer, text.blocks);
    detail::add_notes(answer, text.blocks);
    return text;
}

}  // namespace negotiation::question
