#include <doctest/doctest.h>

#include <negotiation/life/record.hpp>

using namespace negotiation;

TEST_CASE("a record without a cause is a survivor's") {
    life::record one;
    CHECK(life::survived(one));
    one.why = {survival::stage::talks, life::cause_kind::deadline, 0};
    CHECK_FALSE(life::survived(one));
}
