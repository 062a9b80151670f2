/// Equilibria of random games: what a path of Lemke and Howson costs, what all supports cost.

#include <algorithm>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <negotiation/laboratory/alpha_rank.hpp>
#include <negotiation/laboratory/extreme_equilibria.hpp>
#include <negotiation/laboratory/lemke_howson.hpp>
#include <negotiation/laboratory/logit_response.hpp>
#include <negotiation/laboratory/replicator.hpp>
#include <negotiation/model/draw.hpp>

namespace {

using namespace negotiation;
using namespace negotiation::laboratory;

payoff_table table(std::size_t rows, std::size_t columns, random_stream& bits) {
    payoff_table made(rows, std::vector<double>(columns));
    for (auto& row : made) {
        for (double& value : row) {
            value = draw_share(bits);
        }
    }
    return made;
}

/// How long paths are differs from game to game by two orders of magnitude: many take turns.
std::vector<bimatrix_game> games(std::size_t strategies) {
    std::vector<bimatrix_game> all;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        random_stream bits(seed);
        payoff_table first = table(strategies, strategies, bits);
        all.push_back({std::move(first), table(strategies, strategies, bits)});
    }
    return all;
}

template <class Solve>
void paths(benchmark::State& state, Solve solve) {
    const std::vector<bimatrix_game> all = games(static_cast<std::size_t>(state.range(0)));
    std::size_t k = 0;
    std::size_t pivots = 0;
    std::size_t most = 0;
    double regret = 0;
    for (auto _ : state) {
        const lemke_howson_result found = solve(all[k++ % all.size()]);
        pivots += found.pivots;
        most = std::max(most, found.pivots);
        regret = std::max(regret, found.at.regret);
    }
    state.counters["pivots"] = static_cast<double>(pivots) / static_cast<double>(k);
    state.counters["most pivots"] = static_cast<double>(most);
    state.counters["regret"] = regret;
}

void first_label(benchmark::State& state) {
    paths(state, [](const bimatrix_game& game) { return lemke_howson(game); });
}
BENCHMARK(first_label)->Arg(10)->Arg(50)->Unit(benchmark::kMicrosecond);

void labels_in_turn(benchmark::State& state) {
    paths(state, [](const bimatrix_game& game) { return first_equilibrium(game); });
}
BENCHMARK(labels_in_turn)->Arg(10)->Arg(50)->Unit(benchmark::kMicrosecond);

void all_supports(benchmark::State& state) {
    const std::vector<bimatrix_game> all = games(static_cast<std::size_t>(state.range(0)));
    std::size_t k = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(extreme_equilibria(all[k++ % all.size()]));
    }
}
BENCHMARK(all_supports)->Arg(5)->Arg(8)->Unit(benchmark::kMicrosecond);

/// What an empirical game of some strategies costs, each of its parts.
template <class Solve>
void of_a_population(benchmark::State& state, Solve solve) {
    const std::vector<bimatrix_game> all = games(static_cast<std::size_t>(state.range(0)));
    std::size_t k = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(solve(all[k++ % all.size()].first));
    }
}

void symmetric_supports(benchmark::State& state) {
    of_a_population(state, [](const payoff_table& p) { return symmetric_equilibria(p); });
}
BENCHMARK(symmetric_supports)->Arg(8)->Arg(12)->Unit(benchmark::kMicrosecond);

void replicator_of_100_starts(benchmark::State& state) {
    of_a_population(state, [](const payoff_table& p) { return basins(p, {1}); });
}
BENCHMARK(replicator_of_100_starts)->Arg(8)->Unit(benchmark::kMicrosecond);

void ranking(benchmark::State& state) {
    of_a_population(state, [](const payoff_table& p) { return alpha_rank(p); });
}
BENCHMARK(ranking)->Arg(8)->Arg(16)->Unit(benchmark::kMicrosecond);

void noisy_answers(benchmark::State& state) {
    of_a_population(state, [](const payoff_table& p) { return logit_response(p, {1, 10, 100}); });
}
BENCHMARK(noisy_answers)->Arg(8)->Arg(16)->Unit(benchmark::kMicrosecond);

}  // namespace
