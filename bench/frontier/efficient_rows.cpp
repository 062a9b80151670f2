/// The frontier of outcomes that are already tabled: sort and sweep, a staircase for three.

#include <benchmark/benchmark.h>

#include <negotiation/deal/pareto.hpp>

#include "tables.hpp"

namespace {

void run(benchmark::State& state, const Eigen::MatrixXd& table) {
    std::size_t efficient = 0;
    for (auto _ : state) {
        efficient = negotiation::deal::efficient_rows(table).size();
        benchmark::DoNotOptimize(efficient);
    }
    state.counters["efficient"] = static_cast<double>(efficient);
    state.counters["outcomes/s"] = benchmark::Counter(
        static_cast<double>(table.rows()), benchmark::Counter::kIsIterationInvariantRate);
}

void random_outcomes(benchmark::State& state) {
    run(state, bench::random_table(state.range(0), state.range(1)));
}

void efficient_outcomes(benchmark::State& state) {
    run(state, bench::efficient_table(state.range(0), state.range(1)));
}

}  // namespace

BENCHMARK(random_outcomes)
    ->ArgNames({"outcomes", "parties"})
    ->Args({30000, 2})
    ->Args({1000000, 2})
    ->Args({1000000, 3})
    ->Args({100000, 5})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(efficient_outcomes)
    ->ArgNames({"outcomes", "parties"})
    ->Args({3000, 2})
    ->Args({1000000, 2})
    ->Args({1000000, 3})
    ->Args({30000, 5})
    ->Unit(benchmark::kMillisecond);
