#include <cmath>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/sequence/updating.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

TEST_CASE("six honoured steps lead from one to four to two to one") {
    CHECK(log_odds_gained(0.3) == printed(0.356675, 6));
    CHECK(std::log(8.0) / log_odds_gained(0.3) == printed(5.830, 3));
    CHECK(honoured_steps_needed(0.25, 2, 0.3) == 6);
    // three doublings are three steps, not four by rounding
    CHECK(honoured_steps_needed(1, 8, 0.5) == 3);
    CHECK(honoured_steps_needed(2, 2, 0.3) == 0);
    CHECK(honoured_steps_needed(2, 1, 0) == 0);
    CHECK(honoured_steps_needed(0.01, 100, 1) == 1);
    CHECK_FALSE(honoured_steps_needed(1, 2, 0));
    CHECK_FALSE(honoured_steps_needed(0, 2, 0.5));
    CHECK_FALSE(honoured_steps_needed(1, 2, 1e-300));
    CHECK(std::isinf(log_odds_gained(1)));
    CHECK_THROWS_AS(honoured_steps_needed(-1, 2, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(honoured_steps_needed(1, 2, 1.5), std::invalid_argument);
    // Bayes' rule, six times
    double belief = 0.2;
    for (int k = 0; k < 6; ++k) {
        CHECK(belief < 2.0 / 3);
        belief = updated(belief, {1, 0.7});
    }
    CHECK(belief >= 2.0 / 3);
}
