/// The way every other tool takes: write down every deal, or at least look at it.

#include <benchmark/benchmark.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/model/bargaining.hpp>

#include "spaces.hpp"

namespace {

namespace ng = negotiation;

/// Counts the zone by an odometer over the open options.
ng::outcome_count look_at_every_deal(const ng::bargaining& table) {
    const auto& domains = table.space.domains;
    std::vector<std::size_t> at(domains.size(), 0);
    ng::outcome deal(domains.size());
    ng::outcome_count zone = 0;
    for (bool more = true; more;) {
        for (std::size_t k = 0; k < deal.size(); ++k) {
            deal[k] = domains[k][at[k]];
        }
        bool inside = ng::feasible(table.space, deal);
        for (ng::party_id i = 0; inside && i < table.parties.size(); ++i) {
            inside = ng::accepts(table, i, deal);
        }
        zone += inside ? 1U : 0U;
        more = false;
        for (std::size_t k = at.size(); k-- > 0 && !more;) {
            more = ++at[k] < domains[k].size();
            at[k] = more ? at[k] : 0;
        }
    }
    return zone;
}

void nuclear_zone_deal_by_deal(benchmark::State& state) {
    const ng::problem problem = bench::backchannel("nuclear");
    ng::outcome_count zone = 0;
    for (auto _ : state) {
        zone = look_at_every_deal(problem);
        benchmark::DoNotOptimize(zone);
    }
    state.counters["zone"] = static_cast<double>(zone);
    state.counters["deals/s"] =
        benchmark::Counter(static_cast<double>(ng::raw_count(problem.table.space)),
                           benchmark::Counter::kIsIterationInvariantRate);
}

void frontier_by(benchmark::State& state, const std::string& scope, ng::deal::engine method) {
    const ng::problem problem = bench::backchannel(scope);
    ng::deal::frontier_options options;
    options.method = method;
    std::size_t points = 0;
    for (auto _ : state) {
        points = ng::deal::pareto_frontier(problem, options).size();
        benchmark::DoNotOptimize(points);
    }
    state.counters["efficient"] = static_cast<double>(points);
    state.counters["deals/s"] =
        benchmark::Counter(static_cast<double>(ng::raw_count(problem.table.space)),
                           benchmark::Counter::kIsIterationInvariantRate);
}

void nuclear_frontier_by_table(benchmark::State& state) {
    frontier_by(state, "nuclear", ng::deal::engine::table);
}
void nuclear_frontier_by_stream(benchmark::State& state) {
    frontier_by(state, "nuclear", ng::deal::engine::stream);
}
void comprehensive_frontier_by_stream(benchmark::State& state) {
    frontier_by(state, "comprehensive", ng::deal::engine::stream);
}

}  // namespace

BENCHMARK(nuclear_zone_deal_by_deal)->Unit(benchmark::kMillisecond);
BENCHMARK(nuclear_frontier_by_table)->Unit(benchmark::kMillisecond);
BENCHMARK(nuclear_frontier_by_stream)->Unit(benchmark::kMillisecond);
BENCHMARK(comprehensive_frontier_by_stream)->Unit(benchmark::kMillisecond);
