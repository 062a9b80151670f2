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

#include "question/run_moves.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using talks::talks_status;

[[nodiscard]] std::string days_text(double days) {
    return fmt::format("{:.6g} {}", days, days > 1 || days < 1 ? "days" : "day");
}

/// "47 offers and 382 days, delays included".
[[nodiscard]] std::string pace_text(const run_answer& a) {
    const bool delayed = a.days > a.days_per_round * static_cast<double>(a.round) * (1 + 1e-9);
    return counted(static_cast<std::size_t>(a.offers), "offer", "offers") + " and " +
           days_text(a.days) + (delayed ? ", delays included" : "");
}

[[nodiscard]] std::string rounds_text(const run_answer& a) {
    return fmt::format("round {} of {}, after {}", grouped(static_cast<std::size_t>(a.round)),
                       grouped(static_cast<std::size_t>(a.rounds_limit)), pace_text(a));
}

/// What of the messages was lost, and the acceptance that would have made a deal.
[[nodiscard]] std::string lost_text(const run_answer& a) {
    std::size_t lost = 0;
    const told_event* acceptance = nullptr;
    for (const told_event& e : a.events) {
        lost += e.arrived ? 0U : 1U;
        acceptance = !e.arrived && e.action == "accept" ? &e : acceptance;
    }
    if (lost == 0) {
        return "";
    }
    std::string text = " On the way " + counted(lost, "message was lost", "messages were lost");
    if (acceptance != nullptr) {
        text += fmt::format(", with {} the acceptance of {} in round {}", lost == 1 ? "it" : "them",
                            acceptance->who, acceptance->round);
    }
    return text + ".";
}

[[nodiscard]] std::string verdict(const run_answer& a) {
    switch (a.status) {
        case talks_status::agreement:
            return "They agree in " + rounds_text(a) + "." + lost_text(a);
        case talks_status::walked_away:
            if (!a.forfeits.empty()) {
                const told_forfeit& first = a.forfeits.front();
                return fmt::format("The agent of {} fails in {}, which counts as walking away: {}.",
                                   first.party, rounds_text(a), first.what);
            }
            return fmt::format("{} walks away in {}.{}",
                               a.events.empty() ? "A party" : a.events.back().who, rounds_text(a),
                               lost_text(a));
        case talks_status::broken_down:
            return (!a.events.empty() && a.events.back().action == "withdraw"
                        ? a.events.back().who + " leaves, and with it the only channel, in "
                        : "The talks break down in ") +
                   rounds_text(a) + "." + lost_text(a);
        case talks_status::no_agreement:
            return fmt::format("No agreement: the deadline of {} passes, after {}.{}",
                               counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
                               pace_text(a), lost_text(a));
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
        "{}, {} talks. Protocol {}, at most {} of {}; {}; relative time by the {} clock",
        scope_text(a.scope), a.talks == publicity::secret ? "secret" : "public", a.protocol,
        counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
        days_text(a.days_per_round), rule_text(a), std::string(to_string(a.convention)));
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
    for (const seated_mediator& one : a.mediators) {
        list.items.push_back(fmt::format("{} mediates: {}.", one.name, one.role));
    }
    return list;
}

/// The best that a party was offered by another, as far as it heard.
[[nodiscard]] const told_event* best_heard(const run_answer& a, std::size_t i) {
    const told_event* best = nullptr;
    for (const told_event& e : a.events) {
        if (e.arrived && e.action == "offer" && !e.utilities.empty() && !e.crosses[i] &&
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
                fmt::format("No deal is worth as much to {} as none: it could sign nothing.",
                            a.parties[i].name));
        } else if (const told_event* best = best_heard(a, i)) {
            const double gain = best->utilities[i] - a.no_deal_at_end[i];
            list.items.push_back(fmt::format(
                "The best that {} was offered ({}, round {}) is worth {} to it, {} {} no deal.",
                a.parties[i].name, best->who, best->round, number(best->utilities[i]),
                number(std::abs(gain)), gain < 0 ? "less than" : "more than"));
        } else {
            list.items.push_back(
                fmt::format("{} was offered nothing inside its red lines.", a.parties[i].name));
        }
    }
    std::string why;
    if (a.zone_is_empty == true) {
        why = fmt::format("{} no deal suits {}{}.", a.leaked ? "Since the leak" : "By itself",
                          everybody(a.parties.size()),
                          is_unanimity(a.agreement) ? "" : ", which the rule does not ask for");
    } else if (a.zone_is_empty == false) {
        why = "There was a deal to find" +
              (a.nash.empty() ? std::string(".")
                              : " (the Nash deal gives " + numbers_text(a.nash) + ").");
    }
    if (a.last_text) {
        list.items.clear();  // the votes were about changes of a text
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            list.items.push_back(fmt::format(
                "The last text is worth {} to {}, which {}.", number(a.last_utilities[i]),
                a.parties[i].name, a.would_sign[i] ? "would sign it" : "would not sign it"));
        }
    }
    if (!why.empty()) {
        into.push_back(report::paragraph{why});
    }
    if (!list.items.empty()) {
        into.push_back(std::move(list));
    }
}

[[nodiscard]] bool any_promise(const run_answer& a) {
    return std::any_of(a.promised.begin(), a.promised.end(), [](double p) { return p > 0; });
}

[[nodiscard]] report::table results_table(const run_answer& a) {
    report::table table;
    table.columns = {{"", report::alignment::left}, {"utility", report::alignment::right}};
    if (any_promise(a)) {
        table.columns.push_back({"of it promised", report::alignment::right});
    }
    table.columns.push_back({"no deal", report::alignment::right});
    table.columns.push_back({"gain", report::alignment::right});
    table.columns.push_back({"discounted", report::alignment::right});
    if (!a.carried_out.empty()) {
        table.columns.push_back({"if carried out", report::alignment::right});
    }
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        std::vector<std::string> row{a.parties[i].name, number(a.utilities[i])};
        if (any_promise(a)) {
            row.push_back(number(a.promised[i]));
        }
        row.push_back(number(a.no_deal_at_end[i]));
        row.push_back(change(a.utilities[i] - a.no_deal_at_end[i]));
        row.push_back(number(a.discounted[i]));
        if (!a.carried_out.empty()) {
            row.push_back(number(a.carried_out[i]));
        }
        table.rows.push_back(std::move(row));
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

/// What the models make of what was said, beside the truth.
void add_models(const run_answer& a, std::vector<report::block>& into) {
    if (a.models.empty()) {
        return;
    }
    report::table table;
    table.caption = "What opponent models make of all that was said, against the truth:";
    table.columns = {{"at the place of", report::alignment::left},
                     {"model", report::alignment::left},
                     {"rank correlation", report::alignment::right},
                     {"error", report::alignment::right}};
    for (const model_result& one : a.models) {
        const bool none = one.error.deals == 0;
        table.rows.push_back({one.party, one.model,
                              one.error.spearman ? number(*one.error.spearman) : "none",
                              none ? "none" : number(one.error.rmse)});
    }
    into.push_back(std::move(table));
    into.push_back(report::note{
        "Spearman's correlation of the ranks of deals, and the root of the mean squared error, "
        "worst deal 0 and best 1. Models are what they are without parameters, whoever played with "
        "which; the perfect one is an upper bound."});
}

void add_distance(const run_answer& a, std::vector<report::block>& into) {
    using laboratory::mark;
    const auto to = [&](mark m) { return a.distance[static_cast<std::size_t>(m)]; };
    const std::optional<double> pareto = to(mark::pareto);
    if (!pareto) {
        return;
    }
    // Written numbers have four decimals; what rounds to nothing is no distance to speak of.
    const bool efficient = number(*pareto) == number(0);
    std::string text =
        efficient
            ? "The deal is efficient: nobody can do better without someone doing worse. It lies "
            : fmt::format("The deal lies {} from the frontier of the deals that suit {}, ",
                          number(*pareto), everybody(a.parties.size()));
    std::vector<std::string> parts;
    for (const auto& [name, m] :
         {std::pair{"Nash", mark::nash}, std::pair{"Kalai-Smorodinsky", mark::kalai_smorodinsky},
          std::pair{"egalitarian", mark::egalitarian},
          std::pair{"utilitarian", mark::utilitarian}}) {
        if (to(m)) {
            parts.push_back(fmt::format("{} from the {} deal", number(*to(m)), name));
        }
    }
    text += joined(parts) + ".";
    into.push_back(report::paragraph{text});
}

/// What parties that know one another and look ahead would have got.
void add_equilibrium(const run_answer& a, std::vector<report::block>& into) {
    if (!a.no_equilibrium.empty()) {
        into.push_back(report::note{"Regret against equilibrium play: not computed, since " +
                                    a.no_equilibrium + "."});
        return;
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < a.equilibrium.size(); ++i) {
        const double gain = a.discounted[i] - a.equilibrium[i];
        parts.push_back(number(gain) == number(0) || number(-gain) == number(0)
                            ? a.parties[i].name + " gets as much"
                            : fmt::format("{} gets {} {}", a.parties[i].name,
                                          number(std::abs(gain)), gain < 0 ? "less" : "more"));
    }
    if (!parts.empty()) {
        into.push_back(report::paragraph{
            "Beside what parties that know one another and look ahead would reach (equilibrium "
            "play, worth " +
            numbers_text(a.equilibrium) + " when discounted) " + joined(parts) + "."});
    }
}

[[nodiscard]] std::string discount_text(const run_answer& a) {
    if (a.discounted == a.utilities) {
        return "Nobody minds waiting.";
    }
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
        std::string cost;
        for (std::size_t i = 0; i < a.parties.size() && cost.empty(); ++i) {
            if (a.no_deal_at_end[i] < a.no_deal[i].utility) {
                cost = ", and failing costs an audience: no deal is worth less than it was";
            }
        }
        into.push_back(
            report::note{"The talks leaked: from then on public red lines bind" + cost + "."});
    }
    if (a.same_runs < a.other_runs) {
        into.push_back(report::note{fmt::format(
            "Of {} further runs that differ only in what chance decides {} {} in agreement.",
            grouped(a.other_runs), a.agreed_runs == 0 ? "none" : grouped(a.agreed_runs),
            a.agreed_runs < 2 ? "ends" : "end")});
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
    into.push_back(report::note{fmt::format("One run, seed {}; it rests on {}. {}", a.seed,
                                            basis_text(a.assumed_numbers, a.unsourced_numbers),
                                            discount_text(a))});
}

}  // namespace
}  // namespace detail

report::document describe(const run_answer& answer, bool trace) {
    report::document text;
    text.blocks.push_back(report::heading{answer.scenario + ": how the talks go", 1});
    text.blocks.push_back(report::paragraph{detail::setting_text(answer)});
    text.blocks.push_back(detail::players(answer));
    if (answer.expects) {
        text.blocks.push_back(report::paragraph{detail::expectation_text(*answer.expects)});
    }
    text.blocks.push_back(report::paragraph{detail::verdict(answer)});
    if (answer.first_text) {
        text.blocks.push_back(
            report::paragraph{"The text begins as things are today. A party that climbs takes what "
                              "is no worse for it "
                              "than the text, so a text that is somebody's best stays."});
    }
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
    detail::add_models(answer, text.blocks);
    detail::add_equilibrium(answer, text.blocks);
    detail::add_notes(answer, text.blocks);
    return text;
}

}  // namespace negotiation::question
