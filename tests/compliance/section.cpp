#include <doctest/doctest.h>

#include <negotiation/compliance/section.hpp>

using namespace negotiation::compliance;

TEST_CASE("an inspector that says nothing sees everything at once for nothing") {
    const written_inspector of;
    CHECK(of.steps.empty());
    CHECK(of.detection >= 1);
    CHECK(of.false_alarm <= 0);
    CHECK(of.misattribution <= 0);
    CHECK(of.days <= 0);
    CHECK(of.cost <= 0);
    CHECK(of == written_inspector{});
}
