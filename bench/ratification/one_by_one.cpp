/// The same deal by deal: as `passage_of` does it, and by the trapezoid rule on 400 points with a
/// vote-by-vote sum at each of them, which is how it is commonly written.

#include <algorithm>
#include <cmath>
#include <vector>

#include <benchmark/benchmark.h>

#include <negotiation/ratification/passage_survey.hpp>

#include "two_capitals.hpp"

namespace {

using namespace negotiation;
using ratification::chamber;
using ratification::faction;

/// The deal that both sides would sign of which it is least certain whether it passes.
outcome near_the_edge(const bench::two_capitals& all) {
    outcome found;
    double least = 2;
    ratification::survey_passages(all.frozen, all.homes, ratification::deal_range::acceptable, {},
                                  [&](const outcome& deal, const std::vector<double>& chances) {
                                      const double certainty =
                                          std::abs(chances[0] - 0.5) + std::abs(chances[1] - 0.5);
                                      if (certainty < least) {
                                          least = certainty;
                                          found = deal;
                                      }
                                  });
    return found;
}

void passage_of_one_deal(benchmark::State& state) {
    const bench::two_capitals all("nuclear");
    const outcome deal = near_the_edge(all);
    double chance = 0;
    for (auto _ : state) {
        chance = ratification::passage_of(all.homes[0], all.frozen.table.space, deal).probability *
                 ratification::passage_of(all.homes[1], all.frozen.table.space, deal).probability;
        benchmark::DoNotOptimize(chance);
    }
    state.counters["chance"] = chance;
}
BENCHMARK(passage_of_one_deal)->Unit(benchmark::kMicrosecond);

double at_least(const chamber& of, const std::vector<std::optional<units>>& margins, double mood) {
    std::vector<double> chance{1};
    for (std::size_t f = 0; f < of.factions.size(); ++f) {
        const double yes = support(of.factions[f], margins[f], mood);
        for (std::uint32_t m = 0; m < of.factions[f].votes; ++m) {
            chance.push_back(0);
            for (std::size_t k = chance.size(); k-- > 0;) {
                chance[k] = chance[k] * (1 - yes) + (k > 0 ? chance[k - 1] * yes : 0);
            }
        }
    }
    double sum = 0;
    for (std::size_t k = supporters_needed(of); k < chance.size(); ++k) {
        sum += chance[k];
    }
    return sum;
}

double by_points(const ratification::home& of, const outcome_space& space, const outcome& deal) {
    constexpr int points = 400;
    double sum = 0;
    for (int k = 0; k <= points; ++k) {
        const double mood = -8 + 16.0 * k / points;
        double all = std::exp(-0.5 * mood * mood) / 2.5066282746310005;
        for (const chamber& c : of.chambers) {
            if (c.follows) {
                continue;
            }
            std::vector<std::optional<units>> margins;
            for (const faction& f : c.factions) {
                margins.push_back(margin_of(f, space, deal, false));
            }
            all *= at_least(c, margins, mood);
        }
        sum += all;
    }
    return sum * 16 / points;
}

void one_deal_by_points(benchmark::State& state) {
    const bench::two_capitals all("nuclear");
    const outcome deal = near_the_edge(all);
    double chance = 0;
    for (auto _ : state) {
        chance = by_points(all.homes[0], all.frozen.table.space, deal) *
                 by_points(all.homes[1], all.frozen.table.space, deal);
        benchmark::DoNotOptimize(chance);
    }
    state.counters["chance"] = chance;
}
BENCHMARK(one_deal_by_points)->Unit(benchmark::kMicrosecond);

}  // namespace
