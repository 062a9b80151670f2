/// The order that needs least trust, over the lattice of ideals.

#include <cstdint>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/order_count.hpp>

#include "agreements.hpp"

namespace {

using namespace negotiation;

/// The most memory that the process has held so far [bytes].
double peak_memory() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return 1024.0 * static_cast<double>(used.ru_maxrss);
}

/// That after a problem too small to need any.
double least_memory() {
    const sequence::exchange made(bench::six_chains(6, 0, 1));
    const sequence::ideal_lattice lattice(made.order());
    for (const sequence::reading how :
         {sequence::reading::drawdown, sequence::reading::next_turn}) {
        benchmark::DoNotOptimize(sequence::least_trust_order(made, lattice, {}, {{how, false}}));
    }
    return peak_memory();
}

/// One iteration lists the ideals and finds the one order. The bytes an ideal are those of the
/// first problem of a process: filter for one.
void find(benchmark::State& state, const sequence::agreement& of, sequence::reading how) {
    static const double before = least_memory();
    const sequence::exchange made(of);
    std::size_t ideals = 0;
    std::size_t labels = 0;
    for (auto _ : state) {
        const sequence::ideal_lattice lattice(made.order());
        const auto best = sequence::least_trust_order(made, lattice, {}, {{how, false}});
        if (best.status == sequence::search_status::exhausted) {
            state.SkipWithError("the search used all it may");
        }
        ideals = lattice.size();
        labels = best.labels;
    }
    state.counters["ideals"] = static_cast<double>(ideals);
    state.counters["labels"] = static_cast<double>(labels);
    state.counters["bytes_an_ideal"] = (peak_memory() - before) / static_cast<double>(ideals);
}

void vienna_least(benchmark::State& state) {
    find(state, bench::bundled("vienna-2022"), sequence::reading::drawdown);
}
BENCHMARK(vienna_least)->Unit(benchmark::kMillisecond);

void vienna_frontier(benchmark::State& state) {
    const sequence::exchange made(bench::bundled("vienna-2022"));
    std::size_t points = 0;
    for (auto _ : state) {
        const sequence::ideal_lattice lattice(made.order());
        points = sequence::least_trust_frontier(made, lattice).points.size();
    }
    state.counters["points"] = static_cast<double>(points);
}
BENCHMARK(vienna_frontier)->Unit(benchmark::kMillisecond);

/// Argument: the seed. Each is another problem.
void drawdown_36(benchmark::State& state) {
    find(state, bench::six_chains(36, 10, static_cast<std::uint64_t>(state.range(0))),
         sequence::reading::drawdown);
}
BENCHMARK(drawdown_36)->DenseRange(1, 5)->Unit(benchmark::kMillisecond);

void drawdown_48(benchmark::State& state) {
    find(state, bench::six_chains(48, 15, static_cast<std::uint64_t>(state.range(0))),
         sequence::reading::drawdown);
}
BENCHMARK(drawdown_48)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);

void next_turn_36(benchmark::State& state) {
    find(state, bench::six_chains(36, 10, static_cast<std::uint64_t>(state.range(0))),
         sequence::reading::next_turn);
}
BENCHMARK(next_turn_36)->DenseRange(1, 5)->Unit(benchmark::kMillisecond);

void next_turn_54(benchmark::State& state) {
    find(state, bench::six_chains(54, 10, static_cast<std::uint64_t>(state.range(0))),
         sequence::reading::next_turn);
}
BENCHMARK(next_turn_54)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);

}  // namespace
