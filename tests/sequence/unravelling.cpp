#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/tranche.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

/// A delivery and a payment: the deliverer is last, with nothing beyond.
tests::two_sided pay_and_deliver() {
    tests::two_sided of;
    of.made.completion = {0, 0};
    of.made.breakdown = {0, 0};
    of.add("pay", 0, {-1, 3}, {0, 0});
    of.add("deliver", 1, {3, -1}, {0, 0}, {"pay"});
    return of;
}

order_report carried_out(const agreement& of) {
    return walk(exchange(of), std::vector<step_id>{0, 1});
}

/// A finite exchange without a future: nothing beyond the steps, nothing undone, every step costs
/// whoever performs it.
agreement without_future(std::uint64_t number) {
    random_stream from(1980, number);
    const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
    agreement of = tests::random_agreement(
        from, parties, static_cast<std::size_t>(tests::draw(from, 1, 6)), 30, false);
    std::fill(of.completion.begin(), of.completion.end(), 0);
    for (step& s : of.steps) {
        std::fill(s.undone.begin(), s.undone.end(), 0);
        s.value[s.performer] = -tests::draw(from, 1, 4);
    }
    return of;
}

/// A hundred units at a cost of a half, answered tranche by tranche by a party with a future.
order_report in_tranches(const std::vector<double>& plan, double defection,
                         const trust_options& how) {
    tests::two_sided of;
    of.made.completion = {0, 1000};
    of.made.breakdown = {0, 0};
    of.add("a", 0, {-50, 100}, {0, 0});
    of.add("b", 1, {100, -50}, {0, 0});
    of.made.steps[1].defection = defection;
    const auto n = static_cast<step_id>(plan.size());
    const agreement split = cut(cut(of.made, 0, plan), n, plan);
    std::vector<step_id> order;
    for (step_id k = 0; k < n; ++k) {
        order.insert(order.end(), {k, k + n});
    }
    return walk(exchange(split), order, how);
}

}  // namespace

TEST_CASE("a finite exchange without a future unravels") {
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        const agreement of = without_future(number);
        CHECK(tests::feasible_orders(of, reading::drawdown).empty());
        const exchange made(of);
        CHECK(least_trust_order(made, ideal_lattice(made.order())).status ==
              search_status::infeasible);
    }
}

TEST_CASE("whoever is last takes what it has and stops, however much it trusts") {
    const order_report report = carried_out(pay_and_deliver().made);
    REQUIRE(report.refused);
    CHECK(report.refused->party == 1);
    CHECK(report.refused->done == 1);
    CHECK(tests::near(report.refused->tempted_by, 1));
}

TEST_CASE("a future, snapback or a breakdown that costs repairs the last step") {
    const double little = 0.001;
    tests::two_sided of = pay_and_deliver();
    SUBCASE("a future worth the cost of the step") {
        of.made.completion[1] = 1 - little;
        CHECK_FALSE(carried_out(of.made).feasible());
        of.made.completion[1] = 1;
    }
    SUBCASE("a third of the payment can be taken back") {
        of.made.steps[0].undone[1] = 0.333;
        CHECK_FALSE(carried_out(of.made).feasible());
        of.made.steps[0].undone[1] = 0.334;
    }
    SUBCASE("a breakdown costs as much as the step") {
        of.made.breakdown[1] = 1 - little;
        CHECK_FALSE(carried_out(of.made).feasible());
        of.made.breakdown[1] = 1;
    }
    const order_report report = carried_out(of.made);
    CHECK(report.feasible());
    // the first mover still has to trust the last
    CHECK(fraction_of(greatest(report)) == "1/3");
}

TEST_CASE("a future as large as all costs repairs every order") {
    for (std::uint64_t number = 0; number < 100; ++number) {
        CAPTURE(number);
        agreement of = without_future(number);
        for (party_id i = 0; i < parties_of(of); ++i) {
            for (const step& s : of.steps) {
                of.completion[i] += std::abs(s.value[i]);
            }
        }
        const exchange made(of);
        tests::for_each_order(
            of, [&](const std::vector<step_id>& order) { CHECK(walk(made, order).feasible()); });
    }
}

TEST_CASE("with learning any belief is enough to start small") {
    tests::check_always(200, [] {
        const double cost = *rc::gen::inRange(1, 100) * 0.01;
        const unit_terms of{cost, cost + *rc::gen::inRange(1, 100) * 0.01};
        const double belief = std::pow(10.0, -*rc::gen::inRange(1, 9));
        const double defection = *rc::gen::inRange(5, 101) * 0.01;
        const auto plan = tranche_plan(of, belief, {1, defection, 10'000, reading::next_turn});
        RC_ASSERT(plan.has_value());
        RC_ASSERT(tranche_plan(of, belief, {1, defection, 100'000}).has_value());
        RC_ASSERT(tests::near(std::accumulate(plan->begin(), plan->end(), 0.0), 1, 1e-9));
        for (const double size : *plan) {
            RC_ASSERT(size > 0);
        }
        // as many as it takes to learn enough for all that is left
        const double missing = -std::log(share_at_risk(of, belief));
        const double learned = -std::log1p(-defection);
        RC_ASSERT(static_cast<double>(plan->size()) <= 2 + missing / learned);
    });
    // perfect learning needs one tranche that is honoured, and then the rest; by drawdown what is
    // risked doubles from tranche to tranche, so that little more than is gained can be lost
    CHECK(tranche_plan({0.5, 1}, 0.1, {1, 1, 100, reading::next_turn})->size() == 2);
    CHECK(tranche_plan({0.5, 1}, 1e-6, {1, 1, 100, reading::next_turn})->size() == 2);
    CHECK(tranche_plan({0.5, 1}, 1e-6, {1, 1})->size() == 20);
    // without learning a belief below cost over worth never finishes
    CHECK_FALSE(tranche_plan({0.5, 1}, 0.49, {1, 0}));
}

TEST_CASE("walked, a plan with learning asks at every tranche for the belief it began with") {
    const unit_terms terms{0.5, 1};
    for (const double belief : {0.02, 0.1, 0.3}) {
        for (const double defection : {0.1, 0.3, 0.9}) {
            for (const reading how :
                 {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
                CAPTURE(belief);
                CAPTURE(defection);
                const auto plan = tranche_plan(terms, belief, {1, defection, 10'000, how});
                REQUIRE(plan);
                const std::size_t n = plan->size();
                const order_report report = in_tranches(*plan, defection, {how, true});
                CHECK(report.feasible());
                for (std::size_t k = 0; k + 1 < n; ++k) {
                    CHECK(tests::near(probability_of(report.runs[2 * k].needed), belief, 1e-9));
                }
                // the last is what is left, and no longer the hard one
                CHECK(probability_of(report.runs[2 * (n - 1)].needed) < belief);
            }
        }
    }
}
