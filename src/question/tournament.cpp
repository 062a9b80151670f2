#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

constexpr std::size_t told_kinds = 20;

/// Parts of a list with commas between them; those inside parentheses belong to a part.
void split_list(std::string_view text, std::vector<std::string>& into) {
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t k = 0; k <= text.size(); ++k) {
        if (k == text.size() || (text[k] == ',' && depth <= 0)) {
            into.emplace_back(text.substr(from, k - from));
            from = k + 1;
        } else {
            depth += text[k] == '(' ? 1 : text[k] == ')' ? -1 : 0;
        }
    }
}

/// The strategies as one writes them without blanks.
[[nodiscard]] std::vector<std::string> strategies_of(const tournament_options& options) {
    std::vector<std::string> listed;
    for (const std::string& text : options.strategies) {
        split_list(text, listed);
    }
    if (listed.empty()) {
        throw std::invalid_argument(
            fmt::format("tournament: needs strategies; got none; {}",
                        nearest("", negotiation::detail::names_of(talks::strategy_catalogue()))));
    }
    for (std::string& text : listed) {
        text = talks::to_string(talks::parse_specification(text));
    }
    return listed;
}

[[nodiscard]] std::vector<laboratory::contestant> contestants_of(
    const std::vector<std::string>& strategies) {
    std::vector<laboratory::contestant> all;
    for (const std::string& text : strategies) {
        all.emplace_back(text, talks::read_strategy(text));
    }
    return all;
}

void tell_fault(const laboratory::match& m, std::size_t number, tournament_answer& into) {
    const std::size_t seat = m.fault->seat;
    const std::string& strategy = into.strategies[m.who.contestants[seat]].name;
    const tournament_scenario& at = into.scenarios[m.who.stage];
    for (broken_matches& known : into.broken) {
        if (known.strategy == strategy && known.scenario == at.result.name &&
            known.what == m.fault->what) {
            ++known.count;
            return;
        }
    }
    if (into.broken.size() == told_kinds) {
        return;
    }
    broken_matches kind{strategy, at.result.name,   m.fault->what, 1, number,
                        {},       at.parties[seat], m.fault->round};
    for (const std::size_t c : m.who.contestants) {
        kind.by_seat.push_back(into.strategies[c].name);
    }
    into.broken.push_back(std::move(kind));
}

[[nodiscard]] laboratory::tournament_options laboratory_options(const tournament_options& asked) {
    laboratory::tournament_options options{.rounds = asked.rounds, .seed = asked.seed};
    options.clock = asked.clock;
    options.repeats = asked.repeats;
    options.rotate = asked.rotate;
    options.breakdown = asked.breakdown;
    options.parallel = asked.parallel;
    options.maximum_matches = asked.maximum_matches;
    return options;
}

/// What was asked for, as far as the answer repeats it.
[[nodiscard]] tournament_answer blank(const tournament_options& options,
                                      const std::vector<std::string>& strategies) {
    tournament_answer answer;
    answer.seed = options.seed.value;
    answer.rounds_limit = options.rounds;
    answer.clock = options.clock;
    answer.repeats = options.repeats;
    answer.rotate = options.rotate;
    answer.breakdown = options.breakdown;
    answer.scope = options.scope;
    for (const std::string& text : strategies) {
        if (talks::has_complete_information(text)) {
            answer.complete_information.push_back(text);
        }
    }
    return answer;
}

}  // namespace
}  // namespace detail

tournament_answer tournament(const std::vector<scenario>& worlds,
                             const tournament_options& options) {
    const std::vector<std::string> strategies = detail::strategies_of(options);
    const auto contestants = detail::contestants_of(strategies);
    tournament_answer answer = detail::blank(options, strategies);
    std::vector<laboratory::stage> stages;
    for (const scenario& world : worlds) {
        const seating at = set_table(world, {options.scope, std::nullopt, {}, {}});
        stages.push_back({world.title, at.frozen.table});
        answer.scenarios.push_back({{}, detail::party_names(at), world.protocol.has_value()});
        answer.assumed_numbers += assumed_numbers(world, options.scope);
    }
    const laboratory::tournament_result found =
        laboratory::tournament(stages, contestants, detail::laboratory_options(options));
    answer.matches = found.played;
    answer.planned = found.matches.size();
    answer.complete = found.complete;
    answer.faults = found.faults;
    answer.strategies = found.table.contestants;
    answer.mediators = found.table.mediations;
    answer.pairs = found.table.pairs;
    for (std::size_t k = 0; k < worlds.size(); ++k) {
        answer.scenarios[k].result = found.stages[k];
    }
    for (std::size_t k = 0; k < found.matches.size(); ++k) {
        if (found.matches[k].fault) {
            detail::tell_fault(found.matches[k], k, answer);
        }
    }
    return answer;
}

}  // namespace negotiation::question
