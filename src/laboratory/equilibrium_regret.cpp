#include "laboratory/equilibrium_regret.hpp"

#include <cstddef>
#include <exception>
#include <utility>

#include <negotiation/talks/equilibrium/predicted_end.hpp>

#include "laboratory/seat_tally.hpp"

namespace negotiation::laboratory {

void predict_ends(const std::vector<hall>& halls, const tournament_options& options,
                  std::vector<stage_result>& stages) {
    const talks::alternating_offers rules{
        options.rounds, options.clock, {}, options.breakdown, {}, {}};
    for (stage_result& of : stages) {
        of.no_equilibrium = "stopped";
    }
    const auto predict = [&](std::size_t k) {
        talks::equilibrium::predicted_end end =
            talks::equilibrium::predict(halls[k].at, rules, options.limits);
        stages[k].no_equilibrium = std::move(end.not_computed);
        if (stages[k].no_equilibrium.empty()) {
            stages[k].equilibrium = std::move(end.discounted);
        }
    };
    const run_report made =
        run_parallel(halls.size(), {options.parallel.threads, options.parallel.stop, {}},
                     [&] { return predict; });
    if (made.fault) {
        std::rethrow_exception(made.fault->what);
    }
}

void add_equilibrium_regret(const std::vector<hall>& halls, tournament_result& into) {
    std::vector<staged_mean> means(into.table.contestants.size());
    for (const pairing_result& p : into.pairings) {
        const stage_result& on = into.stages[p.who.stage];
        const way& between = halls[p.who.stage].ways[p.who.mediation];
        if (p.results == 0 || on.equilibrium.empty() || between.ready.mediators > 0) {
            continue;
        }
        const pairing_means of = means_of(p);
        for (std::size_t seat = 0; seat < p.who.contestants.size(); ++seat) {
            const double missed =
                into.table.by == ranked_by::utility
                    ? on.equilibrium[seat] - of.utilities[seat]
                    : advantage(on.equilibrium[seat], on.reservations[seat], on.greatest[seat]) -
                          of.advantages[seat];
            means[p.who.contestants[seat]].add(p.who.stage, missed);
        }
    }
    for (std::size_t c = 0; c < means.size(); ++c) {
        into.table.contestants[c].equilibrium_regret = means[c].value();
    }
}

}  // namespace negotiation::laboratory
