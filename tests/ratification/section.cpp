#include <doctest/doctest.h>
#include <support/some_chambers.hpp>

#include <negotiation/ratification/section.hpp>

using namespace negotiation;

TEST_CASE("what is said of homes is compared by what is in it") {
    ratification::section said = tests::some_chambers();
    CHECK(said == tests::some_chambers());
    said.factions[0].size = 6;
    CHECK_FALSE(said == tests::some_chambers());
}
