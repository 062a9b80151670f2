#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/survival/hazard.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

namespace {

/// One issue in steps of a hundredth: option k is worth k / 100.
outcome_space hundredths() {
    outcome_space space;
    space.sizes = {101, 2};
    space.domains = {{}, {0, 1}};
    for (option_id k = 0; k <= 100; ++k) {
        space.domains[0].push_back(k);
    }
    return space;
}

utility_function worth_hundredths() {
    utility_function f;
    f.scale.grain = to_units(0.01L);
    f.terms = {{{0}, {}}};
    for (grains k = 0; k <= 100; ++k) {
        f.terms[0].values.push_back(k);
    }
    return f;
}

hazard of_israel(double noise = 0.05) {
    hazard made;
    made.stated = measure::probability;
    made.value = 0.02;
    made.period = 30.4375;
    made.answers_to = spoiler{worth_hundredths(), 0.65, 0.10, noise};
    return made;
}

}  // namespace

TEST_CASE("Israel answers to deals as the table says") {
    const outcome_space space = hundredths();
    const hazard israel = of_israel();
    // the two values of the table lie at .597 and .6665, between hundredths
    const auto expected = [](double v) { return 0.02 + 0.10 / (1 + std::exp((v - 0.65) / 0.05)); };
    CHECK(expected(0.597) == printed(0.0943, 4));
    CHECK(expected(0.6665) == printed(0.0618, 4));
    for (const option_id k : {0U, 40U, 60U, 65U, 67U, 100U}) {
        CHECK(near(level_of(israel, space, {k, 0}), expected(k / 100.0)));
        CHECK(near(response_of(*israel.answers_to, space, {k, 0}), expected(k / 100.0) - 0.02));
    }
    CHECK(near(level_of(israel, space, {65, 0}), 0.07));
}

TEST_CASE("a spoiler without noise answers in one step") {
    const outcome_space space = hundredths();
    const hazard israel = of_israel(0);
    CHECK(near(level_of(israel, space, {64, 0}), 0.12));
    CHECK(near(level_of(israel, space, {65, 0}), 0.02));
}

TEST_CASE("a far deal does not overflow a spoiler's answer") {
    const outcome_space space = hundredths();
    const hazard israel = of_israel(1e-300);
    CHECK(level_of(israel, space, {100, 0}) == 0.02);
    CHECK(near(level_of(israel, space, {0, 0}), 0.12));
}

TEST_CASE("a probability a month is a rate") {
    const hazard israel = of_israel();
    CHECK(
        near(std::exp(-12 * israel.period * daily_rate(israel, 0.0943)), std::pow(1 - 0.0943, 12)));
    CHECK(daily_rate(israel, 1) == std::numeric_limits<double>::infinity());
    CHECK(daily_rate(israel, 0) == 0);
    hazard truce;
    truce.value = 0.08;
    truce.period = 30.4375;
    CHECK(near(daily_rate(truce, 0.08) * 30.4375, 0.08));
    // half of it is over after so many months
    CHECK(std::log(2) / (daily_rate(truce, 0.08) * 30.4375) == printed(8.66, 2));
}

TEST_CASE("terms count where all their conditions hold") {
    const outcome_space space = hundredths();
    hazard made;
    made.value = 0.02;
    std::vector<bool> first(101, false);
    first[0] = first[1] = true;
    made.terms = {{{{0, first}, {1, {false, true}}}, 0.03}, {{{1, {true, false}}}, -0.5}};
    CHECK(near(level_of(made, space, {1, 1}), 0.05));
    CHECK(near(level_of(made, space, {2, 1}), 0.02));
    CHECK(near(level_of(made, space, {1, 1}, false), 0.02));
    CHECK(level_of(made, space, {1, 0}) == 0);  // never less
    CHECK(all_hold({}, {1, 0}));
}

TEST_CASE("a probability stays below one") {
    const outcome_space space = hundredths();
    hazard made = of_israel();
    made.terms = {{{{1, {true, false}}}, 5}};
    CHECK(level_of(made, space, {1, 0}) < 1);
    CHECK(std::isfinite(daily_rate(made, level_of(made, space, {1, 0}))));
}

TEST_CASE("milestones have names") {
    std::vector<std::string> names;
    for (const milestone one : named_milestones) {
        names.emplace_back(to_string(one));
    }
    CHECK(names == std::vector<std::string>{"signature", "vote", "first_step", "completion"});
    CHECK(to_string(milestone::step) == "step");
}
