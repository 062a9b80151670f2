/// The chance of every deal to pass at home: combinations of values to factions once each, fifteen
/// nodes or so an integral.

#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <negotiation/ratification/passage_survey.hpp>
#include <negotiation/ratification/win_set.hpp>

#include "two_capitals.hpp"

namespace {

using namespace negotiation;
using ratification::conditions;
using ratification::deal_range;
using ratification::members;

/// One iteration visits every deal that both parties would sign.
void survey(benchmark::State& state, const char* scope, const conditions& how) {
    const bench::two_capitals all(scope);
    ratification::passage_survey seen;
    double likely = 0;
    for (auto _ : state) {
        likely = 0;
        seen =
            *ratification::survey_passages(all.frozen, all.homes, deal_range::acceptable, how,
                                           [&](const outcome&, const std::vector<double>& chances) {
                                               likely += chances[0] * chances[1];
                                           });
    }
    state.counters["deals"] = static_cast<double>(seen.deals);
    state.counters["combinations"] = static_cast<double>(seen.combinations);
    state.counters["error"] = seen.error;
    state.counters["mean"] = likely / static_cast<double>(seen.deals);
}

void comprehensive_zone(benchmark::State& state) { survey(state, "comprehensive", {}); }
BENCHMARK(comprehensive_zone)->Unit(benchmark::kMillisecond);

void comprehensive_zone_in_public(benchmark::State& state) {
    survey(state, "comprehensive", {members::common_shock, true});
}
BENCHMARK(comprehensive_zone_in_public)->Unit(benchmark::kMillisecond);

void comprehensive_zone_independent(benchmark::State& state) {
    survey(state, "comprehensive", {members::independent, false});
}
BENCHMARK(comprehensive_zone_independent)->Unit(benchmark::kMillisecond);

void nuclear_zone(benchmark::State& state) { survey(state, "nuclear", {}); }
BENCHMARK(nuclear_zone)->Unit(benchmark::kMillisecond);

/// Every feasible deal, and only whether it is more likely than not to pass.
void comprehensive_win_set(benchmark::State& state) {
    const bench::two_capitals all("comprehensive");
    ratification::win_set found;
    for (auto _ : state) {
        found = *ratification::find_win_set(all.frozen, all.homes, deal_range::feasible);
    }
    state.counters["deals"] = static_cast<double>(found.deals);
    state.counters["joint"] = static_cast<double>(found.joint);
}
BENCHMARK(comprehensive_win_set)->Unit(benchmark::kMillisecond);

}  // namespace
