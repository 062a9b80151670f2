#include <doctest/doctest.h>

#include <negotiation/talks/section.hpp>

using namespace negotiation;

TEST_CASE("a section that says nothing is a hundred rounds that all must agree on") {
    const talks::section said;
    CHECK(said.protocol == "alternating-offers");
    CHECK(said.rounds == 100);
    CHECK(said.quota == 1);
    CHECK_FALSE(said.more_than_quota);
    CHECK(said.discount == talks::discounting::calendar);
    CHECK(said.mediators.empty());
}

TEST_CASE("sections are equal when every part is") {
    talks::section a;
    a.strategies = {{"Iran", "boulware(e=0.3)"}};
    a.mediators.emplace_back();
    a.mediators[0].name = "Qatar";
    talks::section b = a;
    CHECK(a == b);
    b.mediators[0].reservation = 0.5;
    CHECK_FALSE(a == b);
    b = a;
    b.strategies[0].second = "conceder";
    CHECK_FALSE(a == b);
}
