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
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::fair_deal;
using deal::fair_deals;
using deal::frontier;
using deal::pareto_frontier;
using tests::near;

namespace {

fair_deals solve(const bargaining& table) { return deal::solve(pareto_frontier(table), table); }

/// Sums without risk attitudes: what is compared exactly.
tests::shape plain() {
    tests::shape like;
    like.curved = false;
    return like;
}

/// Every deal that everybody accepts, on a list of pairs of utilities.
problem listed(const std::vector<std::vector<double>>& deals, const std::vector<double>& no_deal) {
    problem_builder builder;
    builder.issue("deal", deals.size());
    for (std::size_t i = 0; i < no_deal.size(); ++i) {
        std::vector<std::vector<double>> values(1);
        for (const auto& utilities : deals) {
            values[0].push_back(utilities[i]);
        }
        builder.party("party", std::move(values), no_deal[i]);
    }
    return builder.build();
}

bool same_deal(const std::optional<fair_deal>& a, const std::optional<fair_deal>& b) {
    return a.has_value() == b.has_value() && (!a || a->deal == b->deal);
}

bool is_deal(const std::optional<fair_deal>& found, const std::optional<tests::row>& expected) {
    return found.has_value() == expected.has_value() &&
           (!found || tests::as_places(found->deal) == expected->deal);
}

}  // namespace

// v2 = 1 - v1^2, no deal worth 0: Nash at v1 = 1/sqrt 3 and Kalai-Smorodinsky where v1 = v2.
TEST_CASE("nash on a curve") {
    constexpr int points = 4000;
    std::vector<std::vector<double>> curve;
    for (int k = 0; k <= points; ++k) {
        const double v = static_cast<double>(k) / points;
        curve.push_back({v, 1 - v * v});
    }
    const problem p = listed(curve, {0, 0});
    const fair_deals fair = solve(p);
    REQUIRE(fair.nash);
    CHECK(near(fair.nash->utilities[0], 1 / std::sqrt(3.0), 1.0 / points));
    CHECK(near(fair.nash->utilities[1], 2.0 / 3, 2.0 / points));
    CHECK(near(fair.nash->objective, 2 / (3 * std::sqrt(3.0)), 1e-7));
    const double golden = (std::sqrt(5.0) - 1) / 2;
    CHECK(near(fair.kalai_smorodinsky->utilities[0], golden, 1.0 / points));
    CHECK(near(fair.kalai_smorodinsky->utilities[1], golden, 2.0 / points));
    CHECK(near(fair.kalai_smorodinsky->objective, golden, 1.0 / points));
    CHECK(near(fair.egalitarian->objective, golden, 1.0 / points));
    CHECK(near(fair.utilitarian->objective, 1.25, 1e-8));
    CHECK(near(fair.utilitarian->utilities[0], 0.5, 1.0 / points));
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
        const auto s = *tests::problems(plain());
        const problem p = tests::build(s);
        const auto rows = tests::all_deals(s);
        const fair_deals fair = solve(p);
        const auto gain = [&](const tests::row& r) { return tests::gains(s, r); };

        const auto leximin = [&](const tests::row& a, const tests::row& b) {
            return tests::leximin_above(gain(a), gain(b));
        };
        bool some_product = false;
        std::vector<long long> ideal(s.agents.size(), 0);
        for (const auto& row : rows) {
            if (row.accepted) {
                some_product = some_product || tests::product(gain(row)) > 0;
                for (std::size_t i = 0; i < ideal.size(); ++i) {
                    ideal[i] = std::max(ideal[i], gain(row)[i]);
                }
            }
        }
        const auto nash = tests::best_accepted(rows, [&](const auto& a, const auto& b) {
            return some_product ? tests::product(gain(a)) > tests::product(gain(b)) : leximin(a, b);
        });
        const auto ratios = [&](const tests::row& r) {
            std::vector<tests::fraction> list;
            for (std::size_t i = 0; i < ideal.size(); ++i) {
                if (ideal[i] > 0) {
                    list.push_back({gain(r)[i], ideal[i]});
                }
            }
            return list;
        };
        const auto ks = tests::best_accepted(rows, [&](const auto& a, const auto& b) {
            return tests::leximin_above(ratios(a), ratios(b));
        });
        const auto sum = [](const tests::row& r) {
            return std::accumulate(r.values.begin(), r.values.end(), 0);
        };
        const auto total = tests::best_accepted(
            rows, [&](const auto& a, const auto& b) { return sum(a) > sum(b); });
        RC_ASSERT(is_deal(fair.nash, nash));
        RC_ASSERT(is_deal(fair.kalai_smorodinsky, ks));
        RC_ASSERT(is_deal(fair.egalitarian, tests::best_accepted(rows, leximin)));
        RC_ASSERT(is_deal(fair.utilitarian, total));
        if (nash) {
            const auto least = [&](const tests::row& r) {
                const auto list = gain(r);
                return static_cast<double>(*std::min_element(list.begin(), list.end()));
            };
            const double units = std::pow(tests::step, static_cast<double>(s.agents.size()));
            RC_ASSERT(near(fair.nash->objective,
                           static_cast<double>(tests::product(gain(*nash))) * units,
                           1e-12 * std::max(1.0, fair.nash->objective)));
            RC_ASSERT(near(fair.egalitarian->objective,
                           least(*tests::best_accepted(rows, leximin)) * tests::step));
            RC_ASSERT(near(fair.utilitarian->objective, sum(*total) * tests::step, 1e-11));
        }
        RC_CLASSIFY(nash.has_value(), "not empty");
        RC_CLASSIFY(nash.has_value() && some_product, "with a product");
    });
}

TEST_CASE("fair deals beat every deal of the zone under risk attitudes too") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const fair_deals fair = solve(p);
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

// Multiplying by powers of two and adding whole numbers keeps every figure exact.
TEST_CASE("nash and kalai smorodinsky ignore the scale of a party") {
    tests::check_always(60, [] {
        const auto s = *tests::problems(plain());
        auto other = s;
        const std::size_t who = *rc::gen::inRange<std::size_t>(0, s.agents.size());
        const int factor = *rc::gen::element(2, 8, 10);
        const int shift = *rc::gen::inRange(-50, 50);
        auto& agent = other.agents[who];
        for (auto& options : agent.values) {
            for (int& value : options) {
                value *= factor;
            }
        }
        for (auto& term : agent.together) {
            for (int& value : term.values) {
                value *= factor;
            }
        }
        for (int& value : agent.values[0]) {
            value += shift;
        }
        agent.reservation = agent.reservation * factor + shift;
        const fair_deals before = solve(tests::build(s));
        const fair_deals after = solve(tests::build(other));
        // Nash falls back on leximin, which does look at scales, where every product is 0.
        if (before.nash && before.nash->objective > 0) {
            RC_ASSERT(same_deal(before.nash, after.nash));
        }
        RC_ASSERT(same_deal(before.kalai_smorodinsky, after.kalai_smorodinsky));
    });
}

TEST_CASE("egalitarian and utilitarian deals depend on the scale") {
    const std::vector<std::vector<double>> deals{{4, 1}, {3, 3}, {1, 4}};
    const fair_deals before = solve(listed(deals, {0, 0}));
    CHECK(before.egalitarian->deal == outcome{1});
    CHECK(before.utilitarian->deal == outcome{1});
    const fair_deals after = solve(listed({{40, 1}, {30, 3}, {10, 4}}, {0, 0}));
    CHECK(after.egalitarian->deal == outcome{2});
    CHECK(after.utilitarian->deal == outcome{0});
    CHECK(same_deal(before.nash, after.nash));
    CHECK(same_deal(before.kalai_smorodinsky, after.kalai_smorodinsky));
}

TEST_CASE("the names of the parties do not matter") {
    tests::check_always(60, [] {
        const auto s = *tests::problems(plain());
        auto other = s;
        std::reverse(other.agents.begin(), other.agents.end());
        const fair_deals before = solve(tests::build(s));
        const fair_deals after = solve(tests::build(other));
        RC_ASSERT(same_deal(before.nash, after.nash));
        RC_ASSERT(same_deal(before.kalai_smorodinsky, after.kalai_smorodinsky));
        RC_ASSERT(same_deal(before.egalitarian, after.egalitarian));
        RC_ASSERT(same_deal(before.utilitarian, after.utilitarian));
        if (before.nash) {
            std::vector<double> turned = after.nash->utilities;
            std::reverse(turned.begin(), turned.end());
            RC_ASSERT(before.nash->utilities == turned);
            RC_ASSERT(before.nash->count == after.nash->count);
        }
    });
}

TEST_CASE("nash does not mind what it did not choose") {
    tests::check_always(80, [] {
        auto s = *tests::problems(plain());
        const auto before = deal::nash(tests::build(s));
        if (!before) {
            return;
        }
        const auto rows = tests::all_deals(s);
        const auto& dropped = rows[*rc::gen::inRange<std::size_t>(0, rows.size())].deal;
        RC_PRE(dropped != tests::as_places(before->deal));
        tests::specification::ban combination;
        for (std::size_t k = 0; k < dropped.size(); ++k) {
            combination.push_back({k, {dropped[k]}});
        }
        s.bans.push_back(combination);
        RC_ASSERT(same_deal(before, deal::nash(tests::build(s))));
    });
}

TEST_CASE("kalai smorodinsky does mind what it did not choose") {
    // Without the first deal the first party's ideal falls, and with it what is fair.
    const auto with = solve(listed({{10, 0}, {6, 5}, {4, 7}, {0, 10}}, {0, 0}));
    CHECK(with.kalai_smorodinsky->deal == outcome{1});
    const auto without = solve(listed({{6, 0}, {6, 5}, {4, 7}, {0, 10}}, {0, 0}));
    CHECK(without.kalai_smorodinsky->deal == outcome{2});
    CHECK(same_deal(with.nash, without.nash));
}

// Kalai and Smorodinsky 1975: nobody loses when, for every utility of the one, the other could get
// more. Nash fails this on their kind of example.
TEST_CASE("kalai smorodinsky is monotone where nash is not") {
    std::vector<std::vector<double>> narrow;
    std::vector<std::vector<double>> wide;
    for (int k = 0; k <= 100; ++k) {
        // From (0, 1) over (0.75, 0.75) to (1, 0), and the same with (1, 0.7) reached.
        const double x = k / 100.0;
        narrow.push_back({x, x <= 0.75 ? 1 - x / 3 : 3 * (1 - x)});
        wide.push_back({x, x <= 0.75 ? 1 - x / 3 : 0.75 - (x - 0.75) / 5});
    }
    const auto before = solve(listed(narrow, {0, 0}));
    const auto after = solve(listed(wide, {0, 0}));
    CHECK(near(before.nash->utilities[1], 0.75));
    CHECK(near(after.nash->utilities[1], 0.70));
    CHECK(after.nash->utilities[1] < before.nash->utilities[1]);
    CHECK(after.kalai_smorodinsky->utilities[1] >= before.kalai_smorodinsky->utilities[1]);
}

TEST_CASE("where every product is zero nash is leximin") {
    const auto fair = solve(listed({{0, 5, 1}, {0, 3, 3}, {0, 1, 9}}, {0, 0, 0}));
    REQUIRE(fair.nash);
    CHECK(fair.nash->objective == 0.0);
    CHECK(fair.nash->deal == outcome{1});
    CHECK(fair.egalitarian->deal == outcome{1});
    // The first party can gain nothing and is left out: ratios 1 and 1/9, 3/5 and 1/3, 1/5 and 1.
    CHECK(fair.kalai_smorodinsky->deal == outcome{1});
    CHECK(near(fair.kalai_smorodinsky->objective, 1.0 / 3));
}

TEST_CASE("no deal is the disagreement point even below every deal") {
    const auto fair = solve(listed({{5, 9}, {6, 6}, {9, 5.5}}, {-10, 5}));
    CHECK(near(fair.nash->objective, 60));
    CHECK(fair.nash->deal == outcome{0});
    CHECK(fair.egalitarian->deal == outcome{0});
    CHECK(near(fair.egalitarian->objective, 4));
}

TEST_CASE("ties go to the first deal in enumeration order") {
    const std::vector<std::vector<double>> deals{{1, 3}, {2, 6}, {6, 2}, {4, 3}, {3, 4}};
    const auto fair = solve(listed(deals, {0, 0}));
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
    const auto fair = solve(listed({{1, 2}, {2, 1}}, {2, 2}));
    CHECK_FALSE(fair.nash);
    CHECK_FALSE(fair.kalai_smorodinsky);
    CHECK_FALSE(fair.egalitarian);
    CHECK_FALSE(fair.utilitarian);
}

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the fair deals of the nuclear scope are the enumeration's") {
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const auto utilities = [](const std::optional<fair_deal>& found) {
        return std::pair(found->utilities[0], found->utilities[1]);
    };
    const auto bound = [&](bool first, bool second) {
        return solve(with_red_lines(
            p.table, [&](party_id i, const auto&) { return i == 0 ? first : second; }));
    };
    const fair_deals none = bound(false, false);
    CHECK(none.nash->deal == tests::deal_n1());
    CHECK(utilities(none.nash) == std::pair(0.6470, 0.7050));
    CHECK(near(none.nash->objective, 0.005695));
    CHECK(none.kalai_smorodinsky->deal == tests::deal_n1());
    CHECK(near(none.kalai_smorodinsky->objective, 17.0 / 33));
    CHECK(utilities(none.egalitarian) == std::pair(0.6540, 0.6930));
    CHECK(near(none.egalitarian->objective, 0.0730));
    CHECK(utilities(none.utilitarian) == std::pair(0.5830, 0.7850));
    CHECK(near(none.utilitarian->objective, 1.3680));
    CHECK(none.nash->count == 1);

    const fair_deals states = bound(true, false);
    CHECK(utilities(states.nash) == std::pair(0.6634, 0.6730));
    CHECK(near(states.nash->objective, 0.0044202));
    CHECK(utilities(states.kalai_smorodinsky) == std::pair(0.6634, 0.6730));
    CHECK(near(states.kalai_smorodinsky->objective, 417.0 / 647));
    CHECK(utilities(states.egalitarian) == std::pair(0.6474, 0.6790));
    CHECK(near(states.egalitarian->objective, 0.0590));
    CHECK(utilities(states.utilitarian) == std::pair(0.6794, 0.6610));

    const fair_deals iran = bound(false, true);
    CHECK(utilities(iran.nash) == std::pair(0.6470, 0.7050));
    CHECK(utilities(iran.kalai_smorodinsky) == std::pair(0.6420, 0.7070));
    CHECK(near(iran.kalai_smorodinsky->objective, 29.0 / 55));
    CHECK(near(iran.egalitarian->objective, 0.0730));

    CHECK_FALSE(bound(true, true).nash);

    const fair_deals three = solve(freeze(tests::backchannel(), {"nuclear", {}, {"Israel"}}));
    CHECK(near(three.nash->objective, 0.0003892007));
    CHECK(near(three.kalai_smorodinsky->objective, 337.0 / 647));
    CHECK(near(three.utilitarian->objective, 2.0939));
}

TEST_CASE("the fair deals of the comprehensive scope are the enumeration's") {
    const fair_deals fair = solve(freeze(tests::backchannel(), {"comprehensive", {}, {}}));
    CHECK(fair.nash->deal == tests::deal_n2());
    CHECK(near(fair.nash->utilities[0], 0.6890));
    CHECK(near(fair.nash->utilities[1], 0.7515));
    CHECK(near(fair.nash->objective, 0.0143335));
    CHECK(near(fair.kalai_smorodinsky->utilities[0], 0.6920));
    CHECK(near(fair.kalai_smorodinsky->objective, 251.0 / 464));
    CHECK(near(fair.egalitarian->objective, 0.1170));
    CHECK(near(fair.utilitarian->objective, 1.4490));
    const fair_deals three = solve(freeze(tests::backchannel(), {"comprehensive", {}, {"Israel"}}));
    CHECK(three.nash->deal == outcome{1, 0, 0, 3, 4, 4, 4, 3, 1, 2, 3, 3});
    CHECK(near(three.nash->objective, 0.001786779));
    CHECK(near(three.kalai_smorodinsky->objective, 1024.0 / 2039));
    CHECK(near(three.egalitarian->objective, 0.1025));
    CHECK(near(three.utilitarian->objective, 2.2664));
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
