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
