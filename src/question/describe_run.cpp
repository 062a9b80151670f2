#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_run.hpp>

#include "question/run_ending.hpp"
#include "question/run_moves.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

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
            numbers_text(a.equilibrium) +
            (a.equilibrium_is_mean ? " when discounted, on average over who is drawn) "
                                   : " when discounted) ") +
            joined(parts) + "."});
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
    if (a.others_left_out) {
        into.push_back(report::note{
            "No further runs were played to tell what is chance: a program plays, which each of "
            "them would start anew. --runs N plays them."});
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
    text.blocks.push_back(report::paragraph{detail::ending_text(answer)});
    if (answer.first_text) {
        text.blocks.push_back(
            report::paragraph{"The text begins as things are today. A party that climbs takes what "
                              "is no worse for it "
                              "than the text, so a text that is somebody's best stays."});
    }
    detail::add_why_not(answer, text.blocks);
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
