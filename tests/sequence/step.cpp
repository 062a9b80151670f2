#include <doctest/doctest.h>

#include <negotiation/sequence/step.hpp>

using namespace negotiation::sequence;

TEST_CASE("a step without more said is kept, takes no time and cannot be faked") {
    const step plain;
    CHECK(plain.days == 0);
    CHECK(plain.defection == 0);
    CHECK(plain.after.empty());
    CHECK_FALSE(plain.pretence);
    CHECK(faking{}.detection == 1);
    step other = plain;
    CHECK(other == plain);
    other.pretence = faking{1, 0.5, 60};
    CHECK_FALSE(other == plain);
}
