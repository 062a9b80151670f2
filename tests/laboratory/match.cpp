#include <doctest/doctest.h>

#include <negotiation/laboratory/match.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

TEST_CASE("advantage is the share of the possible gain") {
    CHECK(advantage(0.6, 0.2, 1) == doctest::Approx(0.5));
    CHECK(advantage(0.2, 0.2, 1) == 0);
    CHECK(advantage(1, 0.2, 1) == 1);
    CHECK(advantage(0, 0.2, 1) == doctest::Approx(-0.25));
    // Within [-1, 1], and nothing where no deal can profit.
    CHECK(advantage(-5, 0.2, 1) == -1);
    CHECK(advantage(2, 0.2, 1) == 1);
    CHECK(advantage(0.1, 0.2, 0.2) == 0);
    CHECK(advantage(0.1, 0.2, 0.1) == 0);
}

TEST_CASE("a match counts when it was played to an end") {
    match m;
    CHECK_FALSE(m.counts());
    m.played = true;
    CHECK(m.counts());
    m.fault = match_fault{1, 3, "lost its papers"};
    CHECK_FALSE(m.counts());
}
