#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include <negotiation/talks/cooling.hpp>

using namespace negotiation::talks;

TEST_CASE("it cools to nothing in the last round") {
    CHECK(temperature(2, {1, 4, 0, 0}) == 1.5);
    CHECK(temperature(2, {3, 4, 0, 0}) == 0.5);
    CHECK(temperature(2, {4, 4, 0, 0}) == 0);
    CHECK(temperature(2, {1, 1, 0, 0}) == 0);
}

TEST_CASE("a loss is taken the more rarely the greater it is") {
    CHECK(chance_to_take(0, 0) == 1);
    CHECK(chance_to_take(-1, 0.1) == 1);
    CHECK(chance_to_take(0.1, 0) == 0);
    CHECK(chance_to_take(0.2, 0.1) == std::exp(-0.2 / 0.1));
    CHECK(chance_to_take(std::numeric_limits<double>::infinity(), 0.1) == 0);
    CHECK(chance_to_take(-std::numeric_limits<double>::infinity(), 0) == 1);
}
