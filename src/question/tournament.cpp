#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/store.hpp>
#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/section.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/line_up.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

constexpr std::size_t told_culprits = 20;  ///< on a scenario each

[[nodiscard]] std::vector<laboratory::contestant> contestants_of(
    const std::vector<std::string>& strategies) {
    std::vector<laboratory::contestant> all;
    for (const std::string& text : strategies) {
        all.emplace_back(text, talks::read_strategy(text));
    }
    return all;
}

/// Direct talks under either name, and mediators of the catalogue.
[[nodiscard]] std::vector<talks::catalogue_entry> ways_of_talking() {
    std::vector<talks::catalogue_entry> all = talks::mediator_catalogue();
    all.push_back({"none", "the parties talk to one another", {}});
    all.push_back({"direct", "the same as none", {}});
    return all;
}

/// A role as one writes it without blanks; empty for direct talks.
[[nodiscard]] std::string role_of(const std::string& text) {
    static const std::vector<talks::catalogue_entry> all = ways_of_talking();
    const talks::specification given = talks::parse_specification(text);
    const talks::catalogue_entry& entry = talks::find_entry(all, "mediator", given.name);
    static_cast<void>(talks::parameter_reader(entry, given));
    return entry.name == "none" || entry.name == "direct" ? std::string() : talks::to_string(given);
}

/// One entry of the list: the roles with a plus between them.
[[nodiscard]] std::vector<std::string> roles_of(const std::string& entry) {
    std::vector<std::string> roles;
    split_list(entry, '+', roles);
    for (std::string& role : roles) {
        role = role_of(role);
        if (role.empty() && roles.size() > 1) {
            throw std::invalid_argument(fmt::format(
                "tournament: direct talks have no mediator beside them; got '{}'", shown(entry)));
        }
    }
    return roles;
}

[[nodiscard]] laboratory::mediation_choice choice_of(const std::string& entry) {
    const std::vector<std::string> roles = roles_of(entry);
    if (roles.front().empty()) {
        return laboratory::directly();
    }
    std::vector<std::pair<std::string, talks::mediator_maker>> makers;
    std::string name;
    for (const std::string& role : roles) {
        makers.emplace_back(role, talks::read_mediator(role));
        name += (name.empty() ? "" : "+") + role;
    }
    return {name, [makers](const talks::arena& at, const talks::reports& told) {
                laboratory::mediation_choice::row seats;
                for (const auto& [role, make] : makers) {
                    seats.push_back({role, make({&at, &told, seats.size()}), {}});
                }
                return seats;
            }};
}

[[nodiscard]] std::vector<laboratory::mediation_choice> mediations_of(
    const tournament_options& options) {
    std::vector<std::string> listed;
    for (const std::string& text : options.mediators) {
        split_list(text, ',', listed);
    }
    std::vector<laboratory::mediation_choice> all;
    for (const std::string& entry : listed) {
        all.push_back(choice_of(entry));
    }
    return all.empty() ? std::vector{laboratory::directly()} : all;
}

/// What the first examples said, each once, and the very first not again.
[[nodiscard]] std::vector<std::string> other_messages(const laboratory::fault_tally& of) {
    std::vector<std::string> said;
    for (const laboratory::broken_match& m : of.first) {
        if (m.fault.what != of.first.front().fault.what &&
            std::find(said.begin(), said.end(), m.fault.what) == said.end()) {
            said.push_back(m.fault.what);
        }
    }
    return said;
}

[[nodiscard]] broken_matches told_fault(const laboratory::fault_tally& of,
                                        const tournament_answer& in) {
    const laboratory::broken_match& m = of.first.front();
    const tournament_scenario& at = in.scenarios[of.stage];
    broken_matches told;
    told.scenario = at.result.name;
    told.what = m.fault.what;
    told.count = of.count;
    told.first = m.number;
    told.round = m.fault.round;
    told.mediator = in.mediators[m.who.mediation].name;
    told.others = other_messages(of);
    for (const std::size_t c : m.who.contestants) {
        told.by_seat.push_back(in.strategies[c].name);
    }
    if (m.fault.seat) {
        told.strategy = told.by_seat[*m.fault.seat];
        told.party = at.parties[*m.fault.seat];
    }
    return told;
}

/// Into one of the answer's lists. @return how many are left out
std::size_t tell_faults(const std::vector<laboratory::fault_tally>& all,
                        const tournament_answer& in, std::vector<broken_matches>& told) {
    const std::size_t listed = std::min(told_culprits, all.size());
    for (std::size_t k = 0; k < listed; ++k) {
        told.push_back(told_fault(all[k], in));
    }
    return all.size() - listed;
}

[[nodiscard]] laboratory::tournament_options laboratory_options(const tournament_options& asked) {
    laboratory::tournament_options options{.rounds = asked.rounds, .seed = asked.seed};
    options.clock = asked.clock;
    options.repeats = asked.repeats;
    options.rotate = asked.rotate;
    options.breakdown = asked.breakdown;
    options.parallel = asked.parallel;
    options.maximum_matches = asked.maximum_matches;
    options.mediations = mediations_of(asked);
    return options;
}

void check_rounds(std::int64_t rounds) {
    if (rounds < 1 || rounds > talks::maximum_rounds) {
        throw std::invalid_argument(
            fmt::format("rounds must lie in [1, {}]; got {}", talks::maximum_rounds, rounds));
    }
}

/// A scenario twice would count twice, what it assumes as well.
void check_titles(const std::vector<scenario>& worlds) {
    for (std::size_t k = 0; k < worlds.size(); ++k) {
        for (std::size_t before = 0; before < k; ++before) {
            if (worlds[before].title == worlds[k].title) {
                throw std::invalid_argument(
                    fmt::format("tournament: scenario '{}' is given twice; titles must differ",
                                shown(worlds[k].title)));
            }
        }
    }
}

/// The table of one of several scenarios: what is wrong with it is said with its title.
[[nodiscard]] seating seated(const scenario& world, const std::string& scope) {
    try {
        return set_table(world, {scope, std::nullopt, {}, {}});
    } catch (const scenario_error& wrong) {
        std::vector<diagnostic> said = wrong.diagnostics();
        for (diagnostic& one : said) {
            one.path = shown(world.title) + ": " + one.path;
        }
        throw scenario_error(std::move(said));
    }
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
        if (talks::votes_on_texts(text)) {
            answer.voters.push_back(text);
        }
    }
    return answer;
}

}  // namespace
}  // namespace detail

tournament_answer tournament(const std::vector<scenario>& worlds,
                             const tournament_options& options) {
    detail::check_rounds(options.rounds);
    detail::check_titles(worlds);
    const std::vector<std::string> strategies = detail::line_up(options.strategies);
    const auto contestants = detail::contestants_of(strategies);
    laboratory::tournament_options how = detail::laboratory_options(options);
    tournament_answer answer = detail::blank(options, strategies);
    std::vector<laboratory::stage> stages;
    for (const scenario& world : worlds) {
        const seating at = detail::seated(world, options.scope);
        stages.push_back({world.title, at.frozen.table, at.talks == publicity::secret});
        answer.scenarios.push_back(
            {{}, detail::party_names(at), world.protocol.has_value(), at.talks});
        answer.assumed_numbers += assumed_numbers(world, options.scope);
        answer.unsourced_numbers += unsourced_numbers(world);
    }
    std::optional<laboratory::store> kept;
    if (!options.store.empty()) {
        kept.emplace(options.store);
        how.log = [&](const laboratory::experiment& what) {
            return kept->log(what, options.resume ? laboratory::on_earlier_matches::go_on
                                                  : laboratory::on_earlier_matches::refuse);
        };
    }
    const laboratory::tournament_result found = laboratory::tournament(stages, contestants, how);
    answer.experiment = found.experiment;
    answer.matches = found.played;
    answer.planned = found.planned;
    answer.complete = found.complete;
    answer.faults = found.faults;
    answer.strategies = found.table.contestants;
    answer.mediators = found.table.mediations;
    answer.pairs = found.table.pairs;
    answer.ranked_by = found.table.by;
    answer.told_apart =
        laboratory::compare(found.pairings, found.table.contestants, options.seed, found.table.by);
    if (options.rotate &&
        options.meta_game) {  // who may be drawn into any seat must have played in all of them
        answer.meta_game = laboratory::solve(
            laboratory::game_of(found, strategies.size()),
            {.seed = options.seed, .resamples = options.resamples, .stop = options.parallel.stop});
    }
    for (std::size_t k = 0; k < worlds.size(); ++k) {
        answer.scenarios[k].result = found.stages[k];
    }
    answer.forfeited = found.forfeited;
    answer.broken_left_out = detail::tell_faults(found.broken, answer, answer.broken);
    answer.forfeits_left_out = detail::tell_faults(found.forfeits, answer, answer.forfeits);
    if (kept) {
        answer.kept = {options.store, found.recalled};
    }
    return answer;
}

}  // namespace negotiation::question
