#include <doctest/doctest.h>

#include <negotiation/ratification/home.hpp>

using namespace negotiation;

TEST_CASE("homes are compared by what is in them") {
    ratification::home a;
    CHECK(a == ratification::home{});
    a.chambers.emplace_back();
    CHECK_FALSE(a == ratification::home{});
}
