#include <cmath>
#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/belief.hpp>

using namespace negotiation;
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
