#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/version.hpp>

#include "laboratory/equilibrium_regret.hpp"
#include "laboratory/experiment_key.hpp"
#include "laboratory/fault_record.hpp"
#include "laboratory/hall.hpp"
#include "laboratory/referee.hpp"

namespace negotiation::laboratory {

namespace {

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

[[nodiscard]] std::size_t matches_of(const std::vector<fault_tally>& tallies) {
    return std::accumulate(tallies.begin(), tallies.end(), std::size_t{0},
                           [](std::size_t sum, const fault_tally& of) { return sum + of.count; });
}

/// A tournament being played. Its work is cut into blocks of repeats of a pairing, the first block
/// of every pairing before any second one. Nothing here depends on threads: the sums of blocks
/// are added in order, and what threads share is put in order at the end.
class running_tournament {
public:
    running_tournament(const schedule& plan, const std::vector<hall>& halls,
                       const tournament_options& options, match_log log)
        : plan_(plan),
          halls_(halls),
          options_(options),
          log_(std::move(log)),
          blocks_(blocks_of(options.repeats)),
          done_(plan.size()) {
        result_.planned = plan.size() * options.repeats;
        result_.matches.resize(options.keep_matches ? result_.planned : 0);
        if (options.repeats > 1 && std::any_of(halls.begin(), halls.end(), [](const hall& in) {
                return in.at.parties() == 2;
            })) {
            repeats_a_cluster_ = (options.repeats + maximum_clusters - 1) / maximum_clusters;
            const std::size_t clusters =
                (options.repeats + repeats_a_cluster_ - 1) / repeats_a_cluster_;
            result_.duels.resize(plan.size() * clusters);
        }
    }

    /// Everything but the table and the stages.
    [[nodiscard]] tournament_result play() {
        parallel_options how = options_.parallel;
        if (how.progress) {
            how.progress = [&](std::size_t, std::size_t) {
                options_.parallel.progress(played_, result_.planned);
            };
        }
        const run_report done = run_parallel(plan_.size() * blocks_.size(), how, [&] {
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
        block_sums found{{}, among.first, {}};
        for (std::size_t repeat = among.first;
             repeat < among.last && !options_.parallel.stop.stop_requested(); ++repeat) {
            const std::size_t number = repeat * plan_.size() + place;
            play_or_recall(number, judge, last);
            found.sums.add(last);
            if (last.fault || last.forfeit) {
                (last.fault ? broken_ : forfeits_).add({number, last.who, *last.wrong()});
            }
            if (!result_.duels.empty()) {
                found.duels.push_back(duel_of(last));
            }
            if (options_.keep_matches) {
                result_.matches[number] = last;
            }
        }
        played_ += found.sums.played;
        add(place, part / plan_.size(), std::move(found));
    }

    /// What a block of repeats of a pairing came to.
    struct block_sums {
        pairing_result sums;
        std::size_t first = 0;    ///< repeat
        std::vector<duel> duels;  ///< by repeat, where they are wanted
    };

    [[nodiscard]] static duel duel_of(const match& m) {
        duel one;
        if (m.counts() && m.advantages.size() == 2) {
            one.add({m.advantages[0], m.advantages[1]});
        }
        return one;
    }

    void add_block(std::size_t place, pairing_result& into, const block_sums& found) {
        into.add(found.sums);
        for (std::size_t k = 0; k < found.duels.size(); ++k) {
            const std::size_t cluster = (found.first + k) / repeats_a_cluster_;
            if (found.duels[k].count > 0) {
                result_.duels[cluster * plan_.size() + place].add(found.duels[k].advantages);
            }
        }
    }

    /// The sums of a pairing are added block by block, in order: what comes too early waits. Since
    /// blocks are taken in order that is never more than the threads have in hand.
    void add(std::size_t place, std::size_t number, block_sums found) {
        const std::lock_guard<std::mutex> one(adding_);
        pairing_sums& of = done_[place];
        of.early.emplace(number, std::move(found));
        for (auto next = of.early.begin(); next != of.early.end() && next->first == of.added;
             next = of.early.erase(next)) {
            add_block(place, of.sums, next->second);
            ++of.added;
        }
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

    /// What a log gives back is measured by what stands there: it has to fit the table.
    void check_recalled(std::size_t number, const match& of) const {
        const std::size_t seats = plan_.of(number).contestants.size();
        const auto fits = [&](const std::vector<double>& worths) {
            return worths.size() == seats && std::all_of(worths.begin(), worths.end(),
                                                         [](double u) { return std::isfinite(u); });
        };
        if (!of.fault && !(fits(of.end.utilities) && fits(of.end.discounted))) {
            throw std::invalid_argument(fmt::format(
                "tournament: match {} was recalled without a number for each of {} seats", number,
                seats));
        }
        const std::optional<match_fault>& wrong = of.wrong();
        if (wrong && wrong->seat && *wrong->seat >= seats) {
            throw std::invalid_argument(
                fmt::format("tournament: match {} was recalled with a fault of seat {}, of {}",
                            number, *wrong->seat, seats));
        }
    }

    void play_or_recall(std::size_t number, referee& judge, match& last) {
        if (log_.recall) {
            last = match();
            last.who = plan_.of(number);
            if (log_.recall(number, last)) {
                check_recalled(number, last);
                last.who = plan_.of(number);
                last.played = true;
                judge.measure_again(last);
                ++recalled_;
                return;
            }
        }
        judge.play(plan_.run_of(number), plan_.of(number), last);
        if (log_.record && last.played) {
            log_.record(number, last, judge.deal(last));
        }
    }

    /// Blocks become pairings, and what was not played is named all the same.
    void gather() {
        for (std::size_t place = 0; place < plan_.size(); ++place) {
            result_.pairings.push_back(std::move(done_[place].sums));
            for (const auto& [block, found] : done_[place].early) {  // after a stop
                add_block(place, result_.pairings.back(), found);
            }
            result_.pairings.back().who = plan_.of(place);
        }
        for (std::size_t number = 0; number < result_.matches.size(); ++number) {
            if (!result_.matches[number].played) {
                result_.matches[number].who = plan_.of(number);
            }
        }
        result_.broken = broken_.read();
        result_.forfeits = forfeits_.read();
        result_.seed = options_.seed.value;
        result_.played = played_;
        result_.recalled = recalled_;
        result_.faults = matches_of(result_.broken);
        result_.forfeited = matches_of(result_.forfeits);
        result_.complete = result_.played == result_.planned;
    }

    /// The blocks of a pairing that were added, and those that wait for an earlier one.
    struct pairing_sums {
        pairing_result sums;
        std::size_t added = 0;  ///< blocks
        std::map<std::size_t, block_sums> early;
    };

    const schedule& plan_;
    const std::vector<hall>& halls_;
    const tournament_options& options_;
    match_log log_;
    std::vector<block> blocks_;
    std::vector<pairing_sums> done_;  ///< by pairing
    std::mutex adding_;               ///< to these
    std::size_t repeats_a_cluster_ = 1;
    std::atomic<std::size_t> played_{0};
    std::atomic<std::size_t> recalled_{0};
    fault_record broken_;
    fault_record forfeits_;
    tournament_result result_;
};

/// What each seat of each stage could get, no deal included.
[[nodiscard]] std::vector<seat_range> ranges_of(const std::vector<hall>& halls) {
    std::vector<seat_range> all;
    for (const hall& in : halls) {
        for (party_id i = 0; i < in.at.parties(); ++i) {
            const talks::own_view& own = in.at.view(i);
            all.push_back(
                {std::min(own.least, own.reservation), std::max(own.greatest, own.reservation)});
        }
    }
    return all;
}

/// Keeps intervals within what any seat could get: Student's t knows no bounds.
void clip(std::vector<standing>& rows, const std::vector<seat_range>& seats) {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (const seat_range& of : seats) {
        least = std::min(least, of.least);
        greatest = std::max(greatest, of.greatest);
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
                        options.rotate ? ", or set rotate to false" : ""));
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
    const std::vector<seat_range> seats = ranges_of(halls);
    result.table = stand(result.pairings, result.broken, names, ways, fit_ranking(seats));
    clip(result.table.contestants, seats);
    clip(result.table.mediations, seats);
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
