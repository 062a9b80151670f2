#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/listed.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>

using namespace negotiation;
using deal::fair_deal;
using deal::fair_deals;
using deal::frontier;
using deal::pareto_frontier;
using tests::listed;
using tests::near;

namespace {

fair_deals fair_deals_of(const bargaining& table) {
    return deal::solve(pareto_frontier(table), table);
}

/// Sums without risk attitudes: what is compared exactly.
tests::shape uncurved() {
    tests::shape like;
    like.curved = false;
    return like;
}

constexpr int curve_points = 4000;

/// Deals along v2 = 1 - v1^2.
problem curve() {
    std::vector<std::vector<double>> deals;
    for (int k = 0; k <= curve_points; ++k) {
        const double v = static_cast<double>(k) / curve_points;
        deals.push_back({v, 1 - v * v});
    }
    return listed(deals, {0, 0});
}

bool is_deal(const std::optional<fair_deal>& found, const std::optional<tests::row>& expected) {
    return found.has_value() == expected.has_value() &&
           (!found || tests::as_places(found->deal) == expected->deal);
}

}  // namespace

// v2 = 1 - v1^2, no deal worth 0: derivatives put Nash at v1 = 1/sqrt 3.
TEST_CASE("nash on a curve") {
    const fair_deals fair = fair_deals_of(curve());
    REQUIRE(fair.nash);
    CHECK(near(fair.nash->utilities[0], 1 / std::sqrt(3.0), 1.0 / curve_points));
    CHECK(near(fair.nash->utilities[1], 2.0 / 3, 2.0 / curve_points));
    CHECK(near(fair.nash->objective, 2 / (3 * std::sqrt(3.0)), 1e-7));
    CHECK(near(fair.utilitarian->objective, 1.25, 1e-8));
    CHECK(near(fair.utilitarian->utilities[0], 0.5, 1.0 / curve_points));
}

// Both could get 1, so that shares are utilities: v1 = 1 - v1^2, the golden section.
TEST_CASE("kalai smorodinsky on a curve") {
    const fair_deals fair = fair_deals_of(curve());
    REQUIRE(fair.kalai_smorodinsky);
    const double golden = (std::sqrt(5.0) - 1) / 2;
    CHECK(near(fair.kalai_smorodinsky->utilities[0], golden, 1.0 / curve_points));
    CHECK(near(fair.kalai_smorodinsky->utilities[1], golden, 2.0 / curve_points));
    CHECK(near(fair.kalai_smorodinsky->objective, golden, 1.0 / curve_points));
    CHECK(near(fair.egalitarian->objective, golden, 1.0 / curve_points));
}

// On the unit pie with u1 = x^a and u2 = (1-x)^b Nash gives x = a / (a + b).
TEST_CASE("risk aversion lowers the nash share") {
    constexpr int points = 1000;
    std::vector<std::vector<double>> pie;
    for (int k = 0; k <= points; ++k) {
        const double x = static_cast<double>(k) / points;
        pie.push_back({x, 1 - x});
    }
    problem p = listed(pie, {0, 0});
    for (const auto& [a, b] : std::vector<std::pair<double, double>>{
             {1, 1}, {0.5, 1}, {1, 0.5}, {0.3, 0.7}, {0.9, 0.2}}) {
        p.table.parties[0].utility.scale.risk = crra{1 - a};
        p.table.parties[1].utility.scale.risk = crra{1 - b};
        const auto found = deal::nash(p);
        REQUIRE(found);
        CHECK(near(std::pow(found->utilities[0], 1 / a), a / (a + b), 1.0 / points));
        CHECK(near(std::pow(found->utilities[1], 1 / b), b / (a + b), 1.0 / points));
        // Bargaining powers a and b say the same without curvature (Kalai 1977).
        problem neutral = listed(pie, {0, 0});
        const std::array<double, 2> powers{a, b};
        CHECK(deal::nash(neutral, powers)->deal == found->deal);
    }
}

TEST_CASE("the four fair deals are those that brute force finds in the zone") {
    tests::check_always(150, [] {
        const auto s = *tests::problems(uncurved());
        const auto expected = tests::fair_by_definition(s, tests::all_deals(s));
        const fair_deals fair = fair_deals_of(tests::build(s));
        RC_ASSERT(is_deal(fair.nash, expected.nash));
        RC_ASSERT(is_deal(fair.kalai_smorodinsky, expected.kalai_smorodinsky));
        RC_ASSERT(is_deal(fair.egalitarian, expected.egalitarian));
        RC_ASSERT(is_deal(fair.utilitarian, expected.utilitarian));
        RC_CLASSIFY(fair.nash.has_value(), "not empty");
        RC_CLASSIFY(fair.nash && expected.some_product, "with a product");
        if (!fair.nash) {
            return;
        }
        const auto product = static_cast<double>(tests::product(gains(s, *expected.nash)));
        const auto least = gains(s, *expected.egalitarian);
        const auto& total = expected.utilitarian->values;
        RC_ASSERT(near(fair.nash->objective,
                       product * std::pow(tests::step, static_cast<double>(s.agents.size())),
                       1e-12 * std::max(1.0, fair.nash->objective)));
        RC_ASSERT(
            near(fair.egalitarian->objective,
                 static_cast<double>(*std::min_element(least.begin(), least.end())) * tests::step));
        RC_ASSERT(near(fair.utilitarian->objective,
                       std::accumulate(total.begin(), total.end(), 0) * tests::step, 1e-11));
    });
}

TEST_CASE("fair deals beat every deal of the zone under risk attitudes too") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const fair_deals fair = fair_deals_of(p);
        for (const auto& row : tests::all_deals(s)) {
            if (!row.accepted) {
                continue;
            }
            double product = 1;
            double sum = 0;
            double least = std::numeric_limits<double>::infinity();
            for (party_id i = 0; i < s.agents.size(); ++i) {
                const double u = utility_of(p.table, i, tests::as_outcome(row.deal));
                const double gain = u - disagreement_utility(p.table.parties[i]);
                product *= std::max(0.0, gain);
                least = std::min(least, gain);
                sum += u;
            }
            RC_ASSERT(fair.nash);
            RC_ASSERT(product <= fair.nash->objective * (1 + 1e-12) + 1e-15);
            RC_ASSERT(least <= fair.egalitarian->objective + 1e-12);
            RC_ASSERT(sum <= fair.utilitarian->objective + 1e-9);
        }
    });
}

TEST_CASE("where every product is zero nash is leximin") {
    const auto fair = fair_deals_of(listed({{0, 5, 1}, {0, 3, 3}, {0, 1, 9}}, {0, 0, 0}));
    REQUIRE(fair.nash);
    CHECK(fair.nash->objective == 0.0);
    CHECK(fair.nash->deal == outcome{1});
    CHECK(fair.egalitarian->deal == outcome{1});
    // The first party can gain nothing and is left out: ratios 1 and 1/9, 3/5 and 1/3, 1/5 and 1.
    CHECK(fair.kalai_smorodinsky->deal == outcome{1});
    CHECK(near(fair.kalai_smorodinsky->objective, 1.0 / 3));
}

TEST_CASE("no deal is the disagreement point even below every deal") {
    const auto fair = fair_deals_of(listed({{5, 9}, {6, 6}, {9, 5.5}}, {-10, 5}));
    CHECK(near(fair.nash->objective, 60));
    CHECK(fair.nash->deal == outcome{0});
    CHECK(fair.egalitarian->deal == outcome{0});
    CHECK(near(fair.egalitarian->objective, 4));
}

TEST_CASE("ties go to the first deal in enumeration order") {
    const std::vector<std::vector<double>> deals{{1, 3}, {2, 6}, {6, 2}, {4, 3}, {3, 4}};
    const auto fair = fair_deals_of(listed(deals, {0, 0}));
    CHECK(fair.nash->deal == outcome{1});
    CHECK(fair.utilitarian->deal == outcome{1});
    CHECK(fair.egalitarian->deal == outcome{3});
    CHECK(fair.kalai_smorodinsky->deal == outcome{3});
    CHECK(deal::utilitarian(pareto_frontier(listed(deals, {0, 0})), listed(deals, {0, 0}),
                            std::array<double, 2>{3, 3})
              ->deal == outcome{1});
}

TEST_CASE("equal products of long numbers tie exactly") {
    // Each deal is the same three gains dealt out in another way: whoever gets which, the product
    // is one and the same, too long for doubles and for their longer kin.
    const double a = 3796.614029497201;
    const double b = 5802.589742238903;
    const double c = 2962.579883806606;
    const std::vector<std::vector<double>> deals{{a, b, c}, {a, c, b}, {b, a, c},
                                                 {b, c, a}, {c, a, b}, {c, b, a}};
    for (std::size_t first = 0; first < deals.size(); ++first) {
        auto turned = deals;
        std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(first),
                    turned.end());
        CHECK(deal::nash(listed(turned, {0, 0, 0}))->deal == outcome{0});
    }
}

TEST_CASE("weighted nash and weighted sums") {
    std::vector<std::vector<double>> pie;
    for (int k = 0; k <= 1000; ++k) {
        pie.push_back({k / 1000.0, 1 - k / 1000.0});
    }
    const problem p = listed(pie, {0, 0});
    const frontier points = pareto_frontier(p);
    // The powers are the shares.
    const auto powerful = deal::nash(points, p, std::array<double, 2>{3, 1});
    CHECK(near(powerful->utilities[0], 0.75));
    CHECK(near(powerful->objective, 0.75 * 0.75 * 0.75 * 0.25));
    CHECK(deal::nash(points, p, std::array<double, 2>{2, 2})->deal == deal::nash(p)->deal);
    const auto leaning = deal::utilitarian(points, p, std::array<double, 2>{2, 1});
    CHECK(near(leaning->utilities[0], 1));
    CHECK(near(leaning->objective, 2));
    CHECK(deal::utilitarian(points, p, std::array<double, 2>{0, 1})->utilities[1] == 1.0);
}

TEST_CASE("powers and weights that make no sense are refused") {
    const problem p = listed({{1, 2}, {2, 1}}, {0, 0});
    const frontier points = pareto_frontier(p);
    const double nan = std::nan("");
    const double infinite = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& bad :
         std::vector<std::vector<double>>{{1}, {1, 1, 1}, {1, -1}, {nan, 1}, {1, infinite}}) {
        CHECK_THROWS_AS(deal::nash(points, p, bad), std::invalid_argument);
        CHECK_THROWS_AS(deal::utilitarian(points, p, bad), std::invalid_argument);
    }
    CHECK_THROWS_AS(deal::nash(points, p, std::array<double, 2>{1, 0}), std::invalid_argument);
    CHECK(deal::utilitarian(points, p, std::array<double, 2>{1, 0}));
}

TEST_CASE("an empty zone has no fair deal") {
    const auto fair = fair_deals_of(listed({{1, 2}, {2, 1}}, {2, 2}));
    CHECK_FALSE(fair.nash);
    CHECK_FALSE(fair.kalai_smorodinsky);
    CHECK_FALSE(fair.egalitarian);
    CHECK_FALSE(fair.utilitarian);
}

// With divisible issues the efficient set concedes them in order of the ratio of weights, and
// splits one at most: a fractional knapsack.
TEST_CASE("efficient deals concede issues in the order of the ratio of weights") {
    const std::vector<double> a{0.5, 0.3, 0.2};
    const std::vector<double> b{0.2, 0.3, 0.5};
    constexpr std::size_t grid = 20;
    problem_builder builder;
    std::vector<std::vector<double>> first(3);
    std::vector<std::vector<double>> second(3);
    for (std::size_t k = 0; k < 3; ++k) {
        builder.issue("share of A", grid + 1);
        for (std::size_t o = 0; o <= grid; ++o) {
            first[k].push_back(a[k] * static_cast<double>(o) / grid);
            second[k].push_back(b[k] * static_cast<double>(grid - o) / grid);
        }
    }
    const problem p = builder.party("A", first, 0).party("B", second, 0).build();
    const frontier points = pareto_frontier(p);
    CHECK(points.size() == 3 * grid + 1);
    for (std::size_t k = 0; k < points.size(); ++k) {
        const outcome deal = points.deal(k);
        int split = 0;
        for (std::size_t issue = 0; issue < 3; ++issue) {
            split += deal[issue] > 0 && deal[issue] < grid ? 1 : 0;
            // A gives up the third issue first and keeps the first one longest.
            if (issue > 0 && deal[issue] > 0) {
                CHECK(deal[issue - 1] == grid);
            }
        }
        CHECK(split <= 1);
    }
}
