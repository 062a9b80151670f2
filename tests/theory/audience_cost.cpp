#include <cmath>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/audience_cost.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

TEST_CASE("one half stands firm after two periods") {
    CHECK(near(standing_firm({1, 0.5}, 2), 0.5));
    CHECK(near(standing_firm({1, 0.5}, 0), 1));
    CHECK(near(standing_firm({1, 0}, 50), 1));
    CHECK_THROWS_AS(standing_firm({0, 0.5}, 2), std::invalid_argument);
    CHECK_THROWS_AS(standing_firm({1, -0.5}, 2), std::invalid_argument);
    CHECK_THROWS_AS(standing_firm({1, 0.5}, std::nan("")), std::invalid_argument);
}

TEST_CASE("the side with the steeper cost backs down less often") {
    CHECK(near(backing_down_first({1, 0.5}, {1, 0.5}), 0.5));
    CHECK(backing_down_first({1, 0.5}, {1, 1}) == printed(0.613706, 6));  // 2 - 2 ln 2
    CHECK(backing_down_first({1, 1}, {1, 0.5}) == printed(0.386294, 6));
    CHECK(near(backing_down_first({1, 0}, {1, 1}), 1));
    CHECK(near(backing_down_first({1, 1}, {1, 0}), 0));
    // a dearer prize makes up for a steeper cost
    CHECK(near(backing_down_first({2, 1}, {1, 0.5}), 0.5));
    CHECK_THROWS_AS(backing_down_first({1, 0}, {1, 0}), std::invalid_argument);
    CHECK_THROWS_AS(backing_down_first({1, 1}, {-1, 0}), std::invalid_argument);
}

TEST_CASE("at every time the opponent is indifferent between holding out and giving in") {
    tests::check_always(50, [] {
        const contender opponent{*rc::gen::inRange(1, 30) * 0.1, *rc::gen::inRange(0, 30) * 0.1};
        // giving in at t: the prize where the side has backed down before, else the cost of t
        double won = 0;
        constexpr double step = 0.001;
        for (int k = 0; k < 5000; ++k) {
            const double before = standing_firm(opponent, k * step);
            const double after = standing_firm(opponent, (k + 1) * step);
            won += (before - after) * opponent.prize;
            const double lost = after * opponent.cost_rate * (k + 1) * step;
            RC_ASSERT(near(won, lost, 1e-9));
        }
    });
}

TEST_CASE("the chance to back down first is the integral over when each does") {
    tests::check_always(30, [] {
        const contender a{1, *rc::gen::inRange(1, 300) * 0.01};
        const contender b{1, *rc::gen::inRange(1, 300) * 0.01};
        // equal steps of the chance that a still stands firm
        double sum = 0;
        constexpr int steps = 20000;
        for (int k = 0; k < steps; ++k) {
            const double firm = (k + 0.5) / steps;
            const double time = (1 / firm - 1) / b.cost_rate;
            sum += standing_firm(a, time) / steps;
        }
        RC_ASSERT(near(backing_down_first(a, b), sum, 1e-4));
        RC_ASSERT(near(backing_down_first(a, b) + backing_down_first(b, a), 1));
        RC_ASSERT(a.cost_rate >= b.cost_rate || backing_down_first(a, b) >= 0.5);
    });
}
