#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/model/nearest.hpp>

namespace negotiation::laboratory {

namespace {

/// A contestant made for a seat, to be copied; or why it could not be made.
struct prototype {
    std::unique_ptr<const talks::any_strategy> agent;
    std::string why;
};

/// A way of talking made for a stage; or why it could not be made.
struct way {
    mediation_choice::prepared ready;
    std::string why;
};

/// A stage with everything that does not change from match to match.
struct hall {
    talks::arena at;
    yardstick measure;
    bool secret = false;
    std::vector<std::vector<prototype>> seats = {};  ///< by seat, by contestant
    std::vector<way> ways = {};                      ///< by mediation
};

[[nodiscard]] prototype prototype_of(const contestant& who, const talks::arena& at, party_id i) {
    try {
        return {std::make_unique<const talks::any_strategy>(who.make(at, i)), {}};
    } catch (...) {
        return {nullptr, message_of(std::current_exception())};
    }
}

[[nodiscard]] way way_of(const mediation_choice& between, const talks::arena& at) {
    try {
        return {between.prepare(at), {}};
    } catch (...) {
        return {{}, message_of(std::current_exception())};
    }
}

/// Halls stay where they are: an agent may look at its arena for as long as it lives.
[[nodiscard]] std::vector<hall> open_halls(const std::vector<stage>& stages,
                                           const std::vector<contestant>& contestants,
                                           const tournament_options& options) {
    std::vector<hall> halls;
    halls.reserve(stages.size());
    for (const stage& on : stages) {
        halls.push_back({talks::arena(on.table), yardstick(on.table, options.limits), on.secret});
    }
    for (hall& in : halls) {
        for (party_id i = 0; i < in.at.parties(); ++i) {
            in.seats.emplace_back();
            for (const contestant& who : contestants) {
                in.seats.back().push_back(prototype_of(who, in.at, i));
            }
        }
        for (const mediation_choice& between : options.mediations) {
            in.ways.push_back(way_of(between, in.at));
        }
    }
    return halls;
}

/// Plays matches, one at a time, in memory of its own.
class referee {
public:
    referee(const std::vector<hall>& halls, const tournament_options& options)
        : halls_(&halls),
          options_(&options),
          rules_{options.rounds, options.clock, {}, options.breakdown, {}, {}},
          draws_(0, 0, 0) {}

    /// Everything of a match is written here, on the thread that plays it.
    void play(std::uint64_t run, const pairing& who, match& of) {
        const hall& in = (*halls_)[who.stage];
        of.who = who;
        last_turn trace;
        try {
            of.end = play(run, of.who, in, trace);
            measure(in, of);
        } catch (const mediation_fault& wrong) {
            of.fault = {std::nullopt, wrong.round(), wrong.what()};
        } catch (...) {
            of.fault = {trace.party, trace.round, message_of(std::current_exception())};
        }
        of.played = true;
    }

private:
    talks::ending play(std::uint64_t run, const pairing& who, const hall& in, last_turn& trace) {
        std::vector<seat_agent> agents;
        agents.reserve(who.contestants.size());
        for (std::size_t seat = 0; seat < who.contestants.size(); ++seat) {
            trace.party = static_cast<party_id>(seat);
            const prototype& made = in.seats[seat][who.contestants[seat]];
            if (!made.agent) {
                throw std::runtime_error(made.why);
            }
            agents.emplace_back(*made.agent, trace);
        }
        const way& between = in.ways[who.mediation];
        if (!between.ready.play) {
            throw mediation_fault(between.why, 0);
        }
        rules_.screen.secret = in.secret;
        draws_.begin(options_->seed.value, run, agents.size(), between.ready.mediators);
        return between.ready.play(rules_, in.at, agents, draws_, said_);
    }

    static void measure(const hall& in, match& of) {
        of.to = in.measure.to(of.end.utilities);
        for (party_id i = 0; i < in.at.parties(); ++i) {
            const talks::own_view& own = in.at.view(i);
            of.advantages.push_back(advantage(of.end.utilities[i], own.reservation, own.greatest));
        }
    }

    const std::vector<hall>* halls_;
    const tournament_options* options_;
    talks::alternating_offers rules_;
    talks::run_streams draws_;
    talks::proceedings said_;
};

template <class Named>
[[nodiscard]] std::vector<std::string> different_names(const std::vector<Named>& list,
                                                       const char* kind) {
    std::vector<std::string> names;
    for (const Named& entry : list) {
        if (std::find(names.begin(), names.end(), entry.name) != names.end()) {
            throw std::invalid_argument(fmt::format(
                "tournament: {} '{}' is given twice; names must differ", kind, shown(entry.name)));
        }
        names.push_back(entry.name);
    }
    return names;
}

void check(const tournament_options& options) {
    if (options.rounds < 1 || options.rounds >= (std::int64_t{1} << 32)) {
        throw std::invalid_argument(
            fmt::format("tournament: rounds must lie in [1, 2^32); got {}", options.rounds));
    }
    if (options.repeats < 1) {
        throw std::invalid_argument("tournament: repeats must be at least 1; got 0");
    }
    if (!(options.breakdown >= 0 && options.breakdown < 1)) {
        throw std::invalid_argument(
            fmt::format("tournament: breakdown must lie in [0, 1); got {}", options.breakdown));
    }
}

/// The matches that were not played are named all the same.
void name_unplayed(const schedule& plan, std::vector<match>& matches) {
    for (std::size_t k = 0; k < matches.size(); ++k) {
        if (!matches[k].played) {
            matches[k].who = plan.of(k);
        }
    }
}

/// Sums over the matches of a stage that count.
struct stage_sums {
    std::size_t results = 0;
    double agreed = 0;
    double rounds = 0;
    std::vector<double> utilities = {};
    std::array<double, marks.size()> to = {};
    bool measured = false;

    void add(const match& m) {
        ++results;
        agreed += m.end.status == talks::talks_status::agreement ? 1 : 0;
        rounds += static_cast<double>(m.end.round);
        utilities.resize(m.end.utilities.size(), 0);
        for (std::size_t i = 0; i < utilities.size(); ++i) {
            utilities[i] += m.end.utilities[i];
        }
        for (std::size_t k = 0; k < to.size(); ++k) {
            measured = m.to[k].has_value();
            to[k] += m.to[k].value_or(0);
        }
    }

    void read(stage_result& into) const {
        into.results = results;
        if (results == 0) {
            return;
        }
        const auto n = static_cast<double>(results);
        into.agreement_rate = agreed / n;
        into.mean_rounds = rounds / n;
        for (const double sum : utilities) {
            into.mean_utilities.push_back(sum / n);
        }
        for (std::size_t k = 0; measured && k < to.size(); ++k) {
            into.mean_distances[k] = to[k] / n;
        }
    }
};

/// One walk over all matches: they may be more than any cache holds.
[[nodiscard]] std::vector<stage_sums> sums_of(const std::vector<match>& matches,
                                              std::size_t stages) {
    std::vector<stage_sums> sums(stages);
    for (const match& m : matches) {
        if (m.counts()) {
            sums[m.who.stage].add(m);
        }
    }
    return sums;
}

[[nodiscard]] stage_result result_of(const hall& in, const std::string& name,
                                     const stage_sums& sums) {
    stage_result result;
    result.name = name;
    result.parties = in.at.parties();
    if (in.at.deals()) {
        result.deals = in.at.deals()->rows();
    }
    result.efficient = in.measure.efficient();
    result.refused = in.measure.refused();
    for (party_id i = 0; i < in.at.parties(); ++i) {
        result.reservations.push_back(in.at.view(i).reservation);
        result.greatest.push_back(in.at.view(i).greatest);
    }
    sums.read(result);
    return result;
}

/// Keeps intervals within what any seat could get, no deal included: Student's t knows no bounds.
void clip(std::vector<standing>& rows, const std::vector<hall>& halls) {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (const hall& in : halls) {
        for (party_id i = 0; i < in.at.parties(); ++i) {
            const talks::own_view& own = in.at.view(i);
            least = std::min({least, own.least, own.reservation});
            greatest = std::max({greatest, own.greatest, own.reservation});
        }
    }
    for (standing& row : rows) {
        if (row.low) {
            row.low = std::min(*row.mean_utility, std::max(*row.low, least));
            row.high = std::max(*row.mean_utility, std::min(*row.high, greatest));
        }
    }
}

[[nodiscard]] schedule plan_of(const std::vector<stage>& stages, std::size_t contestants,
                               const tournament_options& options) {
    schedule::dimensions of;
    for (const stage& on : stages) {
        of.seats.push_back(on.table.parties.size());
    }
    of.mediations = options.mediations.size();
    of.contestants = contestants;
    of.rotate = options.rotate;
    schedule plan(of, options.maximum_matches);
    const std::uint64_t most = options.maximum_matches / plan.size();
    if (options.repeats > most) {
        throw std::invalid_argument(
            fmt::format("tournament: {} pairings{}, {} times each, are more than the {} "
                        "negotiations that can be played; take at most {} {}{}",
                        plan.size(), options.rotate ? " with roles rotated" : "", options.repeats,
                        options.maximum_matches, most, most == 1 ? "repeat" : "repeats",
                        options.rotate ? ", or do not rotate roles" : ""));
    }
    return plan;
}

}  // namespace

tournament_result tournament(const std::vector<stage>& stages,
                             const std::vector<contestant>& contestants,
                             const tournament_options& options) {
    check(options);
    const std::vector<std::string> names = different_names(contestants, "strategy");
    const std::vector<std::string> ways = different_names(options.mediations, "way of talking");
    const schedule plan = plan_of(stages, contestants.size(), options);
    const std::vector<hall> halls = open_halls(stages, contestants, options);
    tournament_result result;
    result.matches.resize(plan.size() * options.repeats);
    const run_report done = run_parallel(result.matches.size(), options.parallel, [&]() {
        return [&, judge = referee(halls, options)](std::size_t k) mutable {
            judge.play(plan.run_of(k), plan.of(k), result.matches[k]);
        };
    });
    if (done.fault) {
        std::rethrow_exception(done.fault->what);
    }
    result.seed = options.seed.value;
    result.complete = done.complete;
    result.played = done.done;
    if (!done.complete) {
        name_unplayed(plan, result.matches);
    }
    result.table = stand(result.matches, plan, names, ways);
    clip(result.table.contestants, halls);
    clip(result.table.mediations, halls);
    for (const standing& row : result.table.contestants) {
        result.faults += row.faults;
    }
    for (const standing& row : result.table.mediations) {
        result.faults += row.faults;
    }
    const std::vector<stage_sums> sums = sums_of(result.matches, stages.size());
    for (std::size_t k = 0; k < stages.size(); ++k) {
        result.stages.push_back(result_of(halls[k], stages[k].name, sums[k]));
    }
    return result;
}

tournament_result tournament(const bargaining& table, const std::vector<contestant>& contestants,
                             const tournament_options& options) {
    return tournament(std::vector<stage>{{"problem", table}}, contestants, options);
}

}  // namespace negotiation::laboratory
