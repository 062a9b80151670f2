#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/scenario.hpp>

TEST_CASE("scenarios are equal when every part is") {
    const negotiation::scenario a = negotiation::tests::tiny_scenario();
    negotiation::scenario b = a;
    CHECK(a == b);
    b.onlookers[0].weights[0].second = 0.5;
    CHECK_FALSE(a == b);
}

TEST_CASE("an empty scenario is public and in units") {
    const negotiation::scenario world;
    CHECK(world.talks == negotiation::publicity::open);
    CHECK(world.utilities == negotiation::utility_convention::unit);
    CHECK_FALSE(world.normalised);
}
