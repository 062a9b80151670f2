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

/// Random problems of one shape: how soon talks end differs from one to the next by two orders of
/// magnitude.
std::vector<talks::arena> arenas(const std::vector<std::size_t>& sizes, std::size_t parties,
                                 interests how) {
    constexpr std::uint64_t problems = 20;
    std::vector<talks::arena> list;
    for (std::uint64_t seed = 1; seed <= problems; ++seed) {
        list.emplace_back(bench::problem(sizes, parties, how, seed));
    }
    return list;
}

/// One iteration is one negotiation: fresh agents, a fresh run, an ending. Problems take turns,
/// some hundred negotiations at a time, as they do in a tournament.
void play(benchmark::State& state, const std::vector<talks::arena>& stages,
          const std::vector<std::string>& texts, std::int64_t rounds) {
    constexpr std::uint64_t at_a_time = 128;
    std::vector<std::vector<talks::any_strategy>> fresh(stages.size());
    for (std::size_t k = 0; k < stages.size(); ++k) {
        for (party_id i = 0; i < stages[k].parties(); ++i) {
            fresh[k].push_back(talks::make_strategy(texts[i % texts.size()], stages[k], i));
        }
    }
    talks::alternating_offers protocol;
    protocol.rounds = rounds;
    talks::direct_talks between;
    talks::proceedings said;
    talks::run_streams draws(1, 0, stages.front().parties());
    std::uint64_t episode = 0;
    std::int64_t offers = 0;
    for (auto _ : state) {
        const std::size_t k = episode / at_a_time % stages.size();
        std::vector<talks::any_strategy> agents = fresh[k];
        draws.begin(1, episode++, agents.size());
        offers += protocol.play(stages[k], agents, between, draws, said).offers;
    }
    state.counters["offers/run"] = static_cast<double>(offers) / static_cast<double>(episode);
    state.counters["offers/s"] =
        benchmark::Counter(static_cast<double>(offers), benchmark::Counter::kIsRate);
    state.counters["negotiations/s"] =
        benchmark::Counter(static_cast<double>(episode), benchmark::Counter::kIsRate);
}

void boulware_against_boulware(benchmark::State& state, interests how) {
    play(state, arenas({15, 10, 20}, 2, how), {"boulware"}, 1000);
}

void boulware_against_conceder(benchmark::State& state, interests how) {
    play(state, arenas({5, 5, 5, 5, 5, 5}, 2, how), {"boulware", "conceder"}, 1000);
}

void micro_against_micro(benchmark::State& state, interests how) {
    play(state, arenas({15, 10, 20}, 2, how), {"micro"}, 1000);
}

void four_boulware(benchmark::State& state, interests how) {
    play(state, arenas({4, 4, 4, 6, 6}, 4, how), {"boulware"}, 1000);
}

bargaining comprehensive() {
    return freeze(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"),
                  {"comprehensive", {}, {}});
}

void comprehensive_talks(benchmark::State& state) {
    std::vector<talks::arena> stages;
    stages.emplace_back(comprehensive());
    play(state, stages,
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
