#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/some_life.hpp>
#include <support/tolerance.hpp>

#include <negotiation/life/circumstances.hpp>

using namespace negotiation;
using tests::near;

TEST_CASE("a party is trustworthy as often as others believe") {
    scenario world = tests::traders();
    const problem two = freeze(world);
    const auto in = life::gather(world, two, {"Seller", "Buyer"}, {});
    CHECK(in.trustworthy == std::vector<double>{0.5, 0.6});
    CHECK(in.review == std::vector<double>{40});
    CHECK(in.patience.size() == 2);

    party third = world.parties[1];
    third.name = "Carrier";
    world.parties.push_back(third);
    world.sequence->trust = {0.64, {}};
    const problem three = freeze(world);
    const auto more = life::gather(world, three, {"Seller", "Buyer", "Carrier"}, {});
    REQUIRE(more.trustworthy.size() == 3);
    CHECK(near(more.trustworthy[0], 0.8));  // two others, both of whom complete with 0.64
}

TEST_CASE("without beliefs everybody is trustworthy, without chambers nobody votes") {
    const scenario world = tests::tiny_scenario();
    const problem frozen = freeze(world);
    const auto in = life::gather(world, frozen, {"Seller", "Buyer"}, {});
    CHECK(in.trustworthy == std::vector<double>{1, 1});
    CHECK(in.trust.empty());
    CHECK(in.homes.homes.size() == 2);
    CHECK(in.lasting.hazards.empty());
}

TEST_CASE("events are met by date") {
    scenario world = tests::traders();
    world.survival->events.resize(2);
    world.survival->events[0].name = "later";
    world.survival->events[0].days = 20;
    world.survival->events[1].name = "sooner";
    world.survival->events[1].days = 10;
    const problem frozen = freeze(world);
    const auto in = life::gather(world, frozen, {"Seller", "Buyer"}, {});
    CHECK(in.lasting.event_names == std::vector<std::string>{"sooner", "later"});
    CHECK(in.lasting.events[0].days == 10);
}

TEST_CASE("an alternative that no chamber has is told") {
    const scenario world = tests::traders();
    const problem frozen = freeze(world);
    life::conduct how;
    how.alternative = "treaty";
    CHECK_THROWS_AS(life::gather(world, frozen, {"Seller", "Buyer"}, how), std::invalid_argument);
}
