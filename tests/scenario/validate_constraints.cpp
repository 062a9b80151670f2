#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <scenario/changed_tiny.hpp>
#include <support/contains.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/validate.hpp>

/// Constraints, and what has to satisfy them.

using namespace negotiation;
using tests::after;
using tests::contains;
using tests::tiny_scenario;
using tests::word;

namespace {

condition on(const char* issue, std::vector<option_label> options) { return {issue, options}; }

}  // namespace

TEST_CASE("conditions name known options of known issues") {
    CHECK(contains(after([](scenario& w) {
                       w.constraints = {{"c", {}, {}}};
                   }),
                   "constraint.c: a constraint needs at least one condition"));
    CHECK(contains(after([](scenario& w) {
                       w.constraints = {{"c", {on("colour", {})}, {}}};
                   }),
                   "constraint.c.forbid.colour: a condition needs at least one option"));
    CHECK(contains(
        after([](scenario& w) {
            w.constraints = {{"c", {on("color", {word("red")})}, {on("price", {std::int64_t{1}})}}};
        }),
        "constraint.c.if.color: no issue 'color'"));
    CHECK(contains(after([](scenario& w) {
                       w.constraints = {
                           {"c",
                            {on("colour", {word("blue")}), on("colour", {word("blue")})},
                            {on("price", {std::int64_t{1}})}}};
                   }),
                   "constraint.c.then.price[0]: issue 'price' has no option '1'"));
}

TEST_CASE("the status quo satisfies every constraint") {
    CHECK(after([](scenario& w) {
              w.constraints = {{"no red", {on("colour", {word("red")})}, {}}};
          }) ==
          "constraint[\"no red\"]: the status quo must satisfy every constraint; it violates "
          "'no red'");
}

TEST_CASE("constraints that empty the space are named and no others") {
    const option_label none = std::int64_t{0};
    const std::string text = after([&](scenario& w) {
        w.constraints = {{"harmless", {on("colour", {word("blue")}), on("price", {none})}, {}},
                         {"red is dear", {on("colour", {word("red")})}, {on("price", {100.0})}},
                         {"nothing is dear", {on("price", {100.0})}, {}},
                         {"no blue", {on("colour", {word("blue")})}, {}}};
    });
    CHECK(text ==
          "constraint[\"red is dear\"]: no deal satisfies all of 'red is dear', 'nothing is dear', "
          "'no blue'; without any one of them there would be some");
}

TEST_CASE("one constraint alone can empty the space") {
    CHECK(contains(after([](scenario& w) {
                       w.constraints = {{"c", {on("colour", {word("red"), word("blue")})}, {}}};
                   }),
                   "no deal satisfies 'c'; without it there would be some"));
}

TEST_CASE("a knot of constraints is not searched for ever") {
    // more pigeons than holes, as constraints: hopeless to decide by search, so nothing is said
    // about emptiness, only about the status quo
    scenario world = tiny_scenario();
    world.issues.clear();
    world.parties[0].weights.clear();
    constexpr int pigeons = 12;
    for (int p = 0; p < pigeons; ++p) {
        issue of;
        of.name = "p" + std::to_string(p);
        for (int hole = 0; hole + 1 < pigeons; ++hole) {
            of.options.emplace_back(std::int64_t{hole});
        }
        world.issues.push_back(of);
    }
    for (std::int64_t hole = 0; hole + 1 < pigeons; ++hole) {
        for (int p = 0; p < pigeons; ++p) {
            for (int q = 0; q < p; ++q) {
                const std::string a = "p" + std::to_string(p);
                const std::string b = "p" + std::to_string(q);
                world.constraints.push_back(
                    {a + b + std::to_string(hole), {{a, {hole}}, {b, {hole}}}, {}});
            }
        }
    }
    CHECK_FALSE(validate(world).empty());
}

TEST_CASE("a named deal satisfies every constraint") {
    const std::string text = after([](scenario& w) {
        w.constraints = {{"blue is dear", {on("colour", {word("blue")})}, {on("price", {100.0})}}};
        w.deals = {{"cheap blue", {{"colour", word("blue")}}, "", ""},
                   {"dear blue", {{"colour", word("blue")}, {"price", 100.0}}, "", ""}};
    });
    CHECK(text == "deal[\"cheap blue\"].outcome: deal 'cheap blue' violates 'blue is dear'");
}
