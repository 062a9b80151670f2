#include <doctest/doctest.h>

#include <negotiation/model/constraint.hpp>

using namespace negotiation;

TEST_CASE("constraints are equal when all of their conditions are") {
    const constraint tie{
        "no relief without inspection", {{"relief", {75.0, 100.0}}}, {{"inspection", {"anytime"}}}};
    constraint other = tie;
    CHECK(tie == other);
    other.then.clear();
    CHECK_FALSE(tie == other);
    other = tie;
    other.given[0].options.pop_back();
    CHECK_FALSE(tie == other);
}
