#include <cmath>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/alpha_rank.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;
using tests::near;

TEST_CASE("a mutant that is no better takes over by chance") {
    CHECK(near(std::exp(log_fixation(1, 1, 1, 1, 5, 10)), 0.1));
    CHECK(near(std::exp(log_fixation(3, 0, 0, 3, 0, 4)), 0.25));
    // By the double sum, written out in another language.
    CHECK(near(std::exp(log_fixation(1, 0.2, 0.7, 0.1, 2, 5)), 0.1988438190655056, 1e-14));
    // A constant lead d: (1 - e^-ad) / (1 - e^-mad).
    CHECK(near(std::exp(log_fixation(1, 1, 0, 0, 0.5, 20)),
               (1 - std::exp(-0.5)) / (1 - std::exp(-10.0)), 1e-14));
    CHECK(near(log_fixation(0, 0, 1, 1, 100, 50), -100 * 49, 1e-9));  // no underflow
}

TEST_CASE("a lead that stays is summed up in closed form") {
    for (const double lead : {-2.0, -0.3, -1e-9, 0.0, 1e-9, 0.02, 1.0, 7.0}) {
        for (const double intensity : {0.0, 0.01, 1.0, 30.0}) {
            for (const std::size_t population : {std::size_t{2}, std::size_t{50}}) {
                CAPTURE(lead);
                CAPTURE(intensity);
                CHECK(near(log_fixation(lead, intensity, population),
                           log_fixation(lead, lead, 0, 0, intensity, population), 1e-11));
            }
        }
    }
}

TEST_CASE("what opponents get of one another ranks as published") {
    // The chain of the chances of fixation, solved in exact fractions in another language.
    const payoff_table four{
        {0, -1, 1, 0.2}, {1, 0, -1, 0.1}, {-1, 1, 0, -0.3}, {0.3, 0.4, -0.2, 0}};
    CHECK(apart(alpha_rank(four, {10, 0.5 * 2}).shares, {0.20809099115069615, 0.18551633987919833,
                                                         0.19781330337519362, 0.4085793655949119}) <
          1e-10);
    // What is got among one's like is not seen: whoever leads the other is there nearly always.
    const auto birds = alpha_rank(tests::hawk_dove);
    CHECK(birds.converged);
    CHECK(birds.shares[0] > 1 - 1e-9);
    // Where nobody leads anybody all are alike.
    CHECK(apart(alpha_rank(tests::three_places).shares, {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-12);
    // Who beats whom goes round: a third each, however much is won.
    CHECK(apart(alpha_rank({{0, 2, -1}, {-2, 0, 5}, {1, -5, 0}}).shares,
                {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-9);
}

TEST_CASE("two strategies are ranked by their chances of fixation") {
    // The stationary distribution of the Markov chain by powers, in another language.
    const auto birds = alpha_rank(tests::hawk_dove, {20, 0.3 * 5, selection::population});
    CHECK(apart(birds.shares, {0.9801596942659224, 0.019840305734079418}) < 1e-12);
    CHECK(birds.residual < 1e-12);
    const payoff_table four{
        {0, -1, 1, 0.2}, {1, 0, -1, 0.1}, {-1, 1, 0, -0.3}, {0.3, 0.4, -0.2, 0}};
    CHECK(apart(alpha_rank(four, {10, 0.5 * 2, selection::population}).shares,
                {0.23051140525304287, 0.21080674560172336, 0.22043566931989678,
                 0.3382461798253303}) < 1e-10);
}

TEST_CASE("the intensity is raised until the ranking stands") {
    const auto cycle = alpha_rank(tests::rock_paper_scissors);
    CHECK(cycle.converged);
    CHECK(apart(cycle.shares, {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-12);
    const auto places = alpha_rank(tests::three_places, {50, {}, selection::population});
    CHECK(places.converged);
    CHECK(places.shares[0] > 1 - 1e-9);
    CHECK(near(std::accumulate(places.shares.begin(), places.shares.end(), 0.0), 1));
    // Twins share what one of them would have.
    const auto twins = alpha_rank({{1, 1, 5}, {1, 1, 5}, {0, 0, 2}});
    CHECK(apart(twins.shares, {0.5, 0.5, 0}) < 1e-9);
    CHECK(alpha_rank({{7}}).shares == strategy_mix{1});
    CHECK(apart(alpha_rank({{2, 2}, {2, 2}}).shares, {0.5, 0.5}) < 1e-15);
}

TEST_CASE("chances of ten to the minus thousand count") {
    tests::whole_numbers draws(4);
    const auto found = alpha_rank(draws.table(12, 12, 1000), {50, 10'000.0});
    CHECK(found.residual < 1e-9);
    for (const double share : found.shares) {
        CHECK(share >= 0);
        CHECK(share <= 1);
    }
}

TEST_CASE("options of alpha-rank are checked") {
    CHECK_THROWS_WITH_AS(alpha_rank(tests::hawk_dove, {1}),
                         "alpha-rank: population must lie in [2, 10000]; got 1",
                         std::invalid_argument);
    CHECK_THROWS_AS(alpha_rank(tests::hawk_dove, {50, -1.0}), std::invalid_argument);
    CHECK_THROWS_AS(alpha_rank({{1, 2}}), std::invalid_argument);
}
