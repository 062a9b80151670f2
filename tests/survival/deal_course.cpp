#include <cmath>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/survival/deal_course.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;

namespace {

outcome_space yes_or_no() {
    outcome_space space;
    space.sizes = {2};
    space.domains = {{0, 1}};
    return space;
}

deal_course some_course() { return {100, 160, 200, 400, 1000, {200, -1}}; }

hazard in_all_stages() {
    hazard made;
    made.value = 0.01;
    made.threatens = {true, true, true, true};
    return made;
}

/// The rate of the first source at a date.
double first_rate_at(const timeline& of, double days) {
    double end = 0;
    for (const segment& s : of.segments) {
        end += s.duration;
        if (days < end) {
            return s.rates.front();
        }
    }
    return -1;
}

}  // namespace

TEST_CASE("milestones part the stages") {
    const deal_course of = some_course();
    CHECK(stage_at(of, 0) == stage::talks);
    CHECK(stage_at(of, 99) == stage::talks);
    CHECK(stage_at(of, 100) == stage::ratification);
    CHECK(stage_at(of, 160) == stage::implementation);
    CHECK(stage_at(of, 399) == stage::implementation);
    CHECK(stage_at(of, 400) == stage::aftermath);
}

TEST_CASE("a hazard counts in the stages that it threatens") {
    hazard made = in_all_stages();
    made.threatens = {true, false, true, false};
    const timeline all = timeline_of(std::vector{made}, yes_or_no(), {0}, some_course());
    CHECK(near(length_of(all), 1000));
    CHECK(near(first_rate_at(all, 50), 0.01));
    CHECK(first_rate_at(all, 120) == 0);
    CHECK(near(first_rate_at(all, 300), 0.01));
    CHECK(first_rate_at(all, 500) == 0);
    CHECK(near(survival_of(all).back(), std::exp(-0.01 * (100 + 240))));
}

TEST_CASE("a spike lifts a hazard inside its window only") {
    hazard made = in_all_stages();
    made.spikes = {{milestone::signature, 0, 0.05, 10, 30},
                   {milestone::step, 0, 0.02, 0, 5},
                   {milestone::step, 1, 9, 1000, 1000},   // a step that never comes
                   {milestone::step, 7, 9, 1000, 1000}};  // a step that is not there
    const timeline all = timeline_of(std::vector{made}, yes_or_no(), {0}, some_course());
    CHECK(near(first_rate_at(all, 89), 0.01));
    CHECK(near(first_rate_at(all, 90), 0.06));
    CHECK(near(first_rate_at(all, 129), 0.06));
    CHECK(near(first_rate_at(all, 130), 0.01));
    CHECK(near(first_rate_at(all, 202), 0.03));
    CHECK(near(first_rate_at(all, 206), 0.01));
    CHECK(near(survival_of(all).back(), std::exp(-(0.01 * 1000 + 0.05 * 40 + 0.02 * 5))));
}

TEST_CASE("a probability stays below one inside a spike") {
    hazard made = in_all_stages();
    made.stated = measure::probability;
    made.spikes = {{milestone::completion, 0, 5, 1, 1}};
    const timeline all = timeline_of(std::vector{made}, yes_or_no(), {0}, some_course());
    CHECK(std::isfinite(first_rate_at(all, 400)));
    CHECK(near(first_rate_at(all, 300), -std::log(0.99)));
}

TEST_CASE("terms may be left out") {
    hazard made = in_all_stages();
    made.terms = {{{{0, {true, false}}}, 0.02}};
    const auto rate = [&](bool with_terms) {
        return first_rate_at(
            timeline_of(std::vector{made}, yes_or_no(), {0}, some_course(), with_terms), 50);
    };
    CHECK(near(rate(true), 0.03));
    CHECK(near(rate(false), 0.01));
}

TEST_CASE("the dates of a course come in order") {
    deal_course wrong = some_course();
    wrong.vote = 50;
    CHECK_THROWS_AS(timeline_of({}, yes_or_no(), {0}, wrong), std::invalid_argument);
    wrong = some_course();
    wrong.end = std::nan("");
    CHECK_THROWS_AS(timeline_of({}, yes_or_no(), {0}, wrong), std::invalid_argument);
    CHECK(timeline_of({}, yes_or_no(), {0}, {}).segments.empty());
}
