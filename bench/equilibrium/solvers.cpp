/// What a game of offers costs to solve, over deals that are written down and over a factored
/// space.

#include <cmath>
#include <cstddef>
#include <cstdint>

#include <benchmark/benchmark.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/baron_ferejohn.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>
#include <negotiation/talks/equilibrium/screening.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>

#include "../space/spaces.hpp"

namespace {

namespace eq = negotiation::talks::equilibrium;

/// Offers in turn, a round each, waiting costs a little and not the same.
eq::offer_game game_of(std::size_t parties, std::int64_t offers) {
    eq::offer_game game;
    game.offers = offers;
    for (std::size_t i = 0; i < parties; ++i) {
        game.discount.push_back(0.99 - 0.001 * static_cast<double>(i));
    }
    return game;
}

/// The same with one answer a turn.
eq::offer_game in_turn(std::size_t parties, std::int64_t turns) {
    eq::offer_game game = game_of(parties, turns);
    game.form = eq::answering::in_turn;
    game.offers_per_period = static_cast<std::int64_t>(parties);
    return game;
}

/// Efficient deals on the positive part of a sphere.
eq::deal_set sphere(std::size_t parties, std::size_t deals) {
    negotiation::random_stream draws(7);
    eq::deal_set set;
    set.parties = parties;
    set.no_deal.assign(parties, 0.1);
    set.utilities.resize(deals * parties);
    for (std::size_t k = 0; k < deals; ++k) {
        double square = 0;
        for (std::size_t i = 0; i < parties; ++i) {
            const double u = negotiation::draw_share(draws);
            set.utilities[i * deals + k] = u;
            square += u * u;
        }
        for (std::size_t i = 0; i < parties; ++i) {
            set.utilities[i * deals + k] /= std::sqrt(square);
        }
    }
    return set;
}

void tell_work(benchmark::State& state, const eq::deal_set& deals, std::int64_t offers) {
    state.counters["deals"] = static_cast<double>(deals.size());
    state.counters["offers"] = static_cast<double>(offers);
    state.counters["offers/s"] = benchmark::Counter(static_cast<double>(offers),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}

void deadline(benchmark::State& state, const eq::deal_set& deals, const eq::offer_game& game) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(eq::solve(deals, game));
    }
    tell_work(state, deals, game.offers);
}

void deadline_two(benchmark::State& state) {
    deadline(state, eq::cut_pie(10'000), in_turn(2, state.range(0)));
}
BENCHMARK(deadline_two)->Arg(200)->Arg(20'000)->Unit(benchmark::kMillisecond);

void deadline_three(benchmark::State& state) {
    deadline(state, sphere(3, 2'000), in_turn(3, state.range(0)));
}
BENCHMARK(deadline_three)->Arg(300)->Unit(benchmark::kMillisecond);

void deadline_five_majority(benchmark::State& state) {
    eq::offer_game game = game_of(5, state.range(0));
    game.agreement.quota = 0.5;
    game.agreement.more_than = true;
    deadline(state, sphere(5, 2'000), game);
}
BENCHMARK(deadline_five_majority)->Arg(300)->Unit(benchmark::kMillisecond);

/// From the problem on: its frontier, then backward induction.
void from_the_problem(benchmark::State& state, const negotiation::problem& problem,
                      std::int64_t turns) {
    const negotiation::talks::arena at(problem.table);
    const eq::offer_game game = in_turn(at.parties(), turns);
    eq::bargaining_set found;
    for (auto _ : state) {
        found = eq::bargaining_set_of(at, true);
        benchmark::DoNotOptimize(eq::solve(found.deals, game));
    }
    tell_work(state, found.deals, turns);
}

void deadline_nuclear(benchmark::State& state) {
    from_the_problem(state, bench::backchannel("nuclear"), state.range(0));
}
BENCHMARK(deadline_nuclear)->Arg(200)->Unit(benchmark::kMillisecond);

/// 20 issues of 10 options: 10^20 deals, none of them written down.
void deadline_factored(benchmark::State& state) {
    from_the_problem(state, bench::two_opposed(1), state.range(0));
}
BENCHMARK(deadline_factored)->Arg(200)->Unit(benchmark::kMillisecond);

void without_deadline(benchmark::State& state, const eq::deal_set& deals) {
    const eq::offer_game game = game_of(deals.parties, 1);
    eq::stationary_set found;
    for (auto _ : state) {
        found = eq::solve_stationary(deals, game);
    }
    state.counters["deals"] = static_cast<double>(deals.size());
    state.counters["equilibria"] = found.count ? static_cast<double>(*found.count) : -1;
}

void stationary_two(benchmark::State& state) { without_deadline(state, eq::cut_pie(10'000)); }
BENCHMARK(stationary_two)->Unit(benchmark::kMillisecond);

void stationary_three(benchmark::State& state) { without_deadline(state, sphere(3, 2'000)); }
BENCHMARK(stationary_three)->Unit(benchmark::kMillisecond);

void drawn_three(benchmark::State& state) {
    const eq::deal_set deals = sphere(3, 2'000);
    eq::offer_game game = game_of(3, 1);
    game.recognition = {0.5, 0.3, 0.2};
    eq::stationary_play play;
    for (auto _ : state) {
        play = eq::solve_drawn(deals, game);
    }
    state.counters["deals"] = static_cast<double>(deals.size());
    state.counters["converged"] = play.converged ? 1 : 0;
}
BENCHMARK(drawn_three)->Unit(benchmark::kMillisecond);

/// Unequal recognition and patience, a majority.
void legislature(benchmark::State& state) {
    const auto n = static_cast<std::size_t>(state.range(0));
    eq::legislature of;
    for (std::size_t i = 0; i < n; ++i) {
        const auto place = static_cast<double>(i);
        const auto all = static_cast<double>(n);
        of.recognition.push_back(2 * (place + 1) / (all * (all + 1)));
        of.discount.push_back(0.7 + 0.2 * place / all);
    }
    of.quota = n / 2 + 1;
    double residual = 0;
    for (auto _ : state) {
        residual = eq::solve(of).proof.residual;
    }
    state.counters["residual"] = residual;
}
BENCHMARK(legislature)->Arg(5)->Arg(101)->Unit(benchmark::kMicrosecond);

void quantal(benchmark::State& state) {
    const eq::deal_set deals = eq::cut_pie(1'000);
    const eq::offer_game game = game_of(2, state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(eq::quantal_response(deals, game, 20));
    }
    tell_work(state, deals, game.offers);
}
BENCHMARK(quantal)->Arg(200)->Unit(benchmark::kMillisecond);

void screening(benchmark::State& state) {
    eq::screening of;
    const auto types = static_cast<std::size_t>(state.range(0));
    for (std::size_t j = 0; j < types; ++j) {
        of.types.push_back(1 + static_cast<double>(j));
        of.prior.push_back(1 / static_cast<double>(types));
    }
    of.periods = state.range(1);
    eq::screening_play play;
    for (auto _ : state) {
        play = eq::solve(of);
    }
    state.counters["prices"] = static_cast<double>(play.offers.size());
    state.counters["regret"] = play.proof.regret;
}
BENCHMARK(screening)->Args({2, 2})->Args({20, 100})->Unit(benchmark::kMicrosecond);

}  // namespace
