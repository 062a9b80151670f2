#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/trade.hpp>

using namespace negotiation;
using deal::best_trade;
using tests::near;

TEST_CASE("clauses are traded by the ratio of weights") {
    // One weighs the issues 0.5, 0.3, 0.2, two 0.2, 0.3, 0.5; everything is split in the middle.
    const std::vector<double> a{0.5, 0.3, 0.2};
    const std::vector<double> b{0.2, 0.3, 0.5};
    std::vector<std::vector<double>> first;
    std::vector<std::vector<double>> second;
    problem_builder builder;
    for (std::size_t k = 0; k < 3; ++k) {
        builder.issue("share of one", 3);
        first.push_back({0, a[k] / 2, a[k]});
        second.push_back({b[k], b[k] / 2, 0});
    }
    const problem p = builder.party("one", first, 0).party("two", second, 0).build();
    const auto found = best_trade(p, {1, 1, 1}).best;
    REQUIRE(found);
    CHECK(found->first == 0);
    CHECK(found->first_option == 2);
    CHECK(found->second == 2);
    CHECK(found->second_option == 0);
    REQUIRE(found->gains.size() == 2);
    CHECK(near(found->gains[0], 0.15));
    CHECK(near(found->gains[1], 0.15));
    CHECK_FALSE(best_trade(p, {2, 1, 0}).best);
}

TEST_CASE("the best trade is the one that brute force finds") {
    tests::check_always(100, [] {
        tests::shape like;
        like.curved = false;
        const auto s = *tests::problems(like);
        const problem p = tests::build(s);
        const auto rows = tests::all_deals(s);
        const auto& draft = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
        // All deals that differ in exactly two clauses; the first of the best, as everywhere.
        std::optional<tests::row> best;
        const auto gain = [&](const tests::row& r) {
            std::vector<long long> list;
            for (std::size_t i = 0; i < r.values.size(); ++i) {
                list.push_back(r.values[i] - draft.values[i]);
            }
            return list;
        };
        for (const auto& row : rows) {
            std::size_t changed = 0;
            for (std::size_t k = 0; k < row.deal.size(); ++k) {
                changed += row.deal[k] != draft.deal[k] ? 1U : 0U;
            }
            if (changed == 2 && row.inside && tests::dominates(row.values, draft.values) &&
                (!best || tests::leximin_above(gain(row), gain(*best)))) {
                best = row;
            }
        }
        const auto found = best_trade(p, tests::as_outcome(draft.deal)).best;
        RC_ASSERT(found.has_value() == best.has_value());
        RC_CLASSIFY(best.has_value(), "a trade");
        if (found) {
            RC_ASSERT(found->first < found->second);
            const auto exact = gain(*best);
            auto sorted = found->gains;
            std::sort(sorted.begin(), sorted.end());
            auto expected = exact;
            std::sort(expected.begin(), expected.end());
            for (std::size_t i = 0; i < exact.size(); ++i) {
                RC_ASSERT(near(sorted[i], static_cast<double>(expected[i]) * tests::step));
            }
        }
    });
}

// Gains of one and three steps beat two and one: the least are equal, though not as differences of
// doubles.
TEST_CASE("equal least gains are compared exactly") {
    const auto steps = [](std::vector<std::vector<double>> values) {
        for (auto& issue : values) {
            for (double& value : issue) {
                value /= 20;
            }
        }
        return values;
    };
    const problem p = problem_builder{}
                          .issue("a", 2)
                          .issue("b", 5)
                          .issue("c", 4)
                          .party("one", steps({{-5, -8}, {-2, 2, -2, -2, -2}, {-2, -2, 1, -1}}), -1)
                          .party("two", steps({{-1, -1}, {-1, 1, -2, -2, -2}, {-2, 1, 0, -1}}), -1)
                          .build();
    const auto found = best_trade(p, {0, 0, 2}).best;
    REQUIRE(found);
    CHECK(found->first_option == 1);
    CHECK(found->second_option == 1);
    CHECK(near(found->gains[0], 0.05));
    CHECK(near(found->gains[1], 0.15));
}

TEST_CASE("of equal trades the one to the first deal is taken") {
    // All of them gain one step each; the first deal in enumeration order changes the last two.
    const problem p = problem_builder{}
                          .issue("a", 2)
                          .issue("b", 2)
                          .issue("c", 2)
                          .party("one", {{0, 1}, {0, 1}, {0, 1}}, 0)
                          .build();
    const auto found = best_trade(p, {0, 0, 0}).best;
    REQUIRE(found);
    CHECK(found->first == 1);
    CHECK(found->second == 2);
}

TEST_CASE("a trade neither breaks constraints nor crosses lines") {
    problem p = problem_builder{}
                    .issue("a", 2)
                    .issue("b", 2)
                    .party("one", {{0, 3}, {1, 0}}, 0)
                    .party("two", {{1, 0}, {0, 3}}, 0)
                    .build();
    CHECK(best_trade(p, {0, 0}).best);
    problem forbidden = p;
    forbidden.table.space.forbidden = {{{0, 1}, {{false, true}, {false, true}}}};
    CHECK_FALSE(best_trade(forbidden, {0, 0}).best);
    problem lined = p;
    lined.table.parties[1].red_lines = {{0, {true, false}, false, true}};
    CHECK_FALSE(best_trade(lined, {0, 0}).best);
    lined.table.parties[1].red_lines[0].binds = false;
    CHECK(best_trade(lined, {0, 0}).best);
}

TEST_CASE("one clause cannot be traded") {
    const problem p = problem_builder{}.issue("a", 3).party("one", {{0, 1, 2}}, 0).build();
    CHECK_FALSE(best_trade(p, {0}).best);
}
