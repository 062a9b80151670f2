#include <numeric>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/extreme_equilibria.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;
using tests::near;

TEST_CASE("known games have their known equilibria") {
    const auto battle = extreme_equilibria({{{2, 0}, {0, 1}}, {{1, 0}, {0, 2}}});
    REQUIRE(battle.all.size() == 3);
    CHECK(apart(battle.all[2].at.first, {2.0 / 3, 1.0 / 3}) < 1e-12);
    CHECK(apart(battle.all[2].at.second, {1.0 / 3, 2.0 / 3}) < 1e-12);
    CHECK_FALSE(battle.continuum);
    CHECK(battle.systems == 2 * 5);

    CHECK(extreme_equilibria(symmetric_game(tests::rock_paper_scissors)).all.size() == 1);
    CHECK(extreme_equilibria(symmetric_game(tests::hawk_dove)).all.size() == 3);
    CHECK(extreme_equilibria(symmetric_game(tests::stag_hunt)).all.size() == 3);
    CHECK(extreme_equilibria(symmetric_game(tests::three_places)).all.size() == 7);
    for (const payoff_table& payoffs :
         {tests::rock_paper_scissors, tests::hawk_dove, tests::stag_hunt, tests::three_places,
          tests::twins, tests::zeeman}) {
        for (const extreme_equilibrium& e : extreme_equilibria(symmetric_game(payoffs)).all) {
            CHECK(e.at.regret <= 1e-12 * payoff_range(payoffs));
        }
    }
}

TEST_CASE("degenerate games have the ends of their lines") {
    const auto found = extreme_equilibria(tests::with_a_line);
    REQUIRE(found.all.size() == 3);
    CHECK(found.continuum);
    CHECK(found.all[0].at.first == strategy_mix{0, 0, 1});
    CHECK(found.all[0].at.second == strategy_mix{1, 0});
    CHECK_FALSE(found.all[0].isolated);
    CHECK(apart(found.all[1].at.second, {2.0 / 3, 1.0 / 3}) < 1e-12);
    CHECK_FALSE(found.all[1].isolated);
    CHECK(apart(found.all[2].at.first, {2.0 / 3, 1.0 / 3, 0}) < 1e-12);
    CHECK(found.all[2].isolated);
    // Where nothing matters every pair of pure strategies is extreme.
    const auto flat = extreme_equilibria({{{1, 1}, {1, 1}}, {{1, 1}, {1, 1}}});
    CHECK(flat.all.size() == 4);
    CHECK(flat.continuum);
}

TEST_CASE("exact fractions find as many equilibria with the same payoffs") {
    // Seed, rows, columns; count and sums of both payoffs by enumeration in exact fractions.
    struct expected {
        std::uint64_t seed;
        std::size_t rows, columns, count;
        double first, second;
    };
    for (const expected& e : {expected{1, 3, 3, 1, 627.0, 225.0},
                              expected{2, 4, 4, 3, 2755.9198473282445, 2653.8626506024098},
                              expected{3, 5, 4, 3, 2786.2695374800637, 2028.8372093023256},
                              expected{4, 5, 5, 5, 3671.0390293408423, 2981.4340652764186},
                              expected{5, 6, 6, 3, 2068.510714285714, 2252.473821989529},
                              expected{6, 6, 6, 5, 3656.86862551234, 3472.387810856312},
                              expected{7, 5, 5, 1, 806.0, 639.0},
                              expected{8, 6, 5, 9, 6196.69744908255, 6671.909819443869}}) {
        CAPTURE(e.seed);
        const auto found =
            extreme_equilibria(tests::whole_numbers(e.seed).game(e.rows, e.columns, 1000));
        CHECK(found.all.size() == e.count);
        CHECK_FALSE(found.continuum);
        double first = 0;
        double second = 0;
        for (const extreme_equilibrium& at : found.all) {
            first += at.at.first_payoff;
            second += at.at.second_payoff;
            CHECK(at.at.regret <= 1e-12 * 1000);
        }
        CHECK(near(first, e.first, 1e-8));
        CHECK(near(second, e.second, 1e-8));
    }
}

TEST_CASE("nondegenerate games have odd numbers of equilibria") {
    tests::whole_numbers draws(3);
    for (int k = 0; k < 40; ++k) {
        CHECK(extreme_equilibria(draws.game(4, 4, 30'000)).all.size() % 2 == 1);
    }
}

TEST_CASE("games that are too large are refused with their size") {
    const payoff_table large(20, std::vector<double>(20, 0));
    try {
        static_cast<void>(extreme_equilibria({large, large}));
        FAIL("was not refused");
    } catch (const std::invalid_argument& wrong) {
        CHECK(std::string(wrong.what()) ==
              "extreme equilibria: 20 x 20 strategies have 2.76e+11 pairs of supports; at most "
              "1000000 can be tried; follow paths of Lemke and Howson instead");
    }
}
