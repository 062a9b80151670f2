#include "question/race_framework_days.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/report/text.hpp>

#include "question/played_runs.hpp"
#include "question/race_framework.hpp"
#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using question::detail::calm;
using question::detail::framework_days;
using question::detail::settlement_day;
using tests::near;

namespace {

constexpr double month_of_days = 30.4375;

/// A run that agrees on a day, or never; patience takes a hundredth of its worth a month.
settlement_day run_of(double days, bool agreed = true) {
    settlement_day day;
    day.agreed = agreed;
    day.days = days;
    day.discounts = {agreed ? std::pow(0.99, days / month_of_days) : 0.0};
    return day;
}

/// Days that are spread over some months, every fourth run without agreement.
std::vector<settlement_day> some_days(std::size_t runs, double first, double apart) {
    std::vector<settlement_day> days;
    for (std::size_t k = 0; k < runs; ++k) {
        days.push_back(run_of(first + apart * static_cast<double>((7 * k) % runs), k % 4 != 3));
    }
    return days;
}

/// Chance that no event has struck by a day, event by event.
double spared_by(const std::vector<race_event>& events, double day) {
    double spared = 1;
    for (const race_event& one : events) {
        spared *= one.days <= day ? 1 - one.ends : 1;
    }
    return spared;
}

/// What a settlement leaves, by its definition.
double left_of(const settlement_day& day, double rate) {
    return day.agreed ? std::exp(-rate * day.days / month_of_days) *
                            std::pow(0.99, day.days / month_of_days)
                      : 0;
}

double mean_left(const std::vector<settlement_day>& days, double rate,
                 const std::vector<race_event>& events) {
    double sum = 0;
    for (const settlement_day& day : days) {
        sum += left_of(day, rate) * spared_by(events, day.days);
    }
    return sum / static_cast<double>(days.size());
}

race_framework gains_of(double framework, double whole, double rest) {
    race_framework f;
    f.collapse = 0.2;
    f.collapse_after = 0.05;
    f.worths.resize(1);
    f.worths[0].framework = framework;
    f.worths[0].whole = whole;
    f.worths[0].rest = rest;
    return f;
}

race_framework weighed_by_days(const std::vector<settlement_day>& whole,
                               const std::vector<settlement_day>& framework,
                               const std::vector<settlement_day>& details, race_framework f,
                               const std::vector<race_event>& events = {}) {
    const framework_days days{whole, framework, details};
    question::detail::set_worths_by_days(days, calm(events), f);
    return f;
}

/// Half of Student's 95 % interval of the mean, of 30 runs.
double half_width(const std::vector<settlement_day>& days, double rate) {
    REQUIRE(days.size() == 30);
    const double mean = mean_left(days, rate, {});
    double squares = 0;
    for (const settlement_day& day : days) {
        squares += std::pow(left_of(day, rate) - mean, 2);
    }
    return 2.0452296421 * std::sqrt(squares / 29 / 30);  // the table's quantile, 29 degrees
}

}  // namespace

TEST_CASE("a framework is worth what the runs' own days say") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/truce-collapse.toml");
    race_options asked;
    asked.scope = "comprehensive";
    asked.framework = "nuclear";
    asked.runs = 10;
    asked.sweep = {};
    const race_answer answer = race(world, asked);
    const race_framework& f = *answer.framework;
    // the same talks once more, of which only the days are looked at
    const seating whole = set_table(world, {"comprehensive", {}, {}, {}});
    const seating narrow = set_table(world, {"nuclear", {}, {}, {}});
    outcome deal = narrow.frozen.status_quo;
    for (const clause& part : *f.deal) {
        for (issue_id k = 0; k < world.issues.size(); ++k) {
            for (option_id o = 0; o < world.issues[k].options.size(); ++o) {
                deal[k] =
                    world.issues[k].name == part.issue && world.issues[k].options[o] == part.option
                        ? o
                        : deal[k];
            }
        }
    }
    const seating rest = question::detail::details_table(whole, narrow.frozen.in_scope, deal);
    const auto left = [&](const seating& at, double rate, std::size_t i) {
        const run_options how = question::detail::run_options_of_race(asked);
        const question::detail::intended plan{"", question::detail::section_of(world, how),
                                              answer.plans[0].strategies};
        double sum = 0;
        for (const settlement_day& day : question::detail::days_of(
                 at, plan, asked, {}, question::detail::prepared_talks::arena_of(at, how))) {
            const double months = day.days / month_of_days;
            sum +=
                day.agreed ? std::exp(-rate * months) * std::pow(i == 0 ? 0.985 : 0.98, months) : 0;
        }
        return sum / 10;
    };
    for (std::size_t i = 0; i < 2; ++i) {
        const race_framework_worth& one = f.worths[i];
        const double waiting = one.whole * left(whole, f.collapse, i);
        const double now = one.framework + one.rest * left(rest, f.collapse_after, i);
        CHECK(waiting > 0);
        CHECK(near(one.by_days.waiting, waiting, 1e-12));
        CHECK(near(one.by_days.signed_now, now, 1e-12));
        CHECK(near(one.by_days.talked_over, left(narrow, f.collapse, i) * now, 1e-12));
        CHECK(near(one.difference.value, now - waiting, 1e-12));
        CHECK_FALSE(one.difference.told);  // ten runs tell nothing
    }
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "cannot be told from 10 runs for United States"));
    CHECK(tests::says(text, ": it takes 30 at least"));
}

TEST_CASE("events strike a framework that is talked over once") {
    const auto whole = some_days(9, 40, 35);
    const auto framework = some_days(8, 0, 30.25);
    const auto details = some_days(7, 10, 20);
    const std::vector<race_event> events{
        {"first", 60.5, 0.3}, {"second", 100, 0.5}, {"third", 100, 0.1}, {"last", 200, 1}};
    const race_framework f =
        weighed_by_days(whole, framework, details, gains_of(0.1, 0.5, 0.3), events);
    const race_framework_worth& one = f.worths[0];
    CHECK(near(one.remains.whole, mean_left(whole, 0.2, events), 1e-12));
    CHECK(near(one.remains.framework, mean_left(framework, 0.2, events), 1e-12));
    CHECK(near(one.remains.details, mean_left(details, 0.05, events), 1e-12));
    // every run of the framework goes on with every run of the details
    double over = 0.1 * mean_left(framework, 0.2, events);
    for (const settlement_day& first : framework) {
        for (const settlement_day& later : details) {
            over += 0.3 / 56 * left_of(first, 0.2) * left_of(later, 0.05) *
                    spared_by(events, first.days + later.days);
        }
    }
    CHECK(near(one.by_days.talked_over, over, 1e-12));
    const race_framework calmer =
        weighed_by_days(whole, framework, details, gains_of(0.1, 0.5, 0.3));
    const race_framework_worth& same = calmer.worths[0];
    CHECK(near(same.by_days.talked_over, same.remains.framework * same.by_days.signed_now, 1e-12));
}

TEST_CASE("a difference is told from thirty runs that do not contradict it") {
    const auto whole = some_days(30, 100, 10);
    const auto framework = some_days(30, 50, 8);
    const auto details = some_days(30, 20, 11);
    const race_framework f = weighed_by_days(whole, framework, details, gains_of(0.1, 0.5, 0.3));
    const race_difference& now = f.worths[0].difference;
    const double off = 0.5 * half_width(whole, 0.2) + 0.3 * half_width(details, 0.05);
    CHECK(near(now.low, now.value - off, 1e-9));
    CHECK(near(now.high, now.value + off, 1e-9));
    CHECK(now.told == (now.low > 0 || now.high < 0));
    CHECK(now.told);
    // talked over first, each sample counts with the mean over the other
    const race_framework_worth& one = f.worths[0];
    const double both = one.by_days.signed_now * half_width(framework, 0.2) +
                        0.3 * one.remains.framework * half_width(details, 0.05);
    const race_difference& over = one.difference_talked_over;
    CHECK(near(over.high - over.value, both + 0.5 * half_width(whole, 0.2), 1e-9));
    // one run less of any talks
    const auto fewer = some_days(29, 100, 10);
    CHECK_FALSE(weighed_by_days(fewer, framework, details, gains_of(0.1, 0.5, 0.3))
                    .worths[0]
                    .difference.told);
    CHECK_FALSE(
        weighed_by_days(whole, fewer, details, gains_of(0.1, 0.5, 0.3)).worths[0].difference.told);
    CHECK_FALSE(weighed_by_days(whole, framework, fewer, gains_of(0.1, 0.5, 0.3))
                    .worths[0]
                    .difference.told);
    // and a framework that is worth just what waiting is
    race_framework even = gains_of(0, 0.5, 0.3);
    even.worths[0].framework = one.by_days.waiting - 0.3 * one.remains.details;
    CHECK_FALSE(weighed_by_days(whole, framework, details, even).worths[0].difference.told);
}

TEST_CASE("what never settled in some runs may settle yet") {
    const std::vector<settlement_day> never(30, run_of(400, false));
    const auto some = some_days(30, 20, 11);
    const race_framework f = weighed_by_days(never, some, some, gains_of(0.01, 0.5, 0));
    const race_framework_worth& one = f.worths[0];
    CHECK(one.by_days.waiting == 0);
    const double wilson = 3.8414588207 / (30 + 3.8414588207);
    CHECK(near(one.difference.low, 0.01 - 0.5 * wilson, 1e-9));
    CHECK(near(one.difference.high, 0.01, 1e-12));
    CHECK_FALSE(one.difference.told);
    // of no run at all nothing is known
    const race_framework none = weighed_by_days({}, {}, {}, gains_of(0.01, 0.5, 0.3));
    CHECK(near(none.worths[0].difference.low, 0.01 - 0.5, 1e-12));
    CHECK(near(none.worths[0].difference.high, 0.31, 1e-12));
    CHECK_FALSE(none.worths[0].difference.told);
}

TEST_CASE("days tell up to which rate of collapse a framework pays") {
    const auto whole = some_days(12, 100, 10);
    const auto framework = some_days(12, 50, 8);
    const auto details = some_days(12, 20, 11);
    const double waiting = 0.5 * mean_left(whole, 0.2, {});
    const race_framework f =
        weighed_by_days(whole, framework, details, gains_of(waiting / 2, 0.5, 0.3));
    const auto greatest = f.worths[0].by_days.greatest_collapse;
    REQUIRE(greatest);
    REQUIRE(std::isfinite(*greatest));
    CHECK(near(waiting / 2 + 0.3 * mean_left(details, *greatest, {}), waiting, 1e-12));
    CHECK(waiting / 2 + 0.3 * mean_left(details, *greatest + 1e-6, {}) < waiting);
    const auto any =
        weighed_by_days(whole, framework, details, gains_of(waiting * 1.001, 0.5, 0.3));
    CHECK(std::isinf(any.worths[0].by_days.greatest_collapse.value_or(0)));
    const auto not_even = weighed_by_days(whole, framework, details, gains_of(0, 0.5, waiting));
    CHECK_FALSE(not_even.worths[0].by_days.greatest_collapse);
}
