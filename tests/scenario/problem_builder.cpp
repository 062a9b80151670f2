#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

using namespace negotiation;

TEST_CASE("a price between two walk-away points") {
    const auto toy = problem_builder{}
                         .issue("price", 0, 100)
                         .party(
                             "buyer", [](auto o) { return 100 - o[0]; }, 20)
                         .party(
                             "seller", [](auto o) { return o[0]; }, 30)
                         .build();
    CHECK(deal::zone(toy).count == 51);
    const auto fair = deal::nash(toy);
    REQUIRE(fair);
    CHECK(fair->deal == outcome{55});
    CHECK(fair->utilities[0] == 45.0);
    CHECK(fair->utilities[1] == 55.0);
    CHECK(fair->objective == 625.0);
    CHECK(toy.status_quo == outcome{0});
    CHECK(toy.in_scope == std::vector<issue_id>{0});
    CHECK(toy.onlookers.empty());
}

TEST_CASE("functions see levels and places") {
    const problem p = problem_builder{}
                          .issue("year", 2024, 2026)
                          .issue("word", 2)
                          .party(
                              "one", [](auto o) { return o[0] + o[1] / 4; }, 0)
                          .build();
    CHECK(utility_of(p.table, 0, {0, 0}) == 2024.0);
    CHECK(utility_of(p.table, 0, {2, 1}) == 2026.25);
}

TEST_CASE("a function and the sum that it is are one problem") {
    tests::check_always(40, [] {
        tests::shape like;
        like.lines = false;
        auto s = *tests::problems(like);
        auto other = s;
        for (auto& who : s.agents) {
            who.as_function = false;
        }
        for (auto& who : other.agents) {
            who.as_function = true;
        }
        const problem sums = tests::build(s);
        const problem functions = tests::build(other);
        const auto a = deal::pareto_frontier(sums);
        const auto b = deal::pareto_frontier(functions);
        RC_ASSERT(a.options == b.options);
        RC_ASSERT(a.utilities == b.utilities);
        RC_ASSERT(deal::zone(sums).count == deal::zone(functions).count);
    });
}

TEST_CASE("thresholds are the least sums at the reservation value or above") {
    const auto threshold = [](double grain, double reservation) {
        const problem p =
            problem_builder{}.issue("a", 2).party("one", {{0, grain}}, reservation).build();
        return p.table.parties[0].threshold;
    };
    CHECK(threshold(0.25, 0.5) == 2);
    CHECK(threshold(0.25, 0.51) == 3);
    CHECK(threshold(0.25, 0.49) == 2);
    CHECK(threshold(0.25, 0) == 0);
    CHECK(threshold(0.25, -0.5) == -2);
    CHECK(threshold(0.25, -0.51) == -2);
    CHECK(threshold(0.25, -0.49) == -1);
}

TEST_CASE("raw utilities may be large or below zero") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .party("one", {{-1e6, 0, 1e6}}, -1e6)
                          .party("two", {{1e6, 0.5, -1e6}}, 0.5)
                          .build();
    CHECK(deal::zone(p).count == 2);
    CHECK(deal::nash(p)->deal == outcome{1});  // both products are 0: leximin
    // Sums of long numbers that 62 bits cannot hold.
    CHECK_THROWS_AS(
        problem_builder{}.issue("a", 2).party("one", {{0.123456789013, 5e6}}, 0).build(),
        std::invalid_argument);
}

TEST_CASE("forbidden options need all of their issues") {
    const auto count = [](const problem_builder& b) { return deal::zone(b.build()).count; };
    const auto space = [] {
        return problem_builder{}.issue("a", 3).issue("b", 2).party("one", {{0, 0, 0}, {0, 0}}, 0);
    };
    CHECK(count(space()) == 6);
    CHECK(count(space().forbid({{0, {0, 1}}, {1, {1}}})) == 4);
    CHECK(count(space().forbid({{0, {0, 1}}})) == 2);
    CHECK(count(space().forbid({{0, {0, 1}}, {0, {1, 2}}})) == 4);  // both at once
    CHECK(count(space().forbid({{0, {}}})) == 6);
    CHECK(count(space().forbid({})) == 0);
}

TEST_CASE("what cannot be built is refused") {
    const std::vector<std::vector<double>> values{{0, 1}};
    CHECK_THROWS_AS(problem_builder{}.build(), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.issue("a", 2).build(), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.party("one", values, 0).build(), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.issue("a", 3, 2), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.issue("a", 0, 70'000), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.issue("a", std::size_t{0}), std::invalid_argument);
    const auto with = [](std::vector<std::vector<double>> table, double reservation) {
        return problem_builder{}.issue("a", 2).party("one", std::move(table), reservation).build();
    };
    CHECK(with(values, 0).table.parties.size() == 1);
    const double nan = std::nan("");
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(with({{0}}, 0), std::invalid_argument);
    CHECK_THROWS_AS(with({{0, 1}, {0, 1}}, 0), std::invalid_argument);
    CHECK_THROWS_AS(with({{0, nan}}, 0), std::invalid_argument);
    CHECK_THROWS_AS(with({{0, infinite}}, 0), std::invalid_argument);
    CHECK_THROWS_AS(with({{0, 1}}, nan), std::invalid_argument);
    CHECK_THROWS_AS(with({{0, 1e14}}, 0), std::invalid_argument);
    const auto base = [] {
        return problem_builder{}.issue("a", 2).issue("b", 2).party("one", {{0, 1}, {0, 1}}, 0);
    };
    CHECK_THROWS_AS(base().forbid({{2, {0}}}).build(), std::invalid_argument);
    CHECK_THROWS_AS(base().forbid({{0, {2}}}).build(), std::invalid_argument);
    CHECK_THROWS_AS(base().interaction(0, 0, {0, 0, 0, 0}).build(), std::invalid_argument);
    CHECK_THROWS_AS(base().interaction(0, 2, {0, 0, 0, 0}).build(), std::invalid_argument);
    CHECK_THROWS_AS(base().interaction(0, 1, {0, 0, 0}).build(), std::invalid_argument);
    CHECK_THROWS_AS(base().interaction(0, 1, {0, 0, 0, nan}).build(), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.interaction(0, 1, {}), std::invalid_argument);
    problem_builder vast;
    for (int k = 0; k < 30; ++k) {
        vast.issue("a", 10);
    }
    CHECK_THROWS_AS(vast.party(
                            "one", [](auto) { return 0.0; }, 0)
                        .build(),
                    std::invalid_argument);
}

TEST_CASE("an issue has at most as many options as the library can hold") {
    CHECK_THROWS_AS(problem_builder{}.issue("a", std::size_t{70'000}), std::invalid_argument);
}

TEST_CASE("levels of one's own") {
    problem_builder sale;
    sale.issue("price", 50, 80)
        .issue("share", std::vector<double>{0, 0.25, 1})
        .party(
            "buyer", [](auto o) { return 100 - o[0] + o[1]; }, 20)
        .party(
            "seller", [](auto o) { return o[0] - o[1]; }, 30);
    const problem p = sale.build();
    CHECK(utility_of(p.table, 0, {15, 1}) == 35.25);
    CHECK(sale.levels_of({15, 1}) == std::vector<double>{65, 0.25});
    CHECK_THROWS_AS(sale.levels_of({15}), std::invalid_argument);
    CHECK_THROWS_AS(sale.levels_of({15, 3}), std::invalid_argument);
    CHECK_THROWS_AS(sale.issue("none", std::vector<double>{}), std::invalid_argument);
}

TEST_CASE("a red line closes options for its owner") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .party("one", {{0, 1, 2}}, 0)
                          .red_line(0, {0, 1})
                          .party("two", {{2, 1, 0}}, 0)
                          .red_line(0, {2}, true)
                          .build();
    CHECK_FALSE(accepts(p.table, 0, {2}));
    CHECK(accepts(p.table, 0, {1}));
    CHECK(p.table.parties[1].red_lines.front().is_public);
    CHECK(deal::zone(p).count == 0);
    CHECK(deal::zone(with_red_lines(p.table, [](party_id i, const auto&) {
              return i == 0;
          })).count == 2);
    CHECK_THROWS_AS(problem_builder{}.red_line(0, {0}), std::invalid_argument);
    CHECK_THROWS_AS(problem_builder{}.issue("a", 1).party("one", {{0}}, 0).red_line(0, {1}).build(),
                    std::invalid_argument);
}

TEST_CASE("the status quo is the first option or what is said") {
    problem_builder builder;
    builder.issue("a", 2).issue("b", 3).party("one", {{0, 1}, {0, 1, 2}}, 0);
    CHECK(builder.build().status_quo == outcome{0, 0});
    CHECK(builder.status_quo({1, 2}).build().status_quo == outcome{1, 2});
    CHECK_THROWS_AS(builder.status_quo({1}).build(), std::invalid_argument);
    CHECK_THROWS_AS(builder.status_quo({1, 3}).build(), std::invalid_argument);
}
