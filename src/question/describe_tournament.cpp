#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_tournament.hpp>

#include "question/meta_game_tables.hpp"
#include "question/standings_table.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using laboratory::mark;
using laboratory::standing;

constexpr std::size_t most_in_matrix = 10;  ///< columns that still fit a line
constexpr std::size_t most_others = 2;      ///< messages
constexpr std::size_t most_culprits = 5;    ///< on a scenario each

[[nodiscard]] std::string repeats_text(std::size_t repeats) {
    return repeats == 1   ? "once"
           : repeats == 2 ? "twice"
                          : fmt::format("{} times", grouped(repeats));
}

/// How often each pairing met, and where.
[[nodiscard]] std::string where_played(const tournament_answer& a) {
    const std::string scope = a.scope.empty() ? std::string() : " (scope " + a.scope + ")";
    const std::string ways =
        a.mediators.size() > 1
            ? fmt::format(", under each of {} ways of talking", grouped(a.mediators.size()))
            : std::string();
    return fmt::format("{} on each scenario{}{}", repeats_text(a.repeats), scope, ways);
}

/// Over whom, where all matches have the same mediators.
[[nodiscard]] std::string over_whom(const tournament_answer& a) {
    const bool mediated = a.mediators.size() == 1 && a.mediators.front().name != "direct";
    return mediated ? " over " + a.mediators.front().name : std::string();
}

[[nodiscard]] std::string what_was_played(const tournament_answer& a) {
    const std::string how = a.rotate ? "every strategy in every seat against every other and itself"
                                     : "every choice of strategies once, seated in the order given";
    std::string text = a.complete ? counted(a.matches, "negotiation", "negotiations")
                                  : fmt::format("Stopped after {} of {}", grouped(a.matches),
                                                counted(a.planned, "negotiation", "negotiations"));
    text += fmt::format(": {}, {}. Alternating offers{}, at most {}, clock {}, seed {}", how,
                        where_played(a), over_whom(a),
                        counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
                        to_string(a.clock), a.seed);
    text +=
        a.breakdown > 0
            ? fmt::format("; after each round talks break down with probability {}.", a.breakdown)
            : std::string(".");
    text += a.ranked_by == laboratory::ranked_by::utility
                ? ""
                : " What seats can get differs too much for utilities to be added up: ranks are by "
                  "advantage, and means in utility, distances among them, are left out.";
    return text + (a.rotate || a.strategies.size() < 2
                       ? ""
                       : " Seats are fixed: who sits where follows the order of the list, and "
                         "ranks hang on it; without --fixed-seats everybody sits everywhere.");
}

[[nodiscard]] report::table pairs_table(const tournament_answer& a) {
    report::table table;
    table.caption =
        fmt::format("{} against that of the column, the best first:",
                    a.ranked_by == laboratory::ranked_by::utility
                        ? "What the strategy of the row got, on average,"
                        : "The advantage that the strategy of the row got, on average,");
    table.columns = {{"", report::alignment::left}};
    const std::vector<std::size_t> order = by_rank(a.strategies);
    for (std::size_t place = 0; place < order.size(); ++place) {
        table.columns.push_back({fmt::format("{}", place + 1), report::alignment::right});
        std::vector<std::string> row{
            fmt::format("{} {}", place + 1, a.strategies[order[place]].name)};
        for (const std::size_t other : order) {
            row.push_back(or_dash(a.pairs[order[place]][other]));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_pairs(const tournament_answer& a, std::vector<report::block>& into) {
    if (a.strategies.size() > most_in_matrix) {
        into.push_back(report::paragraph{fmt::format(
            "Who got how much against whom is left out here: {} strategies are more than the {} "
            "that fit a line; --json has all pairs.",
            grouped(outcome_count{a.strategies.size()}), most_in_matrix)});
    } else if (a.strategies.size() > 1) {
        into.push_back(pairs_table(a));
    }
}

[[nodiscard]] std::string seats_text(const tournament_scenario& on) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < on.parties.size(); ++i) {
        parts.push_back(on.result.mean_utilities.empty()
                            ? on.parties[i]
                            : on.parties[i] + " " + number(on.result.mean_utilities[i]));
    }
    return joined(parts);
}

[[nodiscard]] std::string talks_text(const tournament_scenario& on) {
    return on.talks == publicity::secret ? "secret" : "public";
}

[[nodiscard]] report::table scenarios_table(const tournament_answer& a) {
    report::table table;
    table.caption = "The scenarios, and what each seat got on average:";
    table.columns = {
        {"scenario", report::alignment::left},   {"talks", report::alignment::left},
        {"deals", report::alignment::right},     {"efficient", report::alignment::right},
        {"agreed", report::alignment::right},    {"rounds", report::alignment::right},
        {"to Pareto", report::alignment::right}, {"seats", report::alignment::left}};
    for (const tournament_scenario& on : a.scenarios) {
        table.rows.push_back(
            {on.result.name, talks_text(on),
             on.result.deals ? grouped(outcome_count{*on.result.deals}) : "unlisted",
             on.result.refused.empty() ? grouped(outcome_count{on.result.efficient}) : "unknown",
             percent_or_dash(on.result.agreement_rate), rounds_or_dash(on.result.mean_rounds),
             or_dash(distance_to(on.result.mean_distances, mark::pareto)), seats_text(on)});
    }
    return table;
}

/// Other messages than the first, as far as they fit.
[[nodiscard]] std::string others_text(const std::vector<std::string>& others) {
    std::string text;
    for (std::size_t k = 0; k < std::min(most_others, others.size()); ++k) {
        text += "; also: " + others[k];
    }
    if (others.size() > most_others) {
        const std::size_t more = others.size() - most_others;
        text += fmt::format("; and {} more message{}", more, more == 1 ? "" : "s");
    }
    return text;
}

[[nodiscard]] std::string fault_text(const broken_matches& kind) {
    const std::string when =
        kind.round == 0
            ? std::string("before the talks began")
            : fmt::format("in round {}", grouped(static_cast<outcome_count>(kind.round)));
    const std::string& culprit = kind.strategy.empty() ? kind.mediator : kind.strategy;
    const std::string seat = kind.party.empty() ? std::string() : "as " + kind.party + ", ";
    return fmt::format("{} on {}, {}: {} (first {}{}){}", culprit, kind.scenario,
                       repeats_text(kind.count), kind.what, seat, when, others_text(kind.others));
}

[[nodiscard]] report::bullets faults_list(const std::vector<broken_matches>& kinds,
                                          std::size_t left_out) {
    report::bullets list;
    for (std::size_t k = 0; k < std::min(most_culprits, kinds.size()); ++k) {
        list.items.push_back(fault_text(kinds[k]));
    }
    const std::size_t more = kinds.size() - list.items.size() + left_out;
    if (more > 0) {
        list.items.push_back(fmt::format("and {} more", grouped(more)));
    }
    return list;
}

void add_forfeits(const tournament_answer& a, std::vector<report::block>& into) {
    if (a.forfeited == 0) {
        return;
    }
    into.push_back(
        report::paragraph{fmt::format("In {} a strategy failed, which counts as walking away:",
                                      counted(a.forfeited, "negotiation", "negotiations"))});
    into.push_back(faults_list(a.forfeits, a.forfeits_left_out));
}

/// Where everything was written down.
void add_store(const tournament_answer& a, std::vector<report::block>& into) {
    if (!a.kept) {
        return;
    }
    into.push_back(report::paragraph{fmt::format(
        "Kept in {} as experiment {}: {}{}.", a.kept->file, a.experiment,
        counted(a.matches, "negotiation", "negotiations"),
        a.kept->recalled == 0
            ? std::string()
            : fmt::format(", {} of which stood there already", grouped(a.kept->recalled)))});
}

void add_faults(const tournament_answer& a, std::vector<report::block>& into) {
    if (a.faults == 0) {
        return;
    }
    const bool mediated = std::any_of(a.broken.begin(), a.broken.end(),
                                      [](const auto& kind) { return kind.strategy.empty(); });
    into.push_back(
        report::paragraph{fmt::format("{} broken by a strategy{} and left out of every mean:",
                                      a.faults == 1 ? std::string("One negotiation was")
                                                    : grouped(a.faults) + " negotiations were",
                                      mediated ? " or a mediator" : "")});
    into.push_back(faults_list(a.broken, a.broken_left_out));
}

void add_notes(const tournament_scenario& on, std::vector<report::block>& into) {
    if (on.has_rules) {
        into.push_back(report::note{on.result.name +
                                    " says how its talks run; a tournament plays all scenarios by "
                                    "the same rules and does not read it."});
    }
    if (!on.result.refused.empty()) {
        into.push_back(report::note{on.result.name + ": no distances. " + on.result.refused});
    } else if (on.result.efficient == 0) {
        into.push_back(report::note{
            fmt::format("{}: no deal suits {} in {} talks, so there are no distances.",
                        on.result.name, everybody(on.parties.size()), talks_text(on))});
    }
}

void add_notes(const tournament_answer& a, std::vector<report::block>& into) {
    const bool by_utility = a.ranked_by == laboratory::ranked_by::utility;
    into.push_back(report::note{fmt::format(
        "{}The advantage is the share of what a seat could gain over no deal, 0 no deal and 1 its "
        "best deal. {}Means are over repeats, then over a strategy's seats on a scenario (two "
        "against itself), then over scenarios, each alike. The interval (95 %) takes seats, "
        "opponents and scenarios for a sample, and ends where {} do.",
        by_utility ? "Utilities are on the scales of the scenarios. " : "",
        by_utility ? "Distances are in utility, ends without a deal included. " : "",
        by_utility ? "utilities" : "advantages")});
    if (a.strategies.size() > 1) {
        const std::string apart =
            "Two strategies are told apart by the differences of what they got in the same seat of "
            "the same scenario with the same others and the same random numbers, averaged within "
            "each scenario: signs are flipped scenario by scenario, which takes these for "
            "independent draws of their kind, and all comparisons together are wrong with "
            "probability 5 % at most (Holm). ";
        const std::string regret =
            a.meta_game.regrets.empty()
                ? std::string()
                : std::string(
                      "; regret is the mean advantage missed against the best reply to "
                      "each strategy, itself among them, on scenarios for two");
        const std::string equilibrium = fmt::format(
            " To equilibrium is how much more {} its seats get in direct talks between parties "
            "that know one another and never err (subgame-perfect play); below 0 it got more.",
            by_utility ? "utility" : "advantage");
        const bool solved =
            std::any_of(a.strategies.begin(), a.strategies.end(),
                        [](const auto& row) { return row.equilibrium_regret.has_value(); });
        into.push_back(report::note{
            (can_tell_apart(a.told_apart) ? apart : std::string()) +
            "Together and product are the sum and the product of the advantages of all seats" +
            regret + "." + (solved ? equilibrium : std::string())});
    }
    if (std::any_of(a.strategies.begin(), a.strategies.end(),
                    [](const auto& row) { return row.faults > 0; })) {
        into.push_back(report::note{
            "Strategies that broke negotiations rank after all that broke none: their means are "
            "over the other negotiations only."});
    }
    if (!a.voters.empty()) {
        into.push_back(report::note{joined(a.voters) + (a.voters.size() == 1 ? " votes" : " vote") +
                                    " on single texts and " +
                                    (a.voters.size() == 1 ? "does" : "do") +
                                    " not fit alternating offers."});
    }
    if (!a.complete_information.empty()) {
        into.push_back(report::note{joined(a.complete_information) +
                                    (a.complete_information.size() == 1 ? " reads" : " read") +
                                    " the others' true preferences."});
    }
    for (const tournament_scenario& on : a.scenarios) {
        add_notes(on, into);
    }
    into.push_back(report::note{
        fmt::format("This rests on {}.", basis_text(a.assumed_numbers, a.unsourced_numbers))});
}

}  // namespace
}  // namespace detail

report::document describe(const tournament_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{
        fmt::format("Tournament of {} on {}",
                    detail::counted(answer.strategies.size(), "strategy", "strategies"),
                    detail::counted(answer.scenarios.size(), "scenario", "scenarios")),
        1});
    blocks.push_back(report::paragraph{detail::what_was_played(answer)});
    detail::add_store(answer, blocks);
    for (report::table& part : detail::strategies_tables(answer.strategies, answer.ranked_by)) {
        blocks.push_back(std::move(part));
    }
    detail::add_told_apart(answer, blocks);
    for (report::table& part : detail::mediators_tables(answer.mediators, answer.ranked_by)) {
        if (answer.mediators.size() > 1) {
            blocks.push_back(std::move(part));
        }
    }
    detail::add_faults(answer, blocks);
    detail::add_forfeits(answer, blocks);
    detail::add_pairs(answer, blocks);
    blocks.push_back(detail::scenarios_table(answer));
    detail::add_meta_game(answer, blocks);
    detail::add_notes(answer, blocks);
    return {std::move(blocks)};
}

}  // namespace negotiation::question
