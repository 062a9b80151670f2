#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/crisis_bargaining.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

TEST_CASE("the range is as wide as war is costly") {
    const bargaining_range range = range_of({0.6, 0.1, 0.2});
    CHECK(near(range.least, 0.5));
    CHECK(near(range.most, 0.8));
    CHECK(near(range.width(), 0.3));
    // nobody can get less than nothing or more than all
    CHECK(range_of({0.05, 0.1, 2}) == bargaining_range{0, 1});
    CHECK(near(range_of({0.5, 0, 0}).width(), 0));
    CHECK_THROWS_AS(range_of({1.1, 0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(range_of({0.5, -0.1, 0}), std::invalid_argument);
    CHECK_THROWS_AS(range_of({0.5, 0, std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
}

TEST_CASE("near the borders the range is narrower than war is costly") {
    const bargaining_range range = range_of({0.95, 0.2, 0.2});
    CHECK(near(range.least, 0.75));
    CHECK(near(range.most, 1));
    CHECK(near(range.width(), 0.25));  // not 0.4
    // who wins for certain at no cost has to be given all, and the other is no worse off
    CHECK(range_of({1, 0, 0.2}) == bargaining_range{1, 1});
}

TEST_CASE("a demand 0.15 above the balance risks war with 0.375") {
    const screening best = screening_demand(0.5, 0.1, 0.4);
    CHECK(best.demand == printed(0.65, 6));
    CHECK(best.war == printed(0.375, 6));
    // war too dear to risk
    CHECK(screening_demand(0.5, 0.4, 0.4) == screening{0.5, 0, 0.5});
    CHECK(screening_demand(0.5, 0.9, 0.4).war == 0);
    // no more than there is
    CHECK(near(screening_demand(0.95, 0.1, 0.4).demand, 1));
    CHECK(screening_demand(0.95, 0.1, 0.4).war == printed(0.125, 6));
    CHECK_THROWS_AS(screening_demand(-0.5, 0.1, 0.4), std::invalid_argument);
    CHECK_THROWS_AS(screening_demand(0.5, -0.1, 0.4), std::invalid_argument);
    CHECK_THROWS_AS(screening_demand(0.5, 0.1, 0), std::invalid_argument);
}

TEST_CASE("no other demand does better against costs that are drawn evenly") {
    tests::check_always(100, [] {
        const double p = *rc::gen::inRange(0, 101) * 0.01;
        const double own = *rc::gen::inRange(0, 60) * 0.01;
        const double highest = *rc::gen::inRange(1, 60) * 0.01;
        // a thousand second sides, one in each thousandth of the range
        const auto worth = [&](double demand) {
            double sum = 0;
            for (int k = 0; k < 1000; ++k) {
                const double cost = highest * (k + 0.5) / 1000;
                sum += 1 - demand >= 1 - p - cost ? demand : p - own;
            }
            return sum / 1000;
        };
        const screening best = screening_demand(p, own, highest);
        RC_ASSERT(near(worth(best.demand), best.value, 0.002));
        for (int k = 0; k <= 100; ++k) {
            RC_ASSERT(worth(0.01 * k) <= best.value + 0.002);
        }
    });
}
