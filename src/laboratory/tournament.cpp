#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/version.hpp>

#include "laboratory/equilibrium_regret.hpp"
#include "laboratory/experiment_key.hpp"
#include "laboratory/hall.hpp"

namespace negotiation::laboratory {

namespace {

/// Plays matches, one at a time, in memory of its own.
class referee {
public:
    referee(const std::vector<hall>& halls, const tournament_options& options)
        : halls_(&halls),
          options_(&options),
          rules_{options.rounds, options.clock, {}, options.breakdown, {}, {}},
          draws_(0, 0, 0) {}

    /// Everything of a match is written into the one before, whose memory it takes over.
    void play(std::uint64_t run, const pairing& who, match& of) {
        const hall& in = (*halls_)[who.stage];
        of.who = who;
        of.fault.reset();
        of.forfeit.reset();
        of.end = {};
        of.advantages.clear();
        of.to = {};
        last_turn trace;
        try {
            of.end = play(run, of.who, in, trace);
            if (!said_.forfeits.empty()) {
                const talks::forfeit& first = said_.forfeits.front();
                of.forfeit = {first.party, first.round, first.what};
            }
            measure(in, of);
        } catch (const mediation_fault& wrong) {
            of.fault = {std::nullopt, wrong.round(), wrong.what()};
        } catch (...) {
            of.fault = {trace.party, trace.round, message_of(std::current_exception())};
        }
        of.played = true;
    }

    /// The same for a match of an earlier run, of which the end or the fault is known.
    void measure_again(match& of) const {
        if (!of.fault) {
            of.advantages.clear();
            measure((*halls_)[of.who.stage], of);
        }
    }

    /// The options of what the last match agreed on.
    [[nodiscard]] std::span<const option_id> deal(const match& of) const {
        return of.fault || of.end.deal == talks::no_offer ? std::span<const option_id>()
                                                          : said_.deal(of.end.deal);
    }

private:
    talks::ending play(std::uint64_t run, const pairing& who, const hall& in, last_turn& trace) {
        agents_.clear();
        for (std::size_t seat = 0; seat < who.contestants.size(); ++seat) {
            trace.party = static_cast<party_id>(seat);
            const prototype& made = in.seats[seat][who.contestants[seat]];
            if (!made.agent) {
                throw std::runtime_error(made.why);
            }
            agents_.emplace_back(*made.agent, trace);
        }
        const way& between = in.ways[who.mediation];
        if (!between.ready.play) {
            throw mediation_fault(between.why, 0);
        }
        rules_.screen.secret = in.secret;
        draws_.begin(options_->seed.value, run, agents_.size(), between.ready.mediators);
        return between.ready.play(rules_, in.at, agents_, draws_, said_);
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
    std::vector<seat_agent> agents_;  ///< of the last match
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

/// Repeats that are played one after another.
struct block {
    std::size_t first = 0;
    std::size_t last = 0;  ///< not among them
};

/// The first repeat, the second, then two, four, eight, eight and so on: a stop never leaves one
/// pairing with more than twice the matches of another and one, nor with more than eight others.
[[nodiscard]] std::vector<block> blocks_of(std::size_t repeats) {
    constexpr std::size_t longest = 8;
    std::vector<block> blocks;
    for (std::size_t first = 0; first < repeats; first = blocks.back().last) {
        blocks.push_back(
            {first, std::min(repeats, first + std::clamp<std::size_t>(first, 1, longest))});
    }
    return blocks;
}

/// A tournament being played. Its work is cut into blocks of repeats of a pairing, the first block
/// of every pairing before any second one. Nothing here depends on threads: the sums of each block
/// have a place of their own, and what threads share is put in order at the end.
class running_tournament {
public:
    running_tournament(const schedule& plan, const std::vector<hall>& halls,
                       const tournament_options& options, match_log log)
        : plan_(plan),
          halls_(halls),
          options_(options),
          log_(std::move(log)),
          blocks_(blocks_of(options.repeats)),
          sums_(plan.size() * blocks_.size()) {
        result_.planned = plan.size() * options.repeats;
        result_.matches.resize(options.keep_matches ? result_.planned : 0);
    }

    /// Everything but the table and the stages.
    [[nodiscard]] tournament_result play() {
        parallel_options how = options_.parallel;
        if (how.progress) {
            how.progress = [&](std::size_t, std::size_t) {
                options_.parallel.progress(played_, result_.planned);
            };
        }
        const run_report done = run_parallel(sums_.size(), how, [&] {
            return [&, judge = referee(halls_, options_),
                    last = match()](std::size_t part) mutable { play(part, judge, last); };
        });
        end_log(done.fault.has_value());
        if (done.fault) {
            std::rethrow_exception(done.fault->what);
        }
        gather();
        return std::move(result_);
    }

private:
    void play(std::size_t part, referee& judge, match& last) {
        const std::size_t place = part % plan_.size();
        const block among = blocks_[part / plan_.size()];
        pairing_result sums;
        for (std::size_t repeat = among.first;
             repeat < among.last && !options_.parallel.stop.stop_requested(); ++repeat) {
            const std::size_t number = repeat * plan_.size() + place;
            play_or_recall(number, judge, last);
            sums.add(last);
            if (last.fault || last.forfeit) {
                const std::lock_guard<std::mutex> one(writing_);
                (last.fault ? result_.broken : result_.forfeits)
                    .push_back({number, last.who, last.fault ? *last.fault : *last.forfeit});
            }
            if (options_.keep_matches) {
                result_.matches[number] = last;
            }
        }
        played_ += sums.played;
        sums_[part] = std::make_unique<const pairing_result>(std::move(sums));
    }

    /// The log ends in any case; of two faults the earlier one is told.
    void end_log(bool failed) {
        try {
            if (log_.close) {
                log_.close();
            }
        } catch (...) {
            if (!failed) {
                throw;
            }
        }
    }

    void play_or_recall(std::size_t number, referee& judge, match& last) {
        if (log_.recall) {
            last = match();
            last.who = plan_.of(number);
            if (log_.recall(number, last)) {
                judge.measure_again(last);
                ++recalled_;
                return;
            }
        }
        judge.play(plan_.run_of(number), plan_.of(number), last);
        if (log_.record) {
            log_.record(number, last, judge.deal(last));
        }
    }

    /// Blocks become pairings, and what was not played is named all the same.
    void gather() {
        result_.pairings.resize(plan_.size());
        for (std::size_t place = 0; place < plan_.size(); ++place) {
            result_.pairings[place].who = plan_.of(place);
        }
        for (std::size_t part = 0; part < sums_.size(); ++part) {
            if (const auto sums = std::move(sums_[part])) {
                result_.pairings[part % plan_.size()].add(*sums);
            }
        }
        for (std::size_t number = 0; number < result_.matches.size(); ++number) {
            if (!result_.matches[number].played) {
                result_.matches[number].who = plan_.of(number);
            }
        }
        for (auto* list : {&result_.broken, &result_.forfeits}) {
            std::sort(list->begin(), list->end(), [](const broken_match& a, const broken_match& b) {
                return a.number < b.number;
            });
        }
        result_.seed = options_.seed.value;
        result_.played = played_;
        result_.recalled = recalled_;
        result_.faults = result_.broken.size();
        result_.complete = result_.played == result_.planned;
    }

    const schedule& plan_;
    const std::vector<hall>& halls_;
    const tournament_options& options_;
    match_log log_;
    std::vector<block> blocks_;
    /// By block, by pairing; each made on the thread that played it.
    std::vector<std::unique_ptr<const pairing_result>> sums_;
    std::atomic<std::size_t> played_{0};
    std::atomic<std::size_t> recalled_{0};
    std::mutex writing_;  ///< of the broken matches
    tournament_result result_;
};

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

[[nodiscard]] experiment experiment_of(const std::vector<stage>& stages,
                                       const std::vector<std::string>& contestants,
                                       const std::vector<std::string>& mediations,
                                       const schedule& plan, const tournament_options& options) {
    experiment what;
    what.version = NEGOTIATION_VERSION;
    what.seed = options.seed.value;
    what.rounds = options.rounds;
    what.clock = options.clock;
    what.rotate = options.rotate;
    what.breakdown = options.breakdown;
    for (const stage& on : stages) {
        what.stages.push_back(on.name);
    }
    what.mediations = mediations;
    what.contestants = contestants;
    for (std::size_t place = 0; place < plan.size(); ++place) {
        what.pairings.push_back(plan.of(place));
    }
    what.key = key_of(what, stages);
    return what;
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
    const experiment what = experiment_of(stages, names, ways, plan, options);
    tournament_result result =
        running_tournament(plan, halls, options, options.log ? options.log(what) : match_log())
            .play();
    result.experiment = what.key;
    result.table = stand(result.pairings, result.broken, names, ways);
    clip(result.table.contestants, halls);
    clip(result.table.mediations, halls);
    std::vector<pairing_result> sums(stages.size());
    for (const pairing_result& p : result.pairings) {
        sums[p.who.stage].add(p);
    }
    for (std::size_t k = 0; k < stages.size(); ++k) {
        result.stages.push_back(result_of(halls[k], stages[k].name, sums[k]));
    }
    predict_ends(halls, options, result.stages);
    add_equilibrium_regret(halls, result);
    return result;
}

tournament_result tournament(const bargaining& table, const std::vector<contestant>& contestants,
                             const tournament_options& options) {
    return tournament(std::vector<stage>{{"problem", table}}, contestants, options);
}

}  // namespace negotiation::laboratory
