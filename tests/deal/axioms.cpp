#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/listed.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>

// What is known of the four solutions without knowing their formulas: the axioms that single them
// out, and the ones that each of them gives up.

using namespace negotiation;
using deal::fair_deal;
using deal::fair_deals;
using deal::pareto_frontier;
using tests::listed;
using tests::near;

namespace {

fair_deals solve(const bargaining& table) { return deal::solve(pareto_frontier(table), table); }

/// Sums without risk attitudes: what is compared exactly.
tests::shape plain() {
    tests::shape like;
    like.curved = false;
    return like;
}

bool same_deal(const std::optional<fair_deal>& a, const std::optional<fair_deal>& b) {
    return a.has_value() == b.has_value() && (!a || a->deal == b->deal);
}

/// The same party with every utility, no deal's too, `factor` times as large and `shift` steps up.
void rescale(tests::specification::agent& who, int factor, int shift) {
    for (auto& options : who.values) {
        for (int& value : options) {
            value *= factor;
        }
    }
    for (auto& term : who.together) {
        for (int& value : term.values) {
            value *= factor;
        }
    }
    for (int& value : who.values[0]) {
        value += shift;
    }
    who.reservation = who.reservation * factor + shift;
}

/// Constraints that leave every deal but this one.
tests::specification dropping(tests::specification s, const tests::places& deal) {
    tests::specification::ban combination;
    for (std::size_t k = 0; k < deal.size(); ++k) {
        combination.push_back({k, {deal[k]}});
    }
    s.bans.push_back(combination);
    return s;
}

}  // namespace

TEST_CASE("nash and kalai smorodinsky ignore the scale of a party") {
    tests::check_always(60, [] {
        const auto s = *tests::problems(plain());
        auto other = s;
        const std::size_t who = *rc::gen::inRange<std::size_t>(0, s.agents.size());
        rescale(other.agents[who], *rc::gen::element(2, 8, 10), *rc::gen::inRange(-50, 50));
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

// Independence of irrelevant alternatives: a maximum stays one where fewer compete.
TEST_CASE("all but kalai smorodinsky do not mind what they did not choose") {
    tests::check_always(80, [] {
        const auto s = *tests::problems(plain());
        const fair_deals before = solve(tests::build(s));
        if (!before.nash) {
            return;
        }
        const auto rows = tests::all_deals(s);
        const auto& dropped = rows[*rc::gen::inRange<std::size_t>(0, rows.size())].deal;
        const fair_deals after = solve(tests::build(dropping(s, dropped)));
        const auto independent = [&](const std::optional<fair_deal>& was,
                                     const std::optional<fair_deal>& is) {
            return dropped == tests::as_places(was->deal) || same_deal(was, is);
        };
        RC_ASSERT(independent(before.nash, after.nash));
        RC_ASSERT(independent(before.egalitarian, after.egalitarian));
        RC_ASSERT(independent(before.utilitarian, after.utilitarian));
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

// What only moves where utilities begin, or one ruler for all of them, moves no solution.
TEST_CASE("a common unit is all that egalitarian and utilitarian deals need") {
    tests::check_always(60, [] {
        const auto s = *tests::problems(plain());
        auto other = s;
        const int factor = *rc::gen::element(1, 2, 10);
        for (auto& agent : other.agents) {
            rescale(agent, factor, *rc::gen::inRange(-50, 50));
        }
        const fair_deals before = solve(tests::build(s));
        const fair_deals after = solve(tests::build(other));
        RC_ASSERT(same_deal(before.nash, after.nash));
        RC_ASSERT(same_deal(before.kalai_smorodinsky, after.kalai_smorodinsky));
        RC_ASSERT(same_deal(before.egalitarian, after.egalitarian));
        RC_ASSERT(same_deal(before.utilitarian, after.utilitarian));
    });
}

// Kalai 1977: with more deals to choose from nobody who counts least is left worse off.
TEST_CASE("the egalitarian deal is monotone in what is possible") {
    tests::check_always(80, [] {
        const auto parties = *rc::gen::inRange<std::size_t>(1, 5);
        auto deals = *tests::some_deals(parties, 8, -2, 9);
        const std::vector<double> no_deal(parties, 0.0);
        const auto narrow = solve(listed(deals, no_deal)).egalitarian;
        const auto more = *tests::some_deals(parties, 8, -2, 9);
        deals.insert(deals.end(), more.begin(), more.end());
        const auto wide = solve(listed(deals, no_deal)).egalitarian;
        RC_CLASSIFY(narrow.has_value(), "not empty");
        if (!narrow) {
            return;
        }
        RC_ASSERT(wide.has_value());
        RC_ASSERT(wide->objective >= narrow->objective);
        // It moves only to what leximin prefers.
        RC_ASSERT(wide->utilities == narrow->utilities ||
                  tests::leximin_above(wide->utilities, narrow->utilities));
    });
}

// Kalai and Smorodinsky 1975, for any number of parties: while nobody's ideal moves, more deals to
// choose from never lower the least share of it.
TEST_CASE("kalai smorodinsky is monotone where the ideals stay") {
    tests::check_always(80, [] {
        const auto parties = *rc::gen::inRange<std::size_t>(2, 5);
        auto deals = *tests::some_deals(parties, 8, -2, 9);
        const std::vector<double> no_deal(parties, 0.0);
        const auto narrow = solve(listed(deals, no_deal)).kalai_smorodinsky;
        std::vector<double> ideal(parties, 0.0);
        for (const auto& utilities : deals) {
            if (*std::min_element(utilities.begin(), utilities.end()) >= 0) {
                for (std::size_t i = 0; i < parties; ++i) {
                    ideal[i] = std::max(ideal[i], utilities[i]);
                }
            }
        }
        for (auto utilities : *tests::some_deals(parties, 8, -2, 9)) {
            for (std::size_t i = 0; i < parties; ++i) {
                utilities[i] = std::min(utilities[i], ideal[i]);
            }
            deals.push_back(utilities);
        }
        RC_CLASSIFY(narrow.has_value(), "not empty");
        if (narrow) {
            const auto wide = solve(listed(deals, no_deal)).kalai_smorodinsky;
            RC_ASSERT(wide->objective >= narrow->objective);
        }
    });
}
