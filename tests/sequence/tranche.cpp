#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/tranche.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr unit_terms at_half{0.5, 1};

/// Two goods that change hands, so many units of each, the second party with something beyond.
agreement two_goods(const unit_terms& of, double units, double beyond) {
    tests::two_sided made;
    made.made.completion = {0, beyond};
    made.made.breakdown = {0, 0};
    made.add("a", 0, {-of.cost * units, of.worth * units}, {0, 0});
    made.add("b", 1, {of.worth * units, -of.cost * units}, {0, 0});
    return made.made;
}

/// Both goods cut alike.
agreement both_cut(const agreement& of, const std::vector<double>& sizes) {
    const agreement first = cut(of, 0, sizes);
    return cut(first, static_cast<step_id>(first.steps.size() - 1), sizes);
}

/// Tranche and answer in turn.
std::vector<step_id> in_turn(std::size_t tranches) {
    std::vector<step_id> order;
    for (std::size_t k = 0; k < tranches; ++k) {
        order.push_back(static_cast<step_id>(k));
        order.push_back(static_cast<step_id>(tranches + k));
    }
    return order;
}

/// What a party still expects from its move `from` on, each move discounted: gives, then receives.
double surplus(const std::vector<double>& given, const std::vector<double>& received, double cost,
               double worth, double discount, std::size_t from) {
    double sum = 0;
    double weight = 1;
    for (std::size_t t = from; t < given.size(); ++t) {
        sum += weight * (-cost * given[t] + discount * worth * received[t]);
        weight *= discount * discount;
    }
    return sum;
}

}  // namespace

TEST_CASE("an alternating exchange shrinks by a fixed ratio") {
    const auto plan = alternating_tranches({at_half, at_half, 0.9});
    REQUIRE(plan);
    CHECK(plan->ratio == printed(0.308642, 6));
    CHECK(plan->first == printed(0.69136, 5));
    CHECK(size_of(*plan, 1) == printed(0.21338, 5));
    CHECK(size_of(*plan, 2) == printed(0.06586, 5));
    CHECK(size_of(*plan, 3) == printed(0.02033, 5));
    // possible only where the ratio is below 1
    CHECK_FALSE(alternating_tranches({{0.9, 1}, {0.9, 1}, 0.9}));
    CHECK_FALSE(alternating_tranches({{1, 1}, {1, 1}, 1}));
    CHECK(alternating_tranches({{0.8, 1}, {0.9, 1}, 0.9}));
    CHECK_FALSE(alternating_tranches({{1, 0}, {0, 1}, 1}));
    // what costs nothing is given at once
    CHECK(alternating_tranches({{0, 1}, {0, 1}, 0.5}) == geometric_tranches{1, 0});
    CHECK_THROWS_AS(alternating_tranches({at_half, at_half, 0}), std::invalid_argument);
    CHECK_THROWS_AS(alternating_tranches({at_half, at_half, no_number}), std::invalid_argument);
    CHECK_THROWS_AS(alternating_tranches({{-1, 1}, at_half, 1}), std::invalid_argument);
    CHECK_THROWS_AS(alternating_tranches({at_half, {1, no_number}, 1}), std::invalid_argument);
}

TEST_CASE("on an alternating path both incentive constraints bind") {
    const alternating_terms of{{0.5, 1.2}, {0.4, 0.9}, 0.95};
    const auto plan = alternating_tranches(of);
    REQUIRE(plan);
    std::vector<double> a;
    std::vector<double> b;
    std::vector<double> next;
    for (std::size_t t = 0; t < 60; ++t) {
        a.push_back(size_of(*plan, t));
        b.push_back(of.of_first.cost / (of.discount * of.of_second.worth) * a.back());
        next.push_back(size_of(*plan, t + 1));
    }
    CHECK(near(std::accumulate(a.begin(), a.end(), 0.0), 1));
    CHECK(near(std::accumulate(b.begin(), b.end(), 0.0),
               of.of_first.cost / (of.discount * of.of_second.worth)));
    for (std::size_t t = 0; t < 30; ++t) {
        CHECK(near(surplus(a, b, of.of_first.cost, of.of_second.worth, of.discount, t), 0));
        CHECK(near(surplus(b, next, of.of_second.cost, of.of_first.worth, of.discount, t), 0));
    }
}

TEST_CASE("with equal totals the first tranche is limited by what the second mover is repaid") {
    const alternating_terms of{at_half, at_half, 0.9};
    const auto first = largest_first_tranche(of);
    REQUIRE(first);
    CHECK(*first == printed(0.444444, 6));
    // it is reached: then everything shrinks by the ratio, and the first mover has something over
    const auto plan = alternating_tranches(of);
    REQUIRE(plan);
    const double repaid = of.of_second.cost / (of.discount * of.of_first.worth);
    std::vector<double> a{*first};
    std::vector<double> b;
    for (std::size_t t = 0; t < 60; ++t) {
        b.push_back(size_of(*plan, t));
        a.push_back(repaid * b.back());
    }
    const std::vector<double> next(a.begin() + 1, a.end());
    a.pop_back();
    CHECK(near(std::accumulate(a.begin(), a.end(), 0.0), 1));
    CHECK(near(std::accumulate(b.begin(), b.end(), 0.0), 1));
    CHECK(surplus(a, b, 0.5, 1, 0.9, 0) > 0.1);
    for (std::size_t t = 0; t < 30; ++t) {
        CHECK(surplus(a, b, 0.5, 1, 0.9, t) > -tests::grid);
        CHECK(near(surplus(b, next, 0.5, 1, 0.9, t), 0));
    }
    CHECK_FALSE(largest_first_tranche({{0.95, 1}, at_half, 0.9}));
    CHECK_FALSE(largest_first_tranche({at_half, {0.9, 1}, 0.9}));
    CHECK_FALSE(largest_first_tranche({{0.5, 0}, at_half, 0.9}));
}

TEST_CASE(
    "simultaneous contributions that cannot be taken back shrink by cost over discounted "
    "worth") {
    const auto plan = simultaneous_tranches(at_half, 0.9);
    REQUIRE(plan);
    CHECK(plan->ratio == printed(0.555556, 6));
    CHECK(plan->first == printed(0.444444, 6));
    // a round's cost is what the later rounds are worth, at each of them
    for (std::size_t t = 0; t < 10; ++t) {
        double later = 0;
        for (std::size_t s = t + 1; s < t + 120; ++s) {
            later += std::pow(0.9, static_cast<double>(s - t)) * (1 - 0.5) * size_of(*plan, s);
        }
        CHECK(near(0.5 * size_of(*plan, t), later));
    }
    CHECK_FALSE(simultaneous_tranches({0.9, 1}, 0.9));
    CHECK_FALSE(simultaneous_tranches({0, 0}, 0.9));
    CHECK(simultaneous_tranches({0, 1}, 0.9) == geometric_tranches{1, 0});
    CHECK_THROWS_AS(simultaneous_tranches(at_half, 1.5), std::invalid_argument);
}

TEST_CASE("at a fixed trust of 0.4 three tranches reach 95 percent") {
    CHECK(share_at_risk(at_half, 0.4) == printed(0.666667, 6));
    CHECK(share_at_risk(at_half, 0.15) == printed(0.176471, 6));
    const auto likely = fixed_trust_tranches(at_half, 0.4);
    const auto unlikely = fixed_trust_tranches(at_half, 0.15);
    REQUIRE(likely);
    REQUIRE(unlikely);
    CHECK(tranches_to_reach(*likely, 0.95) == 3);
    CHECK(tranches_to_reach(*unlikely, 0.95) == 16);
    CHECK(tranches_to_reach(*unlikely, 0) == 0);
    CHECK_FALSE(tranches_to_reach(*unlikely, 1));
    // what three tranches reach exactly takes three
    CHECK(tranches_to_reach(*likely, 26.0 / 27) == 3);
    // from cost over worth on, all at once
    CHECK(fixed_trust_tranches(at_half, 0.5) == geometric_tranches{1, 0});
    CHECK(fixed_trust_tranches({0.6, 1}, 0.6) == geometric_tranches{1, 0});
    CHECK(fixed_trust_tranches({0, 1}, 0.01) == geometric_tranches{1, 0});
    CHECK(fixed_trust_tranches(at_half, 1) == geometric_tranches{1, 0});
    CHECK(tranches_to_reach({1, 0}, 1) == 1);
    // nothing to be had, nobody believed
    CHECK_FALSE(fixed_trust_tranches({1, 1}, 0.9));
    CHECK_FALSE(fixed_trust_tranches({1, 1}, 1));
    CHECK_FALSE(fixed_trust_tranches(at_half, 0));
    CHECK_THROWS_AS(share_at_risk(at_half, 1.1), std::invalid_argument);
    CHECK_THROWS_AS(share_at_risk(at_half, no_number), std::invalid_argument);
    CHECK_THROWS_AS(tranches_to_reach(*likely, -0.1), std::invalid_argument);
    // so small a belief that no number of tranches is worth writing down
    CHECK_FALSE(tranches_to_reach({1e-300, 1}, 0.5));
}

TEST_CASE("with learning later tranches grow and the plan finishes") {
    const auto plan = tranche_plan(at_half, 0.1, {1, 0.3, 100, reading::next_turn});
    REQUIRE(plan);
    double left = 1;
    double odds = 0.1 / 0.9;
    for (std::size_t k = 0; k < plan->size(); ++k) {
        CHECK(near((*plan)[k], std::min(1.0, odds) * left));
        left -= (*plan)[k];
        odds /= 0.7;
    }
    // ln 9 / 0.356675 = 6.16: seven honoured tranches, then all that is left
    CHECK(plan->size() == 8);
    CHECK(near(std::accumulate(plan->begin(), plan->end(), 0.0), 1));
    CHECK((*plan)[1] > (*plan)[0]);
    // by drawdown the second tranche must not be more than the first mover dared at the start
    const auto wary = tranche_plan(at_half, 0.1, {1, 0.9});
    REQUIRE(wary);
    CHECK(near((*wary)[0], 1.0 / 9));
    CHECK(near((*wary)[1], 1.0 / 9 + 1.0 / 9));
    CHECK(near((*wary)[2], 1.0 / 9 + 1.0 / 3));
    CHECK(wary->size() == 4);
    CHECK(tranche_plan(at_half, 0.1, {1, 0.9, 100, reading::next_turn})->size() == 2);
    // by peak exposure what has been gained may be risked, with or without learning
    CHECK(tranche_plan(at_half, 0.1, {1, 0, 100, reading::peak_exposure})->size() == 4);
    // without learning it is the plan of fixed trust
    const auto fixed = tranche_plan(at_half, 0.15, {0.95, 0});
    REQUIRE(fixed);
    CHECK(fixed->size() == 16);
    for (std::size_t k = 0; k < fixed->size(); ++k) {
        CHECK(near((*fixed)[k], size_of(*fixed_trust_tranches(at_half, 0.15), k)));
    }
    // which never finishes the whole
    CHECK_FALSE(tranche_plan(at_half, 0.15, {1, 0}));
    CHECK_FALSE(tranche_plan(at_half, 0.001, {0.95, 0, 100}));
    CHECK_FALSE(tranche_plan(at_half, 0, {0.95, 0.5}));
    CHECK_FALSE(tranche_plan({1, 1}, 0.5, {0.95, 0.5}));
    CHECK(tranche_plan(at_half, 0, {0, 0})->empty());
    CHECK(tranche_plan(at_half, 1) == std::vector<double>{1});
    CHECK_THROWS_AS(tranche_plan(at_half, 0.5, {1.5, 0}), std::invalid_argument);
    CHECK_THROWS_AS(tranche_plan(at_half, 0.5, {1, -0.5}), std::invalid_argument);
}

TEST_CASE("equal tranches ask for little at the start and for cost over worth at the last") {
    CHECK(near(equal_tranche_trust(at_half, 3, 0), 0.25));
    CHECK(equal_tranche_trust(at_half, 6, 0) == printed(0.142857, 6));
    CHECK(equal_tranche_trust(at_half, 20, 0) == printed(0.047619, 6));
    for (std::size_t n = 1; n < 30; ++n) {
        CHECK(near(equal_tranche_trust({0.3, 1}, n, n - 1), 0.3));
    }
    CHECK(near(equal_tranche_trust({1, 1}, 5, 0), 1));
    CHECK(near(equal_tranche_trust({0, 0}, 5, 0), 1));
    CHECK(near(equal_tranche_trust({0, 1}, 5, 4), 0));
    CHECK_THROWS_AS(equal_tranche_trust(at_half, 3, 3), std::invalid_argument);
    CHECK_THROWS_AS(equal_tranche_trust(at_half, 0, 0), std::invalid_argument);
}

TEST_CASE("so many equal tranches let a belief start") {
    CHECK(equal_tranches_to_start(at_half, 0.25) == 3);
    CHECK(equal_tranches_to_start(at_half, 0.24) == 4);
    CHECK(equal_tranches_to_start(at_half, 0.05) == 19);
    CHECK(equal_tranches_to_start(at_half, 1) == 1);
    CHECK(equal_tranches_to_start({0, 1}, 0.1) == 1);
    CHECK_FALSE(equal_tranches_to_start(at_half, 0));
    CHECK_FALSE(equal_tranches_to_start({1, 1}, 0.5));
    CHECK_FALSE(equal_tranches_to_start(at_half, 1e-200));
    for (int k = 1; k < 100; ++k) {
        const double belief = 0.01 * k;
        const auto n = equal_tranches_to_start({0.4, 1}, belief);
        REQUIRE(n);
        CHECK(equal_tranche_trust({0.4, 1}, *n, 0) <= belief + tests::grid);
        CHECK((*n == 1 || equal_tranche_trust({0.4, 1}, *n - 1, 0) > belief));
    }
}

TEST_CASE("sixteen months at two percent a month are survived with 0.726") {
    CHECK(plan_survival(0.02, 1, 16) == printed(0.726149, 6));
    CHECK(near(plan_survival(0.02, 1, 0), 1));
    CHECK(near(plan_survival(1e100, 1e100, 3), 0));
    CHECK_THROWS_AS(plan_survival(-1, 1, 16), std::invalid_argument);
    CHECK_THROWS_AS(plan_survival(1, no_number, 16), std::invalid_argument);
}

TEST_CASE("more tranches risk less and live longer under a hazard") {
    // half of all plans outlive a tranche: 1, 2, 3 and 4 tranches are worth 0, 1/32, 1/32, 7/256
    const hazard under{std::log(2.0), 1, 50};
    CHECK(near(equal_tranches_value(at_half, 0.5, under, 1), 0));
    CHECK(near(equal_tranches_value(at_half, 0.5, under, 2), 1.0 / 32));
    CHECK(near(equal_tranches_value(at_half, 0.5, under, 3), 1.0 / 32));
    CHECK(near(equal_tranches_value(at_half, 0.5, under, 4), 7.0 / 256));
    const auto best = best_equal_tranches(at_half, 0.5, under);
    REQUIRE(best);
    CHECK(best->count == 2);
    CHECK(near(best->value, 1.0 / 32));
    // more trust, or more hazard, means fewer tranches
    CHECK(best_equal_tranches(at_half, 0.9, under)->count == 1);
    CHECK(best_equal_tranches(at_half, 0.3, {0.02, 1, 1000})->count >
          best_equal_tranches(at_half, 0.3, {0.1, 1, 1000})->count);
    // without a hazard more is never worse
    CHECK(best_equal_tranches(at_half, 0.3, {0, 1, 40})->count == 40);
    CHECK(best_equal_tranches(at_half, 1, {0, 1, 40})->count == 1);
    // without a hazard a start pays exactly where the trust it asks for is there
    for (std::size_t n = 1; n < 30; ++n) {
        const double belief = equal_tranche_trust(at_half, n, 0);
        CHECK(near(equal_tranches_value(at_half, belief, {0, 1}, n), 0));
    }
    CHECK_FALSE(best_equal_tranches(at_half, 0, under));
    CHECK_FALSE(best_equal_tranches(at_half, 0.1, {1, 1}));
    CHECK_FALSE(best_equal_tranches({1, 1}, 1, {0, 1}));
    CHECK_THROWS_AS(best_equal_tranches(at_half, 0.5, {0, 1, 0}), std::invalid_argument);
    CHECK_THROWS_AS(equal_tranches_value(at_half, 0.5, under, 0), std::invalid_argument);
}

TEST_CASE("a step is cut into parts that add up to it") {
    agreement of = tests::four_steps().made;
    of.steps[1].pretence = faking{0.7, 0.4, 30};
    of.steps[1].days = 10;
    of.steps[1].defection = 0.3;
    const std::vector<double> sizes{1.0 / 3, 1.0 / 3};
    const agreement parts = cut(of, 1, sizes);
    REQUIRE(parts.steps.size() == 6);
    double given = 0;
    double got = 0;
    double days = 0;
    double saves = 0;
    for (step_id s = 1; s <= 3; ++s) {
        const step& part = parts.steps[s];
        given += part.value[0];
        got += part.value[1];
        days += part.days;
        saves += part.pretence->saves;
        CHECK(part.performer == 0);
        CHECK(near(part.value[1], 4.0 / 3));
        CHECK(near(part.defection, 0.3));
        CHECK(near(part.pretence->detection, 0.4));
        CHECK(near(part.pretence->window_days, 30));
    }
    CHECK(near(given, -2));
    CHECK(near(got, 4));
    CHECK(near(days, 10));
    CHECK(near(saves, 0.7));
    CHECK(parts.steps[1].after.empty());
    CHECK(parts.steps[2].after == std::vector<step_id>{1});
    CHECK(parts.steps[3].after == std::vector<step_id>{2});
    CHECK(parts.steps[4].after == std::vector<step_id>{0});
    CHECK(parts.steps[5].after == std::vector<step_id>{3});
    // the whole is worth what it was, to the last grain
    const exchange whole(of);
    const exchange split(parts);
    for (party_id i = 0; i < 2; ++i) {
        CHECK(near(static_cast<double>(whole.total(i)) * whole.grain(i),
                   static_cast<double>(split.total(i)) * split.grain(i)));
    }
    CHECK(cut(of, 2, std::vector<double>{1}) == of);
    CHECK_THROWS_AS(cut(of, 4, sizes), std::invalid_argument);
    CHECK_THROWS_AS(cut(of, 1, {}), std::invalid_argument);
    CHECK_THROWS_AS(cut(of, 1, std::vector<double>{0.5, 0.6}), std::invalid_argument);
    CHECK_THROWS_AS(cut(of, 1, std::vector<double>{0.5, 0}), std::invalid_argument);
    CHECK_THROWS_AS(cut(of, 1, std::vector<double>{no_number}), std::invalid_argument);
    CHECK_THROWS_AS(cut(of, 1, std::vector<double>(200, 0.005)), std::invalid_argument);
}

TEST_CASE("walked, equal tranches ask for what the formula says") {
    using tests::exactly;
    using tests::ratio;
    for (const unit_terms& of : {at_half, unit_terms{1, 3}, unit_terms{0.7, 1}}) {
        for (std::size_t n = 1; n <= 12; ++n) {
            CAPTURE(n);
            const auto units = static_cast<double>(n);
            const std::vector<double> sizes(n, 1 / units);
            const exchange made(both_cut(two_goods(of, units, of.cost), sizes));
            for (const reading how : {reading::next_turn, reading::drawdown}) {
                const order_report report = walk(made, in_turn(n), {how, false});
                CHECK(report.feasible());
                REQUIRE(report.runs.size() == 2 * n);
                const ratio k(exactly(of.cost, 1000), 1000);
                const ratio v(exactly(of.worth, 1000), 1000);
                for (std::size_t j = 0; j < n; ++j) {
                    const ratio left = static_cast<long long>(n - j);
                    CHECK(fraction_of(report.runs[2 * j].needed) ==
                          tests::text(k / (k + left * (v - k))));
                    CHECK(near(probability_of(report.runs[2 * j].needed),
                               equal_tranche_trust(of, n, j)));
                    // whoever answers holds a tranche already: it has that much less to gain
                    if (j + 1 < n) {
                        CHECK(fraction_of(report.runs[2 * j + 1].needed) ==
                              tests::text(k / (k + left * (v - k) - v + k)));
                    }
                }
                CHECK(fraction_of(report.by_party[0]) == tests::text(k / v));
            }
        }
    }
}

TEST_CASE("the solver finds the trust of an exchange in turn") {
    const std::vector<double> sizes(6, 1.0 / 6);
    agreement of = both_cut(two_goods(at_half, 6, 3), sizes);
    for (step_id k = 0; k < 6; ++k) {
        of.steps[6 + k].after.push_back(k);
        if (k > 0) {
            of.steps[k].after.push_back(5 + k);
        }
    }
    const exchange made(of);
    const least_trust found = least_trust_order(made, ideal_lattice(made.order()));
    REQUIRE(found.status == search_status::found);
    CHECK(found.best.order == in_turn(6));
    CHECK(fraction_of(greatest(found.best)) == "1/2");
}

TEST_CASE("the last step is always the hard one") {
    for (const double belief : {0.05, 0.15, 0.4}) {
        CAPTURE(belief);
        const auto plan = tranche_plan(at_half, belief, {0.95, 0});
        REQUIRE(plan);
        // what is left is one more tranche
        const exchange made(both_cut(two_goods(at_half, 100, 200), *plan));
        const std::size_t n = plan->size() + 1;
        for (const reading how : {reading::next_turn, reading::drawdown}) {
            const order_report report = walk(made, in_turn(n), {how, false});
            CHECK(report.feasible());
            for (std::size_t k = 0; k + 1 < n; ++k) {
                CHECK(near(probability_of(report.runs[2 * k].needed), belief, 1e-9));
            }
            CHECK(near(probability_of(report.runs[2 * (n - 1)].needed), 0.5));
        }
    }
}
