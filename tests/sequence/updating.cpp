#include <cmath>
#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/updating.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

TEST_CASE("an act at 0.9 to 0.4 lifts a belief of 0.3 to 0.49") {
    CHECK(updated(0.3, {0.9, 0.4}) == printed(0.490909, 6));
    CHECK(near(updated(0, {0.9, 0.4}), 0));
    CHECK(near(updated(1, {0.9, 0.4}), 1));
    CHECK(near(updated(0.3, {0.5, 0.5}), 0.3));
    // a monitor with a false alarm rate of 0.1 and detection 0.8: silence, then an alarm
    CHECK(near(updated(0.5, {1 - 0.1, 1 - 0.8}), 9.0 / 11));
    CHECK(near(updated(0.5, {0.1, 0.8}), 1.0 / 9));
    CHECK_THROWS_AS(updated(0.3, {0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(updated(1, {0, 0.5}), std::invalid_argument);
    CHECK_THROWS_AS(updated(1.2, {0.9, 0.4}), std::invalid_argument);
    CHECK_THROWS_AS(updated(0.3, {0.9, -0.4}), std::invalid_argument);
}

TEST_CASE("log-odds add") {
    tests::check_always(200, [] {
        const double p = *rc::gen::inRange(1, 100) * 0.01;
        const likelihoods of{*rc::gen::inRange(1, 101) * 0.01, *rc::gen::inRange(1, 101) * 0.01};
        const double added = std::log(of.trustworthy / of.untrustworthy);
        RC_ASSERT(near(belief_of(log_odds_of(p) + added), updated(p, of)));
    });
    CHECK(near(log_odds_of(0.5), 0));
    CHECK(std::isinf(log_odds_of(1)));
    CHECK(log_odds_of(0) < 0);
    CHECK(near(belief_of(log_odds_of(0)), 0));
    CHECK(near(belief_of(log_odds_of(1)), 1));
    CHECK(near(belief_of(-800), 0));
    CHECK_THROWS_AS(belief_of(std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
    CHECK_THROWS_AS(log_odds_of(-0.1), std::invalid_argument);
}

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
