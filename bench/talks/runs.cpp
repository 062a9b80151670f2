/// Whole negotiations of agents whose types are forgotten, over a table that all runs share.

#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "problems.hpp"

namespace {

using namespace negotiation;
using bench::interests;

/// One iteration is one negotiation: fresh agents, a fresh run, an ending.
void play(benchmark::State& state, const talks::arena& at, const std::vector<std::string>& texts,
          std::int64_t rounds) {
    std::vector<talks::any_strategy> fresh;
    for (party_id i = 0; i < at.parties(); ++i) {
        fresh.push_back(talks::make_strategy(texts[i % texts.size()], at, i));
    }
    talks::alternating_offers protocol;
    protocol.rounds = rounds;
    talks::direct_talks between;
    talks::proceedings said;
    talks::run_streams draws(1, 0, at.parties());
    std::uint64_t episode = 0;
    std::int64_t offers = 0;
    talks::ending end;
    for (auto _ : state) {
        std::vector<talks::any_strategy> agents = fresh;
        draws.begin(1, episode++, at.parties());
        end = protocol.play(at, agents, between, draws, said);
        offers += end.offers;
    }
    state.counters["round"] = static_cast<double>(end.round);
    state.counters["offers/run"] = static_cast<double>(offers) / static_cast<double>(episode);
    state.counters["offers/s"] =
        benchmark::Counter(static_cast<double>(offers), benchmark::Counter::kIsRate);
    state.counters["negotiations/s"] =
        benchmark::Counter(static_cast<double>(episode), benchmark::Counter::kIsRate);
}

void boulware_against_boulware(benchmark::State& state, interests how) {
    const talks::arena at(bench::problem({15, 10, 20}, 2, how));
    play(state, at, {"boulware"}, 1000);
}

void boulware_against_conceder(benchmark::State& state, interests how) {
    const talks::arena at(bench::problem({5, 5, 5, 5, 5, 5}, 2, how));
    play(state, at, {"boulware", "conceder"}, 1000);
}

void micro_against_micro(benchmark::State& state, interests how) {
    const talks::arena at(bench::problem({15, 10, 20}, 2, how));
    play(state, at, {"micro"}, 1000);
}

void four_boulware(benchmark::State& state, interests how) {
    const talks::arena at(bench::problem({4, 4, 4, 6, 6}, 4, how));
    play(state, at, {"boulware"}, 1000);
}

bargaining comprehensive() {
    return freeze(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"),
                  {"comprehensive", {}, {}});
}

void comprehensive_talks(benchmark::State& state) {
    const talks::arena at(comprehensive());
    play(state, at,
         {"boulware(e=0.3,offer=best,model=frequency)",
          "boulware(e=0.25,offer=best,model=frequency)"},
         24);
}

void comprehensive_set_up(benchmark::State& state) {
    const bargaining table = comprehensive();
    for (auto _ : state) {
        const talks::arena at(table);
        benchmark::DoNotOptimize(at.view(0).greatest);
    }
}

}  // namespace

BENCHMARK_CAPTURE(boulware_against_boulware, opposed, interests::opposed);
BENCHMARK_CAPTURE(boulware_against_boulware, independent, interests::independent);
BENCHMARK_CAPTURE(boulware_against_conceder, opposed, interests::opposed);
BENCHMARK_CAPTURE(boulware_against_conceder, independent, interests::independent);
BENCHMARK_CAPTURE(micro_against_micro, opposed, interests::opposed);
BENCHMARK_CAPTURE(micro_against_micro, independent, interests::independent);
BENCHMARK_CAPTURE(four_boulware, opposed, interests::opposed);
BENCHMARK_CAPTURE(four_boulware, independent, interests::independent);
BENCHMARK(comprehensive_talks)->Unit(benchmark::kMillisecond);
BENCHMARK(comprehensive_set_up)->Unit(benchmark::kMillisecond);
