#include "laboratory/equilibrium_regret.hpp"

#include <cstddef>
#include <utility>

#include <negotiation/talks/equilibrium/predicted_end.hpp>

namespace negotiation::laboratory {

void predict_ends(const std::vector<hall>& halls, const tournament_options& options,
                  std::vector<stage_result>& stages) {
    const talks::alternating_offers rules{
        options.rounds, options.clock, {}, options.breakdown, {}, {}};
    for (std::size_t k = 0; k < halls.size(); ++k) {
        talks::equilibrium::predicted_end end =
            talks::equilibrium::predict(halls[k].at, rules, options.limits);
        stages[k].no_equilibrium = std::move(end.not_computed);
        if (stages[k].no_equilibrium.empty()) {
            stages[k].equilibrium = std::move(end.discounted);
        }
    }
}

void add_equilibrium_regret(const std::vector<hall>& halls, tournament_result& into) {
    std::vector<std::pair<double, std::size_t>> sums(into.table.contestants.size());
    for (const pairing_result& p : into.pairings) {
        const std::vector<double>& predicted = into.stages[p.who.stage].equilibrium;
        const way& between = halls[p.who.stage].ways[p.who.mediation];
        if (p.results == 0 || predicted.empty() || between.ready.mediators > 0) {
            continue;
        }
        for (std::size_t seat = 0; seat < p.who.contestants.size(); ++seat) {
            auto& [sum, count] = sums[p.who.contestants[seat]];
            sum += predicted[seat] - p.utilities[seat] / static_cast<double>(p.results);
            ++count;
        }
    }
    for (std::size_t c = 0; c < sums.size(); ++c) {
        if (sums[c].second > 0) {
            into.table.contestants[c].equilibrium_regret =
                sums[c].first / static_cast<double>(sums[c].second);
        }
    }
}

}  // namespace negotiation::laboratory
