/// Spaces searched by their structure.

#include <benchmark/benchmark.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>

#include "spaces.hpp"

namespace {

namespace ng = negotiation;

void count_zone(benchmark::State& state, const ng::problem& problem) {
    ng::deal::zone_size size;
    for (auto _ : state) {
        size = ng::deal::zone(problem);
        benchmark::DoNotOptimize(size);
    }
    state.counters["zone"] = static_cast<double>(size.count);
    state.counters["deals/s"] = benchmark::Counter(static_cast<double>(size.raw),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}

void solve(benchmark::State& state, const ng::problem& problem) {
    std::size_t points = 0;
    for (auto _ : state) {
        const ng::deal::frontier frontier = ng::deal::pareto_frontier(problem);
        const ng::deal::fair_deals fair = ng::deal::solve(frontier, problem);
        benchmark::DoNotOptimize(fair);
        points = frontier.size();
    }
    state.counters["efficient"] = static_cast<double>(points);
    state.counters["points/s"] = benchmark::Counter(static_cast<double>(points),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}

void comprehensive_zone(benchmark::State& state) {
    count_zone(state, bench::backchannel("comprehensive"));
}
void comprehensive_zone_with_israel(benchmark::State& state) {
    count_zone(state, bench::backchannel("comprehensive", {"Israel"}));
}
void comprehensive_fair_deals(benchmark::State& state) {
    solve(state, bench::backchannel("comprehensive"));
}
void comprehensive_fair_deals_with_israel(benchmark::State& state) {
    solve(state, bench::backchannel("comprehensive", {"Israel"}));
}
void two_opposed(benchmark::State& state) {
    solve(state, bench::two_opposed(static_cast<std::size_t>(state.range(0))));
}
void three_opposed(benchmark::State& state) { solve(state, bench::three_opposed()); }

}  // namespace

BENCHMARK(comprehensive_zone)->Unit(benchmark::kMillisecond);
BENCHMARK(comprehensive_zone_with_israel)->Unit(benchmark::kMillisecond);
BENCHMARK(comprehensive_fair_deals)->Unit(benchmark::kMillisecond);
BENCHMARK(comprehensive_fair_deals_with_israel)->Unit(benchmark::kMillisecond);
BENCHMARK(two_opposed)
    ->ArgName("width")
    ->Arg(0)
    ->Arg(1)
    ->Arg(2)
    ->Arg(3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(three_opposed)->Unit(benchmark::kMillisecond);
