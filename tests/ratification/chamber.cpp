#include <doctest/doctest.h>
#include <support/some_home.hpp>

#include <negotiation/ratification/chamber.hpp>

using namespace negotiation;

TEST_CASE("a chamber has the votes of its factions") {
    ratification::chamber senate;
    CHECK(votes_in(senate) == 0);
    senate.factions = {tests::faction_with(0, 53, 0, 0, 0), tests::faction_with(0, 47, 0, 0, 0)};
    senate.decides = {ratification::rule_kind::disapproval, 60};
    CHECK(votes_in(senate) == 100);
    CHECK(supporters_needed(senate) == 41);
}
