#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/hull_walk.hpp>
#include <support/listed.hpp>
#include <support/lottery_oracle.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/lottery.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::fair_lotteries;
using deal::lottery;
using deal::region;
using tests::listed;
using tests::near;
using tests::point;

namespace {

fair_lotteries lotteries_of(const bargaining& table) {
    return deal::solve_lotteries(
        deal::pareto_frontier(table, {deal::engine::automatic, region::feasible}), table);
}

/// Whether a lottery is one, and is worth what it says.
bool sound(const lottery& drawn, const bargaining& table) {
    double total = 0;
    std::vector<double> utilities(drawn.utilities.size(), 0.0);
    for (std::size_t k = 0; k < drawn.deals.size(); ++k) {
        if (!(drawn.chances[k] > 0) || !feasible(table.space, drawn.deals[k])) {
            return false;
        }
        total += drawn.chances[k];
        for (party_id i = 0; i < table.parties.size(); ++i) {
            utilities[i] += drawn.chances[k] * utility_of(table, i, drawn.deals[k]);
        }
    }
    for (party_id i = 0; i < table.parties.size(); ++i) {
        if (drawn.utilities[i] < disagreement_utility(table.parties[i]) - 1e-9 ||
            std::abs(utilities[i] - drawn.utilities[i]) > 1e-11) {
            return false;
        }
    }
    return near(total, 1);
}

/// What a lottery gives, no deal being worth 0, in these scales; parties of scale 0 left out.
std::vector<double> shares(const lottery& drawn, const std::vector<double>& scale) {
    std::vector<double> list;
    for (std::size_t i = 0; i < scale.size(); ++i) {
        if (scale[i] > 0) {
            list.push_back(drawn.utilities[i] / scale[i]);
        }
    }
    return list;
}

/// The same numbers in rising order.
bool rising(std::vector<double> found, const std::vector<double>& expected) {
    std::sort(found.begin(), found.end());
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                      [](double a, double b) { return near(a, b, 1e-7); });
}

/// The prices at which a product of powers is greatest among all that cost no more.
std::vector<double> inverse(const std::vector<double>& gains, const std::vector<double>& powers) {
    std::vector<double> prices;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        prices.push_back(powers[i] / gains[i]);
    }
    return prices;
}

}  // namespace

TEST_CASE("two opposed deals are tossed for") {
    const problem p = listed({{1, 0}, {0, 1}}, {0, 0});
    const fair_lotteries fair = lotteries_of(p);
    for (const auto* drawn : {&fair.nash, &fair.kalai_smorodinsky, &fair.egalitarian}) {
        REQUIRE(*drawn);
        CHECK(sound(**drawn, p));
        CHECK((*drawn)->deals.size() == 2);
        CHECK(near((*drawn)->chances[0], 0.5));
        CHECK(near((*drawn)->utilities[0], 0.5));
        CHECK((*drawn)->gap <= 1e-9);
    }
    CHECK(near(fair.nash->objective, 0.25));
    CHECK(near(fair.kalai_smorodinsky->objective, 0.5));
    CHECK(near(fair.egalitarian->objective, 0.5));
    CHECK(near(fair.utilitarian->objective, 1));
}

// No deal is inside the zone; a coin between two that are outside is.
TEST_CASE("deals outside the zone are the two sides of a coin") {
    const problem p = listed({{10, -2}, {-2, 10}, {-1, -1}}, {0, 0});
    CHECK(deal::pareto_frontier(p).size() == 0);
    const fair_lotteries fair = lotteries_of(p);
    REQUIRE(fair.nash);
    CHECK(near(fair.nash->utilities[0], 4));
    CHECK(near(fair.nash->utilities[1], 4));
    CHECK(near(fair.nash->objective, 16));
    // The most either can expect leaves the other with nothing: 8 each.
    CHECK(near(fair.kalai_smorodinsky->objective, 0.5));
    // And beside a deal inside the zone the coin still does better for both.
    const problem q = listed({{10, -2}, {-2, 10}, {3, 3}}, {0, 0});
    CHECK(deal::nash(q)->objective == 9.0);
    CHECK(near(lotteries_of(q).nash->objective, 16));
}

TEST_CASE("no lottery where the hull misses no deal") {
    const fair_lotteries fair = lotteries_of(listed({{10, -11}, {-11, 10}}, {0, 0}));
    CHECK_FALSE(fair.nash);
    CHECK_FALSE(fair.kalai_smorodinsky);
    CHECK_FALSE(fair.egalitarian);
    CHECK_FALSE(fair.utilitarian);
    // A lottery exactly at no deal is inside.
    const fair_lotteries touching = lotteries_of(listed({{10, -10}, {-10, 10}}, {0, 0}));
    REQUIRE(touching.egalitarian);
    CHECK(near(touching.egalitarian->objective, 0));
    CHECK_FALSE(deal::solve_lotteries(deal::frontier{}, listed({{1, 1}}, {0, 0})).nash);
}

TEST_CASE("lotteries do at least as well as deals") {
    tests::check_always(80, [] {
        tests::shape like;
        like.most_deals = 100;
        const auto s = *tests::problems(like);
        const problem p = tests::build(s);
        const bargaining& table = p;
        const deal::fair_deals discrete = deal::solve(deal::pareto_frontier(p), p);
        const fair_lotteries fair = lotteries_of(p);
        if (!discrete.nash) {
            return;
        }
        RC_ASSERT(fair.nash && fair.kalai_smorodinsky && fair.egalitarian && fair.utilitarian);
        for (const auto* drawn :
             {&fair.nash, &fair.kalai_smorodinsky, &fair.egalitarian, &fair.utilitarian}) {
            RC_ASSERT(sound(**drawn, table));
            RC_ASSERT((*drawn)->gap <= 1e-9);
        }
        RC_ASSERT(fair.nash->objective >= discrete.nash->objective * (1 - 1e-9) - 1e-11);
        RC_ASSERT(fair.egalitarian->objective >= discrete.egalitarian->objective - 1e-9);
        RC_ASSERT(fair.utilitarian->objective >= discrete.utilitarian->objective - 1e-9);
    });
}

TEST_CASE("bilateral lotteries are those of a walk along the hull") {
    tests::check_always(150, [] {
        tests::shape like;
        like.most_parties = 2;
        like.most_deals = 100;
        auto s = *tests::problems(like);
        RC_PRE(s.agents.size() == 2U);
        const problem p = tests::build(s);
        const double no_deal =
            disagreement_utility(p.table.parties[0]) + disagreement_utility(p.table.parties[1]);
        RC_PRE(std::abs(no_deal) < 1e3);  // steep curves far below zero leave no digits to compare
        std::vector<point> gains;
        for (const auto& row : tests::all_deals(s)) {
            if (row.inside) {
                const outcome deal = tests::as_outcome(row.deal);
                gains.emplace_back(
                    utility_of(p.table, 0, deal) - disagreement_utility(p.table.parties[0]),
                    utility_of(p.table, 1, deal) - disagreement_utility(p.table.parties[1]));
            }
        }
        const auto hull = tests::upper_hull(gains);
        const auto least = tests::walk(
            hull, [](const point& g) { return std::min(g.first, g.second); },
            [](const point& a, const point& d) {
                return (a.second - a.first) / (d.first - d.second);
            });
        const fair_lotteries fair = lotteries_of(p);
        RC_ASSERT(fair.egalitarian.has_value() == least.has_value());
        RC_CLASSIFY(least.has_value(), "not empty");
        if (!least) {
            return;
        }
        const auto product = tests::walk(
            hull, [](const point& g) { return g.first * g.second; },
            [](const point& a, const point& d) {
                return -(a.first * d.second + a.second * d.first) / (2 * d.first * d.second);
            });
        const auto sum = tests::walk(
            hull, [](const point& g) { return g.first + g.second; },
            [](const point&, const point&) { return 0.0; });
        const auto never = [](const point&, const point&) { return 0.0; };
        const double first = *tests::walk(
            hull, [](const point& g) { return g.first; }, never);
        const double second = *tests::walk(
            hull, [](const point& g) { return g.second; }, never);
        RC_ASSERT(near(fair.egalitarian->objective, *least, 1e-9));
        RC_ASSERT(near(fair.nash->objective, *product, 1e-9));
        RC_ASSERT(near(fair.utilitarian->objective, *sum + no_deal, 1e-9));
        if (first > 1e-9 && second > 1e-9) {
            const auto ratio = tests::walk(
                hull, [&](const point& g) { return std::min(g.first / first, g.second / second); },
                [&](const point& a, const point& d) {
                    return (a.second / second - a.first / first) /
                           (d.first / first - d.second / second);
                });
            RC_ASSERT(near(fair.kalai_smorodinsky->objective, *ratio, 1e-9));
        }
    });
}

// Three parties and more: every corner of what lotteries can give is known, and with it what is
// fair. Nash is certified where no corner beats it in the ratio of gains, summed over the parties.
TEST_CASE("lotteries of several parties are those of a search through every corner") {
    tests::check_always(60, [] {
        const auto parties = *rc::gen::inRange<std::size_t>(3, 5);
        const auto deals = *tests::some_deals(parties, parties == 3 ? 8 : 6, -4, 9);
        const problem p = listed(deals, std::vector<double>(parties, 0.0));
        const tests::lottery_oracle oracle(deals);
        const fair_lotteries fair = lotteries_of(p);
        RC_ASSERT(fair.nash.has_value() == !oracle.corners().empty());
        RC_CLASSIFY(fair.nash.has_value(), "not empty");
        if (!fair.nash) {
            return;
        }
        for (const auto* drawn :
             {&fair.nash, &fair.kalai_smorodinsky, &fair.egalitarian, &fair.utilitarian}) {
            RC_ASSERT(sound(**drawn, p));
        }
        const std::vector<double> ones(parties, 1.0);
        RC_ASSERT(near(fair.utilitarian->objective, oracle.most(ones), 1e-8));

        const auto egalitarian = oracle.leximin(ones);
        RC_ASSERT(near(fair.egalitarian->objective, egalitarian.at(0), 1e-8));
        RC_ASSERT(rising(shares(*fair.egalitarian, ones), egalitarian));

        const auto ideal = oracle.ideal();
        if (*std::max_element(ideal.begin(), ideal.end()) > 0) {
            const auto ratios = oracle.leximin(ideal);
            RC_ASSERT(near(fair.kalai_smorodinsky->objective, ratios.at(0), 1e-8));
            RC_ASSERT(rising(shares(*fair.kalai_smorodinsky, ideal), ratios));
        }

        const bool all_gain = egalitarian.at(0) > 1e-6;
        RC_CLASSIFY(all_gain, "with a product");
        if (all_gain) {
            RC_ASSERT(oracle.most(inverse(fair.nash->utilities, ones)) <=
                      static_cast<double>(parties) + 1e-6);
        } else {
            RC_ASSERT(near(fair.nash->objective, 0, 1e-6));
        }
    });
}

TEST_CASE("bargaining powers weigh the product of several parties") {
    tests::check_always(60, [] {
        const auto deals = *tests::some_deals(3, 8, -4, 9);
        const problem p = listed(deals, {0, 0, 0});
        std::vector<double> powers;
        for (int i = 0; i < 3; ++i) {
            powers.push_back(*rc::gen::element(0.5, 1.0, 2.0, 5.0));
        }
        const auto fair = deal::solve_lotteries(
            deal::pareto_frontier(p, {deal::engine::automatic, region::feasible}), p, powers);
        const tests::lottery_oracle oracle(deals);
        if (oracle.corners().empty() || oracle.leximin({1, 1, 1}).at(0) < 1e-6) {
            return;
        }
        RC_ASSERT(sound(*fair.nash, p));
        RC_ASSERT(oracle.most(inverse(fair.nash->utilities, powers)) <=
                  powers[0] + powers[1] + powers[2] + 1e-6);
    });
}

TEST_CASE("powers are shares of what is tossed for") {
    const problem p = listed({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {0, 0, 0});
    const deal::frontier points =
        deal::pareto_frontier(p, {deal::engine::automatic, region::feasible});
    const auto fair = deal::solve_lotteries(points, p, std::array<double, 3>{1, 2, 5});
    REQUIRE(fair.nash);
    CHECK(near(fair.nash->utilities[0], 0.125, 1e-6));
    CHECK(near(fair.nash->utilities[1], 0.25, 1e-6));
    CHECK(near(fair.nash->utilities[2], 0.625, 1e-6));
    CHECK(fair.nash->gap <= 1e-9);
    CHECK(near(fair.kalai_smorodinsky->objective, 1.0 / 3));
    CHECK_THROWS_AS(deal::solve_lotteries(points, p, std::array<double, 2>{1, 1}),
                    std::invalid_argument);
    CHECK_THROWS_AS(deal::solve_lotteries(points, p, std::array<double, 3>{1, 1, 0}),
                    std::invalid_argument);
}

TEST_CASE("lotteries do not depend on the size of the numbers") {
    for (const double scale : {1e-6, 1e-3, 1e3, 1e6}) {
        CAPTURE(scale);
        const problem p = listed({{7 * scale, -1 * scale},
                                  {5 * scale, 3 * scale},
                                  {2 * scale, 5 * scale},
                                  {-1 * scale, 6 * scale}},
                                 {0, 0});
        const fair_lotteries fair = lotteries_of(p);
        REQUIRE(fair.nash);
        // On the edge from (5, 3) to (2, 5): 5 - 3 s and 3 + 2 s meet at s = 0.4; the product is
        // greatest at s = 1/12.
        CHECK(near(fair.egalitarian->objective / scale, 3.8, 1e-9));
        CHECK(near(fair.nash->objective / scale / scale, 4.75 * (3 + 1.0 / 6), 1e-8));
        CHECK(near(fair.utilitarian->objective / scale, 8, 1e-9));
    }
}

// Leximin: nobody's expectation may be raised for nothing. A coin between the first two deals is
// worth (1.5, 1, 1), which no third party minds.
TEST_CASE("the egalitarian lottery leaves nothing on the table") {
    const fair_lotteries fair = lotteries_of(listed({{1, 0, 2}, {2, 2, 0}, {1, 1, 1}}, {0, 0, 0}));
    REQUIRE(fair.egalitarian);
    CHECK(near(fair.egalitarian->objective, 1));
    CHECK(near(fair.egalitarian->utilities[0], 1.5, 1e-9));
    REQUIRE(fair.kalai_smorodinsky);
    CHECK(near(fair.kalai_smorodinsky->utilities[0], 1.5, 1e-9));
}

// Independent enumeration of all deals of the scenario and a walk along their hull.
TEST_CASE("the fair lotteries of the scenario are the enumeration's") {
    const fair_lotteries nuclear = lotteries_of(freeze(tests::backchannel(), {"nuclear", {}, {}}));
    CHECK(near(nuclear.nash->objective, 0.005698520833333344));
    CHECK(near(nuclear.nash->utilities[0], 0.645375, 1e-9));
    CHECK(near(nuclear.nash->utilities[1], 0.7071666666666667, 1e-9));
    CHECK(near(nuclear.kalai_smorodinsky->objective, 0.5116916153018292, 1e-9));
    CHECK(near(nuclear.egalitarian->objective, 0.07467213114754101, 1e-9));
    CHECK(near(nuclear.utilitarian->objective, 1.368, 1e-9));
    const fair_lotteries wide =
        lotteries_of(freeze(tests::backchannel(), {"comprehensive", {}, {}}));
    CHECK(near(wide.nash->objective, 0.0143335));
    CHECK(wide.nash->deals == std::vector<outcome>{tests::deal_n2()});
    CHECK(near(wide.kalai_smorodinsky->objective, 0.5425332272279163, 1e-9));
    CHECK(near(wide.egalitarian->objective, 0.11864285714285716, 1e-9));
    CHECK(near(wide.utilitarian->objective, 1.449, 1e-9));
}

TEST_CASE("parties may count in units of any size") {
    const fair_lotteries fair =
        lotteries_of(listed({{0.41, 0.39, 9e5}, {0.39, 0.41, 3e5}, {0.4, 0.4, 5e5}}, {0, 0, 0}));
    REQUIRE(fair.egalitarian);
    CHECK(near(fair.egalitarian->objective, 0.4));
    CHECK(near(fair.egalitarian->utilities[2] / 1e6, 0.6));
    // What is very little for one is still too much for the other.
    CHECK_FALSE(lotteries_of(listed({{1e6, -1e-7}, {2e6, -2e-7}}, {0, 0})).nash);
    // A coin between all for one and all for the other.
    const fair_lotteries coin = lotteries_of(listed({{0, 9e5}, {1e-7, 0}}, {0, 0}));
    REQUIRE(coin.nash);
    CHECK(near(coin.nash->objective, 0.0225));
    CHECK(near(coin.kalai_smorodinsky->objective, 0.5));
}

TEST_CASE("objectives and gaps describe the chances that are returned") {
    tests::check_always(100, [] {
        const auto parties = *rc::gen::inRange<std::size_t>(2, 5);
        const auto deals = *tests::some_deals(parties, 12, -5, 20);
        const problem p = listed(deals, std::vector<double>(parties, 0));
        const fair_lotteries fair = lotteries_of(p);
        if (!fair.nash) {
            return;
        }
        double product = 1;
        double least = 1e300;
        for (const double u : fair.nash->utilities) {
            product *= u;
        }
        for (const double u : fair.egalitarian->utilities) {
            least = std::min(least, u);
        }
        RC_ASSERT(
            near(std::max(0.0, product), fair.nash->objective, 1e-12 * std::max(1.0, product)));
        RC_ASSERT(near(least, fair.egalitarian->objective, 1e-11));
        RC_ASSERT(fair.nash->gap <= 1e-8 * std::max(1.0, product));
        RC_ASSERT(parties > 2 || fair.nash->deals.size() <= 2U);
        RC_ASSERT(fair.egalitarian->gap <= 1e-10);
        RC_ASSERT(fair.kalai_smorodinsky->gap <= 1e-10);
    });
}

TEST_CASE("powers of any size weigh the same when their ratio is the same") {
    const problem p = listed({{4, 0}, {3, 2}, {0, 3}}, {0, 0});
    const auto points = deal::pareto_frontier(p, {deal::engine::automatic, region::feasible});
    const auto with = [&](double first, double second) {
        return deal::solve_lotteries(points, p, std::array<double, 2>{first, second}).nash;
    };
    const auto small = with(1, 2);
    for (const double factor : {1e-6, 10.0, 1e4, 1e6, 1e300}) {
        CAPTURE(factor);
        const auto large = with(factor, 2 * factor);
        REQUIRE(large);
        CHECK(near(large->utilities[0], small->utilities[0], 1e-9));
        CHECK(std::isfinite(large->objective));
        CHECK(std::isfinite(large->gap));
    }
}
