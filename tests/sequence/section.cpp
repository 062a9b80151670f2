#include <doctest/doctest.h>

#include <negotiation/sequence/section.hpp>

using namespace negotiation::sequence;

TEST_CASE("a number by party is its own or the one for all") {
    by_party of;
    CHECK_FALSE(is_given(of));
    CHECK(number_of(of, "Iran", 0.5) == 0.5);
    of.named = {{"Iran", 2}};
    CHECK(is_given(of));
    CHECK(number_of(of, "Iran", 0.5) == 2);
    CHECK(number_of(of, "Oman", 0.5) == 0.5);
    of.all = 3;
    CHECK(number_of(of, "Iran", 0.5) == 2);
    CHECK(number_of(of, "Oman", 0.5) == 3);
}
