#include <limits>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/assurance_game.hpp>

using namespace negotiation;
using tests::near;
using tests::printed;

TEST_CASE("one round asks for a belief of two thirds") {
    CHECK(assurance_threshold({1, 0.5, 0, -1}) == printed(0.666667, 6));
    CHECK(near(assurance_threshold({3, 2, 1, 0}), 0.5));
    CHECK_THROWS_AS(assurance_threshold({1, 1, 0, -1}), std::invalid_argument);
    CHECK_THROWS_AS(assurance_threshold({1, 0.5, 0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(assurance_threshold({std::numeric_limits<double>::quiet_NaN(), 0, 0, -1}),
                    std::invalid_argument);
}
