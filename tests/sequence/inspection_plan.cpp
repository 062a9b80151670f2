#include <algorithm>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/inspection_plan.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;

namespace {

honesty needing(step_id which, std::optional<double> detection) {
    honesty of;
    of.which = which;
    of.needed = detection;
    return of;
}

}  // namespace

TEST_CASE("so many visits are needed") {
    CHECK(near(detection_by({0.3, 1}, 2), 0.51));
    CHECK(near(detection_by({0.3, 1}, 0), 0));
    CHECK(near(detection_by({1, 1}, 3), 1));
    CHECK(near(detection_by({1, 1}, 0), 0));
    CHECK(visits_needed({0.3, 1}, 0.5) == 2);
    CHECK(visits_needed({0.3, 1}, 0.51) == 2);
    CHECK(visits_needed({0.5, 1}, 0.875) == 3);
    CHECK(visits_needed({0.5, 1}, 0) == 0);
    CHECK(visits_needed({1, 1}, 1) == 1);
    CHECK_FALSE(visits_needed({0.9, 1}, 1));
    CHECK_FALSE(visits_needed({0, 1}, 0.1));
    CHECK_FALSE(visits_needed({1e-300, 1}, 0.1));
    CHECK_THROWS_AS(visits_needed({0.3, 1}, 1.1), std::invalid_argument);
    CHECK_THROWS_AS(visits_needed({1.3, 1}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(detection_by({0.3, -1}, 1), std::invalid_argument);
    tests::check_always(300, [] {
        const inspection of{*rc::gen::inRange(1, 100) * 0.01, 1};
        const double needed = *rc::gen::inRange(1, 100) * 0.01;
        const auto n = visits_needed(of, needed);
        RC_ASSERT(n.has_value());
        RC_ASSERT(detection_by(of, *n) >= needed - tests::grid);
        RC_ASSERT(detection_by(of, *n - 1) < needed);
    });
}

TEST_CASE("a budget keeps as many steps honest as it can") {
    const std::vector<honesty> steps{needing(4, 0.75), needing(1, 0.5), needing(0, std::nullopt),
                                     needing(2, 0.5), needing(3, 0.0)};
    const std::vector<inspection> visits{{0.5, 3}, {0.5, 4}, {1, 1}, {0.5, 4}, {0.5, 100}};
    const inspection_plan whole = cheapest_inspections(steps, visits);
    CHECK(near(whole.cost, 6 + 4 + 4));
    CHECK(near(whole.spent, 14));
    CHECK(near(whole.short_of, 0));
    CHECK(whole.steps[0].which == 4);
    CHECK(whole.steps[0].visits == 2);
    CHECK(whole.steps[0].kept_honest);
    // no visit helps the third, the last needs none
    CHECK_FALSE(whole.steps[2].visits);
    CHECK_FALSE(whole.steps[2].kept_honest);
    CHECK(whole.steps[4].visits == 0);
    CHECK(whole.steps[4].kept_honest);

    const inspection_plan tight = cheapest_inspections(steps, visits, 9);
    CHECK(near(tight.cost, 14));
    CHECK(near(tight.spent, 8));
    CHECK(near(tight.short_of, 5));
    CHECK_FALSE(tight.steps[0].kept_honest);
    CHECK(tight.steps[1].kept_honest);
    CHECK(tight.steps[3].kept_honest);
    // of two equally dear steps the earlier
    const inspection_plan tighter = cheapest_inspections(steps, visits, 4);
    CHECK(tighter.steps[1].kept_honest);
    CHECK_FALSE(tighter.steps[3].kept_honest);
    const inspection_plan nothing = cheapest_inspections(steps, visits, 0);
    CHECK(nothing.steps[4].kept_honest);
    CHECK(near(nothing.spent, 0));
    CHECK(near(nothing.short_of, 14));
    CHECK_THROWS_AS(cheapest_inspections(steps, {}), std::invalid_argument);
    CHECK_THROWS_AS(cheapest_inspections(steps, visits, -1), std::invalid_argument);
}

TEST_CASE("no other choice of steps within the budget is larger") {
    tests::check_always(100, [] {
        std::vector<honesty> steps;
        std::vector<inspection> visits;
        for (step_id k = 0; k < 8; ++k) {
            steps.push_back(needing(k, *rc::gen::inRange(0, 10) * 0.1));
            visits.push_back({*rc::gen::inRange(1, 10) * 0.1, 1.0 * *rc::gen::inRange(1, 6)});
        }
        const double budget = *rc::gen::inRange(0, 60);
        const inspection_plan plan = cheapest_inspections(steps, visits, budget);
        std::ptrdiff_t most = 0;
        for (unsigned chosen = 0; chosen < 256; ++chosen) {
            double cost = 0;
            std::ptrdiff_t count = 0;
            for (std::size_t k = 0; k < 8; ++k) {
                if (((chosen >> k) & 1U) != 0) {
                    cost += plan.steps[k].cost;
                    ++count;
                }
            }
            most = cost <= budget ? std::max(most, count) : most;
        }
        RC_ASSERT(most == std::count_if(plan.steps.begin(), plan.steps.end(),
                                        [](const auto& s) { return s.kept_honest; }));
        RC_ASSERT(plan.spent <= budget + tests::grid);
    });
}
