#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/logit_response.hpp>
#include <negotiation/laboratory/symmetric_equilibria.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;
using tests::near;

TEST_CASE("blind choice is even") {
    CHECK(apart(logit_answer(tests::zeeman, {1, 0, 0}, 0), {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-15);
    // Odds of e^(lambda times the difference, in ranges of payoffs).
    const strategy_mix answer = logit_answer(tests::hawk_dove, {0, 1}, 2);
    CHECK(near(answer[0] / answer[1], std::exp(2 * (4 - 2) / 5.0), 1e-12));
    CHECK(logit_answer({{1, 1}, {1, 1}}, {1, 0}, 100) == strategy_mix{0.5, 0.5});
}

TEST_CASE("noise vanishes into an equilibrium") {
    for (const payoff_table& payoffs :
         {tests::rock_paper_scissors, tests::hawk_dove, tests::stag_hunt, tests::three_places,
          tests::twins, tests::zeeman}) {
        const logit_path path = logit_response(payoffs, {0.1, 1, 10, 100, 1000, 10'000});
        CHECK(path.converged);
        REQUIRE(path.points.size() == 6);
        for (const logit_point& at : path.points) {
            CHECK(at.residual < 1e-8);
            CHECK(apart(at.mix, logit_answer(payoffs, at.mix, at.precision)) < 1e-8);
        }
        CHECK(path.points.back().regret < 1e-3 * payoff_range(payoffs));
    }
    // The stag hunt ends at the risk-dominant hares, hawks and doves at their only equilibrium.
    CHECK(apart(logit_response(tests::stag_hunt, {1000}).points[0].mix, {0, 1}) < 1e-12);
    CHECK(apart(logit_response(tests::hawk_dove, {10'000}).points[0].mix, {2.0 / 3, 1.0 / 3}) <
          2e-4);
}

TEST_CASE("random games are followed to the end") {
    tests::whole_numbers draws(2);
    for (int k = 0; k < 30; ++k) {
        CAPTURE(k);
        const payoff_table payoffs = draws.table(6, 6, 30'000);
        const logit_path path = logit_response(payoffs, {1, 100, 10'000});
        REQUIRE(path.converged);
        double nearest = 1;
        for (const auto& e : symmetric_equilibria(payoffs).all) {
            nearest = std::min(nearest, apart(e.mix, path.points.back().mix));
        }
        CHECK(nearest < 0.05);
    }
}

TEST_CASE("precisions have to rise") {
    CHECK_THROWS_WITH_AS(logit_response(tests::hawk_dove, {1, 1}),
                         "logit response: precisions must rise within (0, 1000000]; got 1 after 1",
                         std::invalid_argument);
    CHECK_THROWS_AS(logit_response(tests::hawk_dove, {0}), std::invalid_argument);
    CHECK(logit_response(tests::hawk_dove, {}).converged);
}
