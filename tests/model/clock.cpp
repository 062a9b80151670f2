#include <doctest/doctest.h>

#include <negotiation/model/clock.hpp>

using negotiation::clock;
using negotiation::clock_named;
using negotiation::relative_time;

TEST_CASE("two clocks read a round differently") {
    CHECK(relative_time(clock::geniusweb, 1, 4) == 0.0);
    CHECK(relative_time(clock::geniusweb, 4, 4) == 0.75);
    CHECK(relative_time(clock::negmas, 1, 4) == 0.2);
    CHECK(relative_time(clock::negmas, 4, 4) == 0.8);
}

TEST_CASE("clocks have names") {
    CHECK(clock_named(to_string(clock::geniusweb)) == clock::geniusweb);
    CHECK(clock_named(to_string(clock::negmas)) == clock::negmas);
    CHECK(clock_named("genius") == clock::negmas);
    CHECK_FALSE(clock_named("sundial").has_value());
}
