/// Bargaining over who goes first: deals looked through by bounds, and written down one by one.

#include <cstddef>
#include <cstdint>

#include <benchmark/benchmark.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/trade_off.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace {

using namespace negotiation;
using deal::engine;

problem sequenced(const char* scope) {
    return freeze(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-sequenced.toml"),
                  {scope, {}, {}});
}

void zone_with_order(benchmark::State& state, const char* scope, engine method) {
    const problem p = sequenced(scope);
    deal::zone_size found;
    for (auto _ : state) {
        found = deal::zone(p, {method, {}});
        benchmark::DoNotOptimize(found.count);
    }
    state.counters["deals"] = static_cast<double>(*found.feasible);
    state.counters["zone"] = static_cast<double>(found.count);
}
BENCHMARK_CAPTURE(zone_with_order, nuclear_by_bounds, "nuclear", engine::stream)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(zone_with_order, nuclear_written_down, "nuclear", engine::table)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(zone_with_order, comprehensive_by_bounds, "comprehensive", engine::stream)
    ->Unit(benchmark::kMillisecond);

void frontier_with_order(benchmark::State& state, const char* scope, engine method) {
    const problem p = sequenced(scope);
    std::size_t points = 0;
    for (auto _ : state) {
        const auto found = deal::pareto_frontier(p, {method, deal::region::zone, {}});
        points = found.size();
        benchmark::DoNotOptimize(points);
    }
    state.counters["points"] = static_cast<double>(points);
}
BENCHMARK_CAPTURE(frontier_with_order, nuclear_by_bounds, "nuclear", engine::stream)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_with_order, nuclear_written_down, "nuclear", engine::table)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_with_order, comprehensive_by_bounds, "comprehensive", engine::stream)
    ->Unit(benchmark::kMillisecond);

/// An offer: the deal best for the other side, knowing what it makes of each issue, at no less than
/// no deal for oneself.
void offer_with_order(benchmark::State& state) {
    const problem p = sequenced("comprehensive");
    const deal::trade_off_search search(p.table.space, p.table.parties[0]);
    std::uint64_t visits = 0;
    for (auto _ : state) {
        const auto found =
            search.best(p.table.parties[0].threshold, p.table.parties[1].utility.terms);
        visits = found.best->visits;
        benchmark::DoNotOptimize(visits);
    }
    state.counters["visits"] = static_cast<double>(visits);
}
BENCHMARK(offer_with_order)->Unit(benchmark::kMillisecond);

}  // namespace
