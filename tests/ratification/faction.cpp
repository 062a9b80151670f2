#include <cmath>

#include <doctest/doctest.h>
#include <support/some_home.hpp>
#include <support/tolerance.hpp>

#include <negotiation/ratification/faction.hpp>

using namespace negotiation;
using ratification::margin_of;
using ratification::support;

TEST_CASE("a margin is exact and gone beyond a red line") {
    ratification::faction f = tests::faction_valuing({580'000, 620'000}, 3, 0.6, 0.1, 0);
    const outcome_space space = tests::one_issue(2);
    CHECK(margin_of(f, space, {0}, true) == to_units(-0.02L));
    CHECK(margin_of(f, space, {1}, true) == to_units(0.02L));
    f.red_lines = {{0, {true, false}, true, true}};
    CHECK(margin_of(f, space, {0}, true).has_value());
    CHECK_FALSE(margin_of(f, space, {1}, true).has_value());
    CHECK(margin_of(f, space, {1}, false).has_value());
    f.red_lines.front().is_public = false;
    CHECK_FALSE(margin_of(f, space, {1}, false).has_value());
}

TEST_CASE("members say yes by a logistic curve") {
    const ratification::faction f = tests::faction_with(0.6, 1, 0.6, 0.04, 0.03);
    CHECK(support(f, units{0}, 0) == 0.5);
    CHECK(tests::near(support(f, to_units(0.04L), 0), 1 / (1 + std::exp(-1.0))));
    CHECK(tests::near(support(f, to_units(0.01L), 1), 1 / (1 + std::exp(-1.0))));
    CHECK(support(f, std::nullopt, 8) == 0);
}

TEST_CASE("without noise all vote alike and say yes from the threshold on") {
    const ratification::faction f = tests::faction_with(0.6, 1, 0.6, 0, 0.03);
    CHECK(support(f, units{0}, 0) == 1);
    CHECK(support(f, units{-1}, 0) == 0);
    CHECK(support(f, to_units(-0.02L), 0.7) == 1);
    CHECK(support(f, to_units(-0.02L), 0.6) == 0);
}
