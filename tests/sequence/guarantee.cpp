#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/guarantee.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

TEST_CASE("trust is placed where odds are above loss over gain") {
    CHECK(near(belief_needed({2, 6}), 0.25));
    CHECK(near(belief_needed({0, 0}), 0));
    CHECK(near(belief_needed({2, 0}), 1));
    CHECK(near(belief_needed({1e100, 1e100}), 0.5));
    CHECK_THROWS_AS(belief_needed({-1, 2}), std::invalid_argument);
    CHECK_THROWS_AS(belief_needed({1, std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
}

TEST_CASE("a guarantee of 47 percent mends a belief of 0.15") {
    CHECK(guarantee_needed({2, 6}, 0.15) == printed(0.470588, 6));
    CHECK(near(guarantee_needed({2, 6}, 0.25), 0));
    CHECK(near(guarantee_needed({2, 6}, 1), 0));
    CHECK(near(guarantee_needed({2, 6}, 0), 1));
    CHECK(near(guarantee_needed({0, 6}, 0), 0));
    CHECK(*completion_needed({2, 6}, 0.15) == printed(5.333333, 6));
    CHECK(near(*completion_needed({2, 6}, 0.25), 0));
    CHECK(near(*completion_needed({2, 6}, 0.9), 0));
    CHECK(near(*completion_needed({0, 0}, 0), 0));
    CHECK_FALSE(completion_needed({2, 6}, 0));
    CHECK_FALSE(completion_needed({1e100, 0}, 1e-300));
    CHECK(near(guarantee_needed({1e-320, 1e100}, 0), 1));
    CHECK_THROWS_AS(guarantee_needed({2, 6}, 1.5), std::invalid_argument);
    CHECK_THROWS_AS(completion_needed({2, -6}, 0.5), std::invalid_argument);
}

TEST_CASE("with the guarantee, or the value of completion, a belief is just enough") {
    tests::check_always(200, [] {
        const stake of{*rc::gen::inRange(1, 100) * 0.1, *rc::gen::inRange(0, 100) * 0.1};
        const double p = *rc::gen::inRange(1, 100) * 0.01;
        const double g = guarantee_needed(of, p);
        const double x = *completion_needed(of, p);
        const stake guaranteed{(1 - g) * of.loss, of.gain};
        const stake completed{of.loss, of.gain + x};
        RC_ASSERT(belief_needed(guaranteed) <= p + tests::grid);
        RC_ASSERT(belief_needed(completed) <= p + tests::grid);
        // and not more than that
        RC_ASSERT(g <= 0 || of.gain <= 0 || near(belief_needed(guaranteed), p));
        RC_ASSERT(x <= 0 || near(belief_needed(completed), p));
    });
}
