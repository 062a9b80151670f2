#include <stop_token>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/meta_game.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::near;

namespace {

/// A game with one or more stages.
empirical_game game_with(const std::vector<payoff_table>& stages, double error = 0) {
    empirical_game game;
    const std::size_t n = stages.front().size();
    game.payoffs.assign(n, std::vector<double>(n, 0));
    for (std::size_t a = 0; a < n; ++a) {
        game.strategies.push_back(a);
        for (std::size_t b = 0; b < n; ++b) {
            for (const payoff_table& on : stages) {
                game.payoffs[a][b] += on[a][b] / static_cast<double>(stages.size());
            }
        }
    }
    for (std::size_t k = 0; k < stages.size(); ++k) {
        game.stages.push_back({k, stages[k], payoff_table(n, std::vector<double>(n, error))});
    }
    game.from = stages.size() > 1 ? sampling::stages
                : error > 0       ? sampling::repeats
                                  : sampling::none;
    return game;
}

}  // namespace

TEST_CASE("the parts are those of the solvers") {
    const meta_game found = solve(game_with({tests::three_places}), {.seed = 2, .starts = 50});
    CHECK(found.equilibria.all == symmetric_equilibria(tests::three_places).all);
    CHECK(found.replicator.all == basins(tests::three_places, {2}, 50).all);
    CHECK(found.alpha_rank.shares == alpha_rank(tests::three_places).shares);
    CHECK(found.logit.points == logit_response(tests::three_places, {1, 10, 100}).points);
    // Best replies bring 3, 2 and 1; each strategy has one of them.
    CHECK(near(found.regrets[0], 1));
    CHECK(near(found.regrets[1], 4.0 / 3));
    CHECK(near(found.regrets[2], 5.0 / 3));
    CHECK(found.survive.empty());  // nothing was sampled
    CHECK(found.resamples == 0);
    CHECK(solve({}, {.seed = 1}).equilibria.all.empty());
}

TEST_CASE("survival is as sure as the sampling") {
    // The same everywhere: nothing is in doubt.
    const payoff_table better{{0.9, 0.8}, {0.3, 0.2}};
    const meta_game sure = solve(game_with({better, better, better}), {.seed = 1});
    REQUIRE(sure.survive.size() == 2);
    CHECK(sure.resamples == 100);
    CHECK(sure.survive[0].in_equilibrium.share == 1);
    CHECK(sure.survive[0].attracting.share == 1);
    CHECK(sure.survive[1].in_equilibrium.share == 0);
    // Better on one of two stages: it loses where that one is not drawn, a quarter of the times.
    const meta_game half = solve(game_with({{{1, 1}, {0, 0}}, {{0.4, 0.4}, {0.5, 0.5}}}),
                                 {.seed = 1, .resamples = 2000});
    CHECK(near(half.survive[0].in_equilibrium.share, 0.75, 0.03));
    CHECK(near(half.survive[1].in_equilibrium.share, 0.25, 0.03));
}

TEST_CASE("errors of repeats make doubt") {
    // 0.1 apart in both columns, errors of 0.1: the difference is 0.1 -+ 0.14, twice.
    const meta_game found =
        solve(game_with({{{0.5, 0.5}, {0.4, 0.4}}}, 0.1), {.seed = 1, .resamples = 2000});
    // Not in any equilibrium only where it is worse in its own column: Phi(-0.707) = 0.24, and it
    // is better in the other, or the other way round.
    CHECK(found.survive[0].in_equilibrium.share > 0.7);
    CHECK(found.survive[1].in_equilibrium.share > 0.1);
    CHECK(found.survive[1].in_equilibrium.share < 0.5);
    CHECK(found.survive[0].attracting.share <= found.survive[0].in_equilibrium.share);
    CHECK(solve(game_with({{{0.5, 0.5}, {0.4, 0.4}}}, 0.1), {.seed = 1, .resamples = 50}).survive ==
          solve(game_with({{{0.5, 0.5}, {0.4, 0.4}}}, 0.1), {.seed = 1, .resamples = 50}).survive);
}

TEST_CASE("noise of repeats counts once") {
    // How stages came out differs by what their repeats did as well: nothing is added to that.
    const std::vector<payoff_table> stages{{{1, 1}, {0, 0}}, {{0.4, 0.4}, {0.5, 0.5}}};
    CHECK(solve(game_with(stages, 5), {.seed = 1}).survive ==
          solve(game_with(stages), {.seed = 1}).survive);
    // The same everywhere, though every repeat differed: other stages would be the same.
    const payoff_table better{{0.9, 0.8}, {0.3, 0.2}};
    const meta_game sure = solve(game_with({better, better, better}, 5), {.seed = 1});
    CHECK(sure.survive[0].in_equilibrium.share == 1);
    CHECK(sure.survive[1].in_equilibrium.share == 0);
}

TEST_CASE("a stop ends the resamples") {
    const std::vector<payoff_table> stages{{{1, 1}, {0, 0}}, {{0.4, 0.4}, {0.5, 0.5}}};
    std::stop_source source;
    source.request_stop();
    const meta_game found = solve(game_with(stages), {.seed = 1, .stop = source.get_token()});
    CHECK(found.resamples == 0);
    CHECK(found.survive.empty());
    CHECK(found.equilibria.all == solve(game_with(stages), {.seed = 1}).equilibria.all);
}
