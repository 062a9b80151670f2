#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>

#include <negotiation/sequence/order_report.hpp>
#include <negotiation/sequence/outlook.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

/// Deals: whether I give (0, costs 2) and whether you give (1, worth 4 to me, half undone); and the
/// order (2): I, you, my last step; or my steps, then yours. My last step, which no issue decides,
/// costs 1, half of it undone.
outlook three_steps() {
    outlook of;
    of.order = 2;
    of.orders = {{0, 1, 2}, {2, 0, 1}};
    of.steps.resize(3);
    of.steps[0] = {true, issue_id{0}, 0, {0, to_units(-2)}, {0, to_units(2)}, 0};
    of.steps[1] = {false, issue_id{1}, 0, {0, to_units(2)}, {}, 0.5};
    of.steps[2] = {true, std::nullopt, 0, {to_units(-0.5)}, {to_units(1)}, 0.5};
    of.given_up = to_units(0.3L);
    of.belief = 0.25;
    return of;
}

/// A random outlook over one issue a step and the order, and what its numbers were made of.
struct made {
    outlook of;
    std::vector<std::vector<double>> values;  ///< of the party, by step, by option
    double given_up = 0;
    double breakdown = 0;
};

made random_outlook() {
    const std::size_t steps = *rc::gen::inRange<std::size_t>(1, 7);
    made all;
    all.of.order = static_cast<issue_id>(steps);
    all.of.belief = *rc::gen::element(0.0, 0.15, 0.5, 0.9);
    all.given_up = *rc::gen::inRange(-4, 9) / 10.0;
    all.breakdown = *rc::gen::element(0.0, 0.0, 0.3);
    all.of.given_up = to_units(all.given_up);
    all.of.breakdown = to_units(all.breakdown);
    for (std::size_t s = 0; s < steps; ++s) {
        foreseen_step step;
        step.own = *rc::gen::arbitrary<bool>();
        step.issue = static_cast<issue_id>(s);
        step.status_quo = *rc::gen::inRange<option_id>(0, 3);
        step.undone = *rc::gen::element(0.0, 0.1, 0.5, 0.9, 1.0);
        all.values.emplace_back();
        for (option_id o = 0; o < 3; ++o) {
            const int tenths = step.own ? *rc::gen::inRange(-8, 2) : *rc::gen::inRange(-2, 9);
            const double value = o == step.status_quo ? 0 : tenths / 10.0;
            all.values.back().push_back(value);
            step.kept.push_back(to_units((1 - static_cast<long double>(step.undone)) * value));
            if (step.own) {
                step.cost.push_back(to_units(std::max(0.0, -value)));
            }
        }
        all.of.steps.push_back(std::move(step));
    }
    for (int k = 0; k < 2; ++k) {
        std::vector<step_id> order(steps);
        for (step_id s = 0; s < steps; ++s) {
            order[s] = s;
        }
        for (std::size_t s = steps; s > 1; --s) {
            std::swap(order[s - 1], order[*rc::gen::inRange<std::size_t>(0, s)]);
        }
        all.of.orders.push_back(std::move(order));
    }
    return all;
}

outcome random_deal(const outlook& of) {
    outcome deal;
    for (std::size_t s = 0; s < of.steps.size(); ++s) {
        deal.push_back(*rc::gen::inRange<option_id>(0, 3));
    }
    deal.push_back(*rc::gen::inRange<option_id>(0, 2));
    return deal;
}

/// The same by the walk of an order: the steps that are done as an agreement, the party's share of
/// the alternative taken off its own steps.
double by_walking(const made& from, const outcome& deal) {
    agreement carried;
    carried.completion = {100, 100};
    carried.breakdown = {from.breakdown, 0};
    std::vector<std::optional<step_id>> place(from.of.steps.size());
    double cost = 0;
    double own = 0;
    for (step_id s = 0; s < place.size(); ++s) {
        const foreseen_step& seen = from.of.steps[s];
        if (deal[s] == seen.status_quo) {
            continue;
        }
        place[s] = carried.steps.size();
        step done;
        done.performer = seen.own ? 0 : 1;
        done.value = {from.values[s][deal[s]], 0};
        done.undone = {seen.undone, 0};
        cost += seen.own ? std::max(0.0, -done.value[0]) : 0;
        own += seen.own ? 1 : 0;
        carried.steps.push_back(done);
    }
    for (step& s : carried.steps) {
        if (s.performer == 0) {
            s.value[0] -= from.given_up * (cost > 0 ? std::max(0.0, -s.value[0]) / cost : 1 / own);
        }
    }
    std::vector<step_id> order;
    for (const step_id s : from.of.orders[deal.back()]) {
        if (place[s]) {
            order.push_back(*place[s]);
        }
    }
    const order_report report = walk(exchange(carried), order);
    std::optional<double> worst;
    std::size_t done = 0;
    for (const run& r : report.runs) {
        done += r.steps.size();
        if (r.party == 0 && r.hands_over) {
            const double left = report.halt_values[done * 2];
            worst = worst ? std::min(*worst, left) : left;
        }
    }
    return (1 - from.of.belief) * worst.value_or(0);
}

}  // namespace

TEST_CASE("the worst collapse is the least that a hand-over leaves") {
    const derived_value part = worst_collapse(three_steps());
    // I hand over after my first step: 2 paid, and two thirds of what I give up
    CHECK(part.value({1, 1, 0}) == -1'650'000'000'000);
    // nothing of mine comes before your step
    CHECK(part.value({0, 1, 0}) == 0);
    // nobody hands over where only I have something to do
    CHECK(part.value({1, 0, 0}) == 0);
    // both my steps first: 2 and half of 1 are gone, and 2.5 / 3 of what I give up
    CHECK(part.value({1, 1, 1}) == -2'062'500'000'000);
    // only my last step is left to do before yours: all that I give up goes with it, half undone
    CHECK(part.value({0, 1, 1}) == -487'500'000'000);
    CHECK(part.decides_first() == std::vector<issue_id>{2});
}

TEST_CASE("where own steps cost nothing they give up the alternative in equal parts") {
    outlook of = three_steps();
    of.steps[0].cost = {0, 0};
    of.steps[0].kept = {0, to_units(1)};
    of.steps[2].cost = {0};
    of.steps[2].kept = {to_units(0.5L)};
    const derived_value part = worst_collapse(of);
    CHECK(part.value({1, 1, 0}) == 637'500'000'000);  // 0.75 (1 - 0.15)
    CHECK(part.value({1, 1, 1}) == 956'250'000'000);  // 0.75 (1.5 - 0.15 - 0.075)
}

TEST_CASE("the worst collapse is what the walk of the order finds") {
    tests::check_always(400, [] {
        const made from = random_outlook();
        const derived_value part = worst_collapse(from.of);
        const outcome deal = random_deal(from.of);
        const double expected = by_walking(from, deal);
        RC_ASSERT(std::abs(static_cast<double>(part.value(deal)) * 1e-12 - expected) < 1e-10);
    });
}

TEST_CASE("bounds of the worst collapse hold for every way to go on") {
    tests::check_always(200, [] {
        const made from = random_outlook();
        const derived_value part = worst_collapse(from.of);
        const open_options domains{{2}, {0, 1, 2}, {1}};
        open_options open;
        std::vector<issue_id> turn;
        for (issue_id k = 0; k <= from.of.steps.size(); ++k) {
            turn.insert(turn.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, k + 1), k);
            open.push_back({0, 1});
            if (k < from.of.steps.size() && *rc::gen::arbitrary<bool>()) {
                open.back() = *rc::gen::elementOf(domains);
            }
        }
        const auto within = part.bounds(open, turn);
        outcome deal = random_deal(from.of);
        for (int tried = 0; tried < 20; ++tried) {
            const std::size_t decided = *rc::gen::inRange<std::size_t>(0, turn.size() + 1);
            const sum_range range = within(deal, decided);
            outcome further = deal;
            for (std::size_t k = decided; k < turn.size(); ++k) {
                further[turn[k]] = *rc::gen::elementOf(open[turn[k]]);
            }
            RC_ASSERT(range.least <= part.value(further));
            RC_ASSERT(part.value(further) <= range.greatest);
        }
    });
}

TEST_CASE("an outlook that makes no sense is refused") {
    outlook of = three_steps();
    of.orders[1] = {0, 0, 1};
    CHECK_THROWS_WITH_AS(static_cast<void>(worst_collapse(of)),
                         "worst_collapse: an order must have each of 3 steps once",
                         std::invalid_argument);
    of = three_steps();
    of.belief = 1.5;
    CHECK_THROWS_WITH_AS(static_cast<void>(worst_collapse(of)),
                         "worst_collapse: a belief must lie in [0, 1]; got 1.5",
                         std::invalid_argument);
    of = three_steps();
    of.steps[0].cost.pop_back();
    CHECK_THROWS_WITH_AS(static_cast<void>(worst_collapse(of)),
                         "worst_collapse: a step needs a number for each option; got 2 kept, 1 "
                         "costs",
                         std::invalid_argument);
    of = three_steps();
    of.steps[1].undone = -1;
    CHECK_THROWS_WITH_AS(static_cast<void>(worst_collapse(of)),
                         "worst_collapse: a share undone must lie in [0, 1]; got -1",
                         std::invalid_argument);
}
