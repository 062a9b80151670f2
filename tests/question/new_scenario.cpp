#include <doctest/doctest.h>

#include <negotiation/question/check.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/new_scenario.hpp>
#include <negotiation/question/value.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("the template is sound and holds deals") {
    const scenario world = io::parse_scenario(new_scenario(), "new.toml");
    CHECK(check(world).issues == 3);
    CHECK(check(world).unsourced_places.empty());
    const deals_answer answer = deals(world);
    REQUIRE(answer.in_public.count);
    CHECK(*answer.in_public.count > 0);
    CHECK(*answer.in_back_channel.count >= *answer.in_public.count);
    CHECK(answer.solutions.nash);
}

TEST_CASE("the template's named deal suits both") {
    const scenario world = io::parse_scenario(new_scenario(), "new.toml");
    CHECK(value(world, {world.deals.at(0).name}).deals.at(0).acceptable);
}
