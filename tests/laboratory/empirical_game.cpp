#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/empirical_game.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::near;

namespace {

/// A pairing of two with its repeats' advantages.
pairing_result meeting(std::size_t stage, std::size_t a, std::size_t b,
                       const std::vector<std::pair<double, double>>& repeats) {
    pairing_result p;
    p.who = {stage, 0, {a, b}};
    for (const auto& [first, second] : repeats) {
        match m;
        m.played = true;
        m.who = p.who;
        m.end.utilities = {first, second};
        m.advantages = {first, second};
        p.add(m);
    }
    return p;
}

/// Pairings on one stage and their repeats, as a tournament keeps them.
tournament_result one_stage(
    const std::vector<std::pair<std::size_t, std::size_t>>& seated,
    const std::vector<std::vector<std::pair<double, double>>>& repeats_of_each) {
    tournament_result found;
    found.stages.resize(1);
    found.stages[0].parties = 2;
    for (std::size_t k = 0; k < seated.size(); ++k) {
        found.pairings.push_back(meeting(0, seated[k].first, seated[k].second, repeats_of_each[k]));
        found.stages[0].results += repeats_of_each[k].size();
    }
    for (std::size_t r = 0; r < repeats_of_each.front().size(); ++r) {
        for (const auto& repeats : repeats_of_each) {
            found.duels.push_back({{repeats[r].first, repeats[r].second}, 1});
        }
    }
    found.planned = found.duels.size();
    return found;
}

/// Two contestants, every order, one stage after another: what the first gets against the second
/// is 0.5 and 0.7 by seat on the first stage.
tournament_result two_stages() {
    tournament_result found;
    found.planned = 8;
    found.stages.resize(2);
    for (stage_result& on : found.stages) {
        on.parties = 2;
        on.results = 4;
    }
    found.pairings = {meeting(0, 0, 0, {{0.1, 0.3}}), meeting(0, 0, 1, {{0.5, 0.2}}),
                      meeting(0, 1, 0, {{0.4, 0.7}}), meeting(0, 1, 1, {{0.6, 0.6}}),
                      meeting(1, 0, 0, {{0.2, 0.2}}), meeting(1, 0, 1, {{1.0, 0.0}}),
                      meeting(1, 1, 0, {{0.0, 1.0}}), meeting(1, 1, 1, {{0.4, 0.4}})};
    return found;
}

}  // namespace

TEST_CASE("payoffs are averaged over seats and then stages") {
    const empirical_game game = game_of(two_stages(), 2);
    CHECK(game.strategies == std::vector<std::size_t>{0, 1});
    CHECK(game.left_out.empty());
    REQUIRE(game.stages.size() == 2);
    CHECK(near(game.stages[0].means[0][1], 0.6));
    CHECK(near(game.stages[0].means[1][0], 0.3));
    CHECK(near(game.stages[0].means[0][0], 0.2));
    CHECK(near(game.payoffs[0][1], 0.8));
    CHECK(near(game.payoffs[1][0], 0.15));
    CHECK(near(game.payoffs[1][1], 0.5));
}

TEST_CASE("errors are those of the stages or of the repeats") {
    const empirical_game game = game_of(two_stages(), 2);
    CHECK(game.from == sampling::stages);
    CHECK(near(game.errors[0][1], 0.2));  // 0.6 and 1
    CHECK(near(game.errors[0][0], 0.0));
    const empirical_game repeated =
        game_of(one_stage({{0, 0}}, {{{0.1, 0.1}, {0.3, 0.1}, {0.5, 0.1}}}), 1);
    CHECK(repeated.from == sampling::repeats);
    // Of means of both seats of 0.1, 0.2 and 0.3.
    CHECK(near(repeated.errors[0][0], 0.1 / std::sqrt(3.0)));
    const tournament_result one = one_stage({{0, 0}}, {{{0.1, 0.1}}});
    CHECK(game_of(one, 1).from == sampling::none);
    CHECK(game_of(one, 1).errors.empty());
    CHECK(std::string(to_string(sampling::none)) == "none");
    CHECK(std::string(to_string(sampling::repeats)) == "repeats");
    CHECK(std::string(to_string(sampling::stages)) == "stages");
}

TEST_CASE("what one takes from the other is no error of their mean") {
    // In self-play what a seat loses the other one gains.
    const empirical_game split =
        game_of(one_stage({{0, 0}}, {{{0.2, 0.4}, {0.6, 0.0}, {0.1, 0.5}}}), 1);
    CHECK(split.errors[0][0] < 1e-16);
    // Both orders of two: 0.5, 0.1 and 0.3 in one seat, the other way round in the other one.
    const empirical_game both =
        game_of(one_stage({{0, 0}, {0, 1}, {1, 0}, {1, 1}}, {{{0, 0}, {0, 0}, {0, 0}},
                                                             {{0.5, 0}, {0.1, 0}, {0.3, 0}},
                                                             {{0, 0.1}, {0, 0.5}, {0, 0.3}},
                                                             {{0, 0}, {0, 0}, {0, 0}}}),
                2);
    CHECK(near(both.payoffs[0][1], 0.3));
    CHECK(both.errors[0][1] < 1e-16);
}

TEST_CASE("repeats that came out alike leave no doubt") {
    // Sums of 0.1 are off by rounding, what is alike is not.
    for (const std::size_t repeats : {2U, 3U, 5U, 7U, 10U}) {
        const double worth = 2.0 / 3;
        const empirical_game game = game_of(
            one_stage({{0, 0}}, {std::vector<std::pair<double, double>>(repeats, {worth, 0.1})}),
            1);
        CHECK(game.from == sampling::repeats);
        CHECK(game.errors[0][0] == 0);
    }
}

TEST_CASE("errors are those that tournaments with other seeds show") {
    const std::vector<contestant> players{{"walker", talks::random_walker{}},
                                          {"linear", talks::linear()}};
    constexpr std::size_t tournaments = 400;
    std::vector<double> sums(4, 0);
    std::vector<double> squares(4, 0);
    std::vector<double> told(4, 0);
    for (std::size_t seed = 0; seed < tournaments; ++seed) {
        const empirical_game game = game_of(tournament(tests::two_issues(), players,
                                                       {.rounds = 10,
                                                        .seed = {seed},
                                                        .repeats = 6,
                                                        .breakdown = 0.1,
                                                        .parallel = {.threads = 1}}),
                                            2);
        for (std::size_t k = 0; k < 4; ++k) {
            sums[k] += game.payoffs[k / 2][k % 2];
            squares[k] += game.payoffs[k / 2][k % 2] * game.payoffs[k / 2][k % 2];
            told[k] += game.errors[k / 2][k % 2] * game.errors[k / 2][k % 2];
        }
    }
    constexpr auto n = static_cast<double>(tournaments);
    for (std::size_t k = 0; k < 4; ++k) {
        const double variance = (squares[k] - sums[k] * sums[k] / n) / (n - 1);
        CAPTURE(k);
        CHECK(variance > 0);
        // Five standard errors of either variance, of 400 draws and a little more than normal.
        CHECK(near(told[k] / n / variance, 1, 0.4));
    }
}

TEST_CASE("who lacks results is left out") {
    tournament_result found = two_stages();
    found.pairings[1].results = 0;
    found.pairings[2].results = 0;
    CHECK(game_of(found, 2).strategies == std::vector<std::size_t>{0});
    CHECK(game_of(found, 2).left_out == std::vector<std::size_t>{1});
    // One seat is enough.
    found = two_stages();
    found.pairings[1].results = 0;
    CHECK(near(game_of(found, 2).stages[0].means[0][1], 0.7));
    // Whoever has no result against itself goes, not those it met.
    found = two_stages();
    found.pairings[0].results = 0;
    CHECK(game_of(found, 2).strategies == std::vector<std::size_t>{1});
}

TEST_CASE("stages for three are left out") {
    tournament_result found = two_stages();
    found.stages[1].parties = 3;
    const empirical_game game = game_of(found, 2);
    CHECK(game.too_large == std::vector<std::size_t>{1});
    CHECK(near(game.payoffs[0][1], 0.6));
    found.stages[0].parties = 3;
    CHECK(game_of(found, 2).strategies.empty());
    CHECK(game_of({}, 2).payoffs.empty());
}

TEST_CASE("the mean of a row is the mean advantage of the standings") {
    const tournament_result found = tournament(tests::two_stages(), tests::four_strategies(),
                                               {.rounds = 30, .seed = 5, .repeats = 2});
    const empirical_game game = game_of(found, 4);
    for (std::size_t k = 0; k < 4; ++k) {
        double sum = 0;
        for (const double payoff : game.payoffs[k]) {
            sum += payoff;
        }
        CHECK(near(sum / 4, *found.table.contestants[k].mean_advantage));
    }
}

TEST_CASE("the game of a tournament is that of its matches") {
    const tournament_result found = tournament(
        tests::two_issues(), {{"boulware", talks::boulware()}, {"conceder", talks::conceder()}},
        {.seed = 3, .keep_matches = true});
    const empirical_game game = game_of(found, 2);
    CHECK(near(game.payoffs[0][1],
               (found.matches[1].advantages[0] + found.matches[2].advantages[1]) / 2));
    CHECK(near(game.payoffs[1][0],
               (found.matches[1].advantages[1] + found.matches[2].advantages[0]) / 2));
}
