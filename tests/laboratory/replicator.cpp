#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/replicator.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;
using tests::near;

namespace {

/// The mix after some time, by the logarithms of the shares, in small steps of one size (Heun's).
strategy_mix followed_by_logarithms(const payoff_table& payoffs, const strategy_mix& start,
                                    double time, double step) {
    const std::size_t n = start.size();
    std::vector<double> logs;
    for (const double share : start) {
        logs.push_back(std::log(share));
    }
    const auto mix_of = [&](const std::vector<double>& of) {
        const double most = *std::max_element(of.begin(), of.end());
        strategy_mix mix;
        for (const double one : of) {
            mix.push_back(std::exp(one - most));
        }
        const double sum = std::accumulate(mix.begin(), mix.end(), 0.0);
        for (double& share : mix) {
            share /= sum;
        }
        return mix;
    };
    for (double now = 0; now < time; now += step) {
        const std::vector<double> first = earnings(payoffs, mix_of(logs));
        std::vector<double> probe = logs;
        for (std::size_t i = 0; i < n; ++i) {
            probe[i] += step * first[i];
        }
        const std::vector<double> second = earnings(payoffs, mix_of(probe));
        for (std::size_t i = 0; i < n; ++i) {
            logs[i] += step / 2 * (first[i] + second[i]);
        }
    }
    return mix_of(logs);
}

}  // namespace

TEST_CASE("hawks and doves settle where both earn alike") {
    const replicator_path end = replicator(tests::hawk_dove, {0.1, 0.9});
    CHECK(end.settled);
    CHECK(end.residual <= 1e-10);
    CHECK(apart(end.mix, {2.0 / 3, 1.0 / 3}) < 1e-8);
    // What nobody plays nobody copies.
    CHECK(replicator(tests::hawk_dove, {0, 1}).mix == strategy_mix{0, 1});
}

TEST_CASE("rock paper and scissors never settle and keep their product") {
    const strategy_mix start{0.5, 0.3, 0.2};
    const replicator_path end = replicator(tests::rock_paper_scissors, start, 2000);
    CHECK_FALSE(end.settled);
    CHECK(end.steps == 2000);
    CHECK(near(std::accumulate(end.mix.begin(), end.mix.end(), 0.0), 1, 1e-14));
    // The product of the shares is constant along every path.
    CHECK(near(end.mix[0] * end.mix[1] * end.mix[2], 0.03, 3e-4));
    const replicator_basins none = basins(tests::rock_paper_scissors, {1}, 10, 200);
    CHECK(none.all.empty());
    CHECK(none.unsettled.share == 1);
}

TEST_CASE("basins of a stag hunt are those of the threshold") {
    // Stags win from two thirds on: a third of all populations.
    const replicator_basins found = basins(tests::stag_hunt, {1}, 3000);
    REQUIRE(found.all.size() == 2);
    CHECK(found.starts == 3000);
    CHECK(found.unsettled.share == 0);
    CHECK(found.all[0].mix == strategy_mix{0, 1});
    CHECK(found.all[1].mix == strategy_mix{1, 0});
    CHECK(near(found.all[1].share.share, 1.0 / 3, 0.03));
    CHECK(found.all[1].share.low < 1.0 / 3);
    CHECK(found.all[1].share.high > 1.0 / 3);
    CHECK(found.all[0].regret == 0);
    CHECK(basins(tests::stag_hunt, {3}, 50).all[0].share ==
          basins(tests::stag_hunt, {3}, 50).all[0].share);
}

TEST_CASE("a basin may be smaller than any radius") {
    // The second strategy wins from a share of 1 / 2001 on, so the first one from 2000 / 2001 on.
    const replicator_basins found = basins({{5e-4, 0}, {0, 1}}, {1}, 60'000, 4000);
    const double truth = 5e-4 / 1.0005;
    REQUIRE(found.all.size() == 2);
    CHECK(found.unsettled.share == 0);
    CHECK(found.all[1].mix == strategy_mix{1, 0});
    CHECK(found.all[1].share.low <= truth);
    CHECK(found.all[1].share.high >= truth);
    // A share as large as a strategy needs to win is not large enough, a little more is.
    CHECK(replicator({{5e-4, 0}, {0, 1}}, {1 - truth + 1e-7, truth - 1e-7}).mix ==
          strategy_mix{1, 0});
    CHECK(replicator({{5e-4, 0}, {0, 1}}, {1 - truth - 1e-5, truth + 1e-5}, 100'000).mix ==
          strategy_mix{0, 1});
}

TEST_CASE("what wins against anything wins from any share") {
    const replicator_path end = replicator({{0.2, 0.3}, {0.1, 0.25}}, {1e-9, 1 - 1e-9});
    CHECK(end.settled);
    CHECK(end.steps == 0);
    CHECK(end.mix == strategy_mix{1, 0});
}

TEST_CASE("what attracts has a basin and what repels has none") {
    for (const payoff_table& payoffs :
         {tests::hawk_dove, tests::stag_hunt, tests::three_places, tests::zeeman}) {
        const replicator_basins found = basins(payoffs, {5}, 200, 5000);
        CHECK(found.unsettled.share == 0);
        for (const symmetric_equilibrium& e : symmetric_equilibria(payoffs).all) {
            const bool reached =
                std::any_of(found.all.begin(), found.all.end(),
                            [&](const auto& b) { return apart(b.mix, e.mix) < 1e-6; });
            CHECK(reached == (e.under_replicator == stability::attracting));
        }
        for (const basin& b : found.all) {
            CHECK(b.regret < 1e-8);
            CHECK(b.spread < 1e-6);
        }
    }
}

TEST_CASE("what ties with everything may win from everywhere") {
    // With s = 1 - x_1 the mix earns 2 / 3 - s^2 (2 / 3 - y . A y), y who the others are, and y . A
    // y is at most 23 / 48: nobody else earns 2 / 3 on average, though all do against the second.
    const payoff_table payoffs{
        {5.0 / 12, 2.0 / 3, 3.0 / 4}, {2.0 / 3, 2.0 / 3, 2.0 / 3}, {1.0 / 3, 2.0 / 3, 5.0 / 12}};
    const replicator_basins found = basins(payoffs, {1});
    REQUIRE(found.all.size() == 1);
    CHECK(found.all[0].mix == strategy_mix{0, 1, 0});
    CHECK(found.all[0].share.share == 1);
    CHECK(found.all[0].spread == 0);
    CHECK(found.unsettled.share == 0);
    CHECK(replicator(payoffs, {1 - 2e-9, 1e-9, 1e-9}).mix == strategy_mix{0, 1, 0});
    // Where nobody plays it, it does not come.
    CHECK(apart(replicator(payoffs, {0.5, 0, 0.5}).mix, {1, 0, 0}) < 1e-8);
}

TEST_CASE("a path that is settled early goes where it is said to go") {
    tests::whole_numbers draws(31);
    std::size_t early = 0;
    for (int k = 0; k < 80; ++k) {
        const payoff_table payoffs = draws.table(4, 4, 4);
        strategy_mix start;
        for (int i = 0; i < 4; ++i) {
            start.push_back(1 + draws.next(20));
        }
        const double sum = std::accumulate(start.begin(), start.end(), 0.0);
        for (double& share : start) {
            share /= sum;
        }
        const replicator_path end = replicator(payoffs, start);
        if (end.settled) {
            CAPTURE(k);
            CHECK(apart(followed_by_logarithms(payoffs, start, 1000, 0.1), end.mix) < 0.02);
            early += end.steps < 20 ? 1U : 0U;
        }
    }
    CHECK(early > 30);
}

TEST_CASE("lines of equilibria are one basin with a spread") {
    const replicator_basins found = basins(tests::twins, {1}, 100);
    REQUIRE(found.all.size() == 1);
    CHECK(found.all[0].spread > 0.1);
    CHECK(near(found.all[0].mix[2], 0.5, 1e-6));
    CHECK(found.all[0].regret < 1e-8);
}

TEST_CASE("a start that is no mix is refused") {
    CHECK_THROWS_WITH_AS(replicator(tests::hawk_dove, {0.5, 0.6}),
                         "replicator: needs shares of 2 strategies, none negative, that sum to 1; "
                         "got 2 that sum to 1.1",
                         std::invalid_argument);
    CHECK_THROWS_AS(replicator(tests::hawk_dove, {1}), std::invalid_argument);
    CHECK_THROWS_AS(replicator(tests::hawk_dove, {-0.5, 1.5}), std::invalid_argument);
}
