#include "question/headline_answers.hpp"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/life.hpp>
#include <negotiation/question/mediate.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/question/tranches.hpp>
#include <negotiation/question/verify.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/survival/survival_curve.hpp>

#include "question/scope_worth.hpp"

namespace negotiation::question::detail {

namespace {

using study::finding;
using ask_function = std::function<finding(const scenario&, const headline_options&)>;

[[nodiscard]] finding maybe(const std::optional<double>& value, const char* why) {
    return value ? finding{value} : finding{std::nullopt, why};
}

/// A headline of one run with the seed.
template <class Read>
[[nodiscard]] ask_function in_run(Read read) {
    return [read](const scenario& world, const headline_options& options) {
        run_options how;
        how.scope = options.scope;
        how.talks = options.talks;
        how.seed = options.seed;
        how.other_runs = 0;
        return read(run(world, how));
    };
}

/// Fills what questions share that play talks many times. Worlds are what is shared among threads.
template <class Options>
[[nodiscard]] Options many_runs(const headline_options& options) {
    Options how;
    how.scope = options.scope;
    how.talks = options.talks;
    how.seed = options.seed;
    how.runs = options.runs;
    how.parallel.threads = 1;
    return how;
}

template <class Read>
[[nodiscard]] ask_function in_equilibrium(Read read) {
    return [read](const scenario& world, const headline_options& options) -> finding {
        equilibrium_options how;
        how.scope = options.scope;
        how.talks = options.talks;
        how.checks = 0;
        const equilibrium_answer found = equilibrium(world, how);
        return found.utilities.empty() ? finding{std::nullopt, found.refused} : read(found);
    };
}

void add_looking_ahead(const scenario& world, std::vector<played_headline>& into) {
    for (std::size_t i = 0; i < world.parties.size(); ++i) {
        const std::string& who = world.parties[i].name;
        into.push_back(
            {{with_key("equilibrium.utility", who),
              fmt::format("what the talks are worth to {} if all look ahead", who)},
             in_equilibrium([i](const equilibrium_answer& a) { return finding{a.utilities[i]}; })});
    }
    into.push_back({{"equilibrium.round", "round in which they agree if all look ahead"},
                    in_equilibrium([](const equilibrium_answer& a) {
                        return a.round ? finding{static_cast<double>(*a.round)}
                                       : finding{std::nullopt, "they do not agree"};
                    })});
}

template <class Read>
[[nodiscard]] ask_function in_race(Read read) {
    return [read](const scenario& world, const headline_options& options) {
        auto how = many_runs<race_options>(options);
        how.sweep.clear();
        return read(race(world, how).plans.front());
    };
}

[[nodiscard]] ask_function over_mediators(std::vector<std::string> row) {
    return [row](const scenario& world, const headline_options& options) -> finding {
        for (const way_of_talking& way : mediate(world, many_runs<mediate_options>(options)).ways) {
            if (way.mediators == row) {
                return {way.agreed.share};
            }
        }
        return {std::nullopt, "nobody talks like that in this world"};
    };
}

template <class Read>
[[nodiscard]] ask_function in_life(Read read) {
    return [read](const scenario& world, const headline_options& options) {
        auto how = many_runs<life_options>(options);
        how.runs = 10 * options.runs;
        how.played = options.runs;
        return read(life(world, how));
    };
}

template <class Read>
[[nodiscard]] ask_function in_tranches(Read read) {
    return [read](const scenario& world, const headline_options&) { return read(tranches(world)); };
}

void add_tranches(std::vector<played_headline>& into) {
    constexpr const char* no_plan = "no plan reaches the target";
    into.push_back(
        {{"tranches.first", "size of the first tranche, share of the whole"},
         in_tranches([](const tranches_answer& a) {
             return a.sizes.empty() ? finding{std::nullopt, no_plan} : finding{a.sizes.front()};
         })});
    into.push_back(
        {{"tranches.count", "tranches that it takes"}, in_tranches([](const tranches_answer& a) {
             return a.sizes.empty() ? finding{std::nullopt, no_plan}
                                    : finding{static_cast<double>(a.sizes.size())};
         })});
    into.push_back(
        {{"tranches.survival", "probability that they outlive the hazard"},
         in_tranches([](const tranches_answer& a) { return maybe(a.survival, no_plan); })});
}

/// A number of the answer about verification; where nothing can be carried out there is none.
template <class Read>
[[nodiscard]] ask_function in_verify(Read read) {
    return [read](const scenario& world, const headline_options& options) -> finding {
        verify_options how;
        how.scope = options.scope;
        try {
            return read(verify(world, how));
        } catch (const scenario_error&) {
            throw;
        } catch (const std::invalid_argument& none) {
            return {std::nullopt, none.what()};
        }
    };
}

void add_verify(const scenario& world, std::vector<played_headline>& into) {
    if (!world.sequence || world.sequence->steps.empty()) {
        return;
    }
    into.push_back({{"verify.honest", "share of the steps that can be faked that are kept honest"},
                    in_verify([](const verify_answer& a) {
                        double honest = 0;
                        for (const verified_step& s : a.steps) {
                            honest += s.honest ? 1 : 0;
                        }
                        return a.steps.empty()
                                   ? finding{std::nullopt, "no step can be faked"}
                                   : finding{honest / static_cast<double>(a.steps.size())};
                    })});
    for (std::size_t k = 0; k < world.compliance.inspectors.size(); ++k) {
        const std::string& name = world.compliance.inspectors[k].name;
        into.push_back({{with_key("verify.cost", name),
                         fmt::format("cost of all inspections needed of {}", name)},
                        in_verify([k](const verify_answer& a) {
                            return k < a.watching.size()
                                       ? finding{a.watching[k].cost}
                                       : finding{std::nullopt, "it watches nothing"};
                        })});
    }
}

/// A number of a strategy in a tournament of all on this world alone.
template <class Read>
[[nodiscard]] ask_function in_tournament(std::size_t strategy, Read read) {
    return [strategy, read](const scenario& world, const headline_options& options) {
        tournament_options how{.strategies = options.strategies, .seed = options.seed};
        how.scope = options.scope;
        how.parallel.threads = 1;
        how.meta_game = false;
        scenario here = world;
        here.talks = options.talks.value_or(world.talks);
        return maybe(read(tournament({std::move(here)}, how).strategies[strategy]),
                     "no negotiation of this strategy came to an end");
    };
}

void add_life(const scenario& world, std::vector<played_headline>& into) {
    constexpr std::array<std::pair<const char*, const char*>, 4> stages{
        {{"signed", "share of lives, ten a talk played, that come to a signature"},
         {"ratified", "share of lives, ten a talk played, that pass at home"},
         {"implemented", "share of lives, ten a talk played, whose deal is carried out"},
         {"survived", "share of lives, ten a talk played, whose deal stands at the horizon"}}};
    for (std::size_t k = 0; k < stages.size(); ++k) {
        into.push_back({{std::string("life.") + stages[k].first, stages[k].second},
                        in_life([k](const life_answer& a) {
                            return finding{a.stages[k + 1].reached.share};
                        })});
    }
    for (std::size_t i = 0; i < world.parties.size(); ++i) {
        const std::string& who = world.parties[i].name;
        into.push_back(
            {{with_key("life.value", who),
              fmt::format("what {} has in the end, on average over such lives", who)},
             in_life([i](const life_answer& a) { return finding{a.values[i].value.mean}; })});
        into.push_back({{with_key("life.talks_worth", who),
                         fmt::format("the same less what {} has without talks", who)},
                        in_life([i](const life_answer& a) {
                            return finding{a.values[i].value.mean - a.values[i].value.no_talks};
                        })});
    }
}

}  // namespace

std::vector<played_headline> talk_headlines(const scenario& world) {
    std::vector<played_headline> all;
    all.push_back({{"run.agreed", "1 where the talks end in agreement, played once; else 0"},
                   in_run([](const run_answer& a) { return finding{a.outcome ? 1.0 : 0.0}; })});
    all.push_back(
        {{"run.round", "round in which the talks end, played once"},
         in_run([](const run_answer& a) { return finding{static_cast<double>(a.round)}; })});
    for (std::size_t i = 0; i < world.parties.size(); ++i) {
        const std::string& who = world.parties[i].name;
        all.push_back({{with_key("run.utility", who),
                        fmt::format("what {} gets in the talks, played once", who)},
                       in_run([i](const run_answer& a) { return finding{a.utilities[i]}; })});
    }
    add_looking_ahead(world, all);
    all.push_back(
        {{"mediate.agreed", "share of direct talks that end in agreement"}, over_mediators({})});
    if (world.protocol) {
        for (const talks::mediator_entry& m : world.protocol->mediators) {
            all.push_back({{with_key("mediate.agreed", m.name),
                            fmt::format("share of talks over {} that end in agreement", m.name)},
                           over_mediators({m.name})});
        }
    }
    all.push_back({{"race.agreed", "share of talks that end in agreement, if nothing collapses"},
                   in_race([](const race_plan& p) { return finding{p.agreed.share}; })});
    all.push_back({{"race.before_collapse", "probability of agreement before a collapse"},
                   in_race([](const race_plan& p) { return finding{p.here.before_collapse}; })});
    all.push_back({{"race.days", "mean days until agreement"},
                   in_race([](const race_plan& p) { return maybe(p.days, "no run agrees"); })});
    return all;
}

std::vector<played_headline> tournament_headlines(const std::vector<std::string>& strategies) {
    std::vector<played_headline> all;
    const std::string where =
        strategies.size() == 1 ? std::string("against itself")
                               : fmt::format("in a tournament of {} strategies, each in every seat",
                                             strategies.size());
    for (std::size_t k = 0; k < strategies.size(); ++k) {
        const std::string& who = strategies[k];
        all.push_back({{with_key("tournament.utility", who),
                        fmt::format("mean utility of {} {}", who, where)},
                       in_tournament(k, [](const auto& row) { return row.mean_utility; })});
        all.push_back({{with_key("tournament.advantage", who),
                        fmt::format("mean advantage of {} {}", who, where)},
                       in_tournament(k, [](const auto& row) { return row.mean_advantage; })});
    }
    return all;
}

std::vector<played_headline> answer_headlines(const scenario& world) {
    std::vector<played_headline> all;
    if (world.sequence && world.sequence->tranches) {
        add_tranches(all);
    }
    add_verify(world, all);
    add_life(world, all);
    return all;
}

std::optional<double> median_months(const seating& at, const outcome& deal) {
    constexpr double half = 0.5;
    constexpr int halvings = 60;
    const lasting_dangers of = dangers_of(at, deal);
    const auto alive = [&](double days) {
        return survival::survival_curve(of.all, {&days, 1}).front().alive;
    };
    if (alive(of.horizon) > half) {
        return std::nullopt;
    }
    double low = 0;
    double high = of.horizon;
    for (int k = 0; k < halvings; ++k) {
        const double middle = (low + high) / 2;
        (alive(middle) > half ? low : high) = middle;
    }
    return high / *days_in("month");
}

}  // namespace negotiation::question::detail
