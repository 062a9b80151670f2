#include <cstddef>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/race.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

/// An answer without playing.
race_answer some_race() {
    race_answer answer;
    answer.scenario = "Tiny";
    answer.runs = 100;
    answer.parties = {"Seller", "Buyer"};
    race_plan slow;
    slow.name = "as written";
    slow.rounds_limit = 10;
    slow.runs = 100;
    slow.agreed = proportion_of(90, 100);
    slow.days = 200;
    slow.settlement = 0.1;
    slow.utilities = {0.7, 0.6};
    slow.here = {0.1, 0.5, 0.55, 0.04, 0.05, {0.2, 0.1}, {false, false}};
    slow.sweep = {slow.here};
    race_plan hasty = slow;
    hasty.name = "Seller in haste";
    hasty.here = {0.1, 0.8, 0.7, 0.02, 0.03, {0.1, 0.3}, {false, true}};
    hasty.sweep = {hasty.here};
    answer.plans = {slow, hasty};
    answer.best = {0, 1};
    answer.hazards = {{"truce", 0.1, 1}};
    answer.months = {{0, 1, 0, 0}, {1, 0.9, 0.2, 0.25}};
    return answer;
}

std::string race_told(const race_answer& answer) { return report::render_text(describe(answer)); }

}  // namespace

TEST_CASE("the account says which comes first") {
    race_answer answer = some_race();
    const std::string text = race_told(answer);
    CHECK(says(text,
               "An agreement comes before a collapse with 50.0 %, where shocks come at 0.1 "
               "a month; without them it would come with 90.0 %, after 200 days on average."));
    CHECK(says(text, "One more month of calm adds 4.0 %."));
    CHECK(says(text,
               "By what they may expect beyond no deal Buyer does best with Seller in haste "
               "(0.3000, as written 0.1000). No plan is better beyond chance than the talks as "
               "written for Seller (0.2000)."));
    CHECK(says(text, "0.1 50.0 % 55.0 % 4.0 % none Seller in haste"));
    CHECK(says(text, "its text may be worth down to 62.5 % of what the talks as written gain"));
    CHECK(says(text, "an agreement would come first with 55.0 %: mu/(mu + lambda)"));
    CHECK(says(text, "truce 0.1 100.0 %"));
    CHECK(says(text, "1 90.0 % 20.0 % 25.0 %"));
    answer.rate_given = true;
    CHECK(says(race_told(answer), "0.1 a month (as given)"));
}

TEST_CASE("after a stop plans that were not played are not ranked") {
    race_answer answer = some_race();
    answer.complete = false;
    answer.best.clear();
    answer.plans[1].runs = 0;
    answer.plans[1].here.better.clear();
    answer.plans[1].sweep[0].better.clear();
    std::string text = race_told(answer);
    CHECK(says(text,
               "Stopped after 100 of 200 runs: plans are not compared. An agreement comes before a "
               "collapse with 50.0 %"));
    CHECK(says(text, "How haste fares, by the runs that were played:"));
    CHECK(says(text, "Seller in haste 10 0 - - - - -"));
    CHECK(says(text, "as written 10 100 90.0 % 200 50.0 % 0.7000 0.2000"));
    CHECK_FALSE(says(text, "does best with"));
    CHECK_FALSE(says(text, "better beyond chance"));
    CHECK_FALSE(says(text, "its text may be worth"));
    CHECK(says(text, "Were shocks as frequent as this (as written):"));
    answer.plans[0].runs = 40;
    text = race_told(answer);
    CHECK(
        says(text,
             "Stopped after 40 of 200 runs: plans are not compared. Of the talks as written 40 "
             "runs were played; 90.0 % of them end in agreement, before a collapse with 50.0 %."));
    CHECK(says(text, "As written, month by month, by the 40 runs played:"));
    CHECK(says(text, "(as written, by the 40 runs played):"));
    CHECK_FALSE(says(text, "By the two rates alone"));
    answer.plans[0].runs = 0;
    answer.months.clear();
    text = race_told(answer);
    CHECK(says(text,
               "Stopped before any of 200 runs was played: plans are not compared. Of the talks as "
               "written no run was played."));
    CHECK_FALSE(says(text, "month by month"));
    CHECK_FALSE(says(text, "Were shocks as frequent"));
    CHECK_FALSE(says(text, " 0.0 %"));
}

TEST_CASE("after a stop a framework that was not talked over is not weighed") {
    race_answer answer = some_race();
    answer.complete = false;
    answer.framework.emplace();
    answer.framework->scope = "narrow";
    answer.framework->deal = draft{{"price", std::string("low")}};
    answer.framework->talks = {40, proportion_of(20, 40), 0.05, 100.0};
    const std::string text = race_told(answer);
    CHECK(says(text, "Stopped after 240 of 400 runs. An agreement comes"));
    CHECK(says(text, "Buyer does best with Seller in haste"));  // plans were all played
    CHECK(says(text, "A framework on scope narrow was not weighed against waiting"));
    CHECK(says(text, "on the details, no deal being the framework, no run was played; on the"));
    CHECK_FALSE(says(text, "A framework against waiting"));
}

TEST_CASE("without hazards nothing is raced against") {
    race_answer answer = some_race();
    answer.hazards.clear();
    answer.plans[0].here.rate = 0;
    answer.plans[0].here.before_collapse = 0.9;
    CHECK(says(race_told(answer),
               "Nothing threatens these talks: they end in agreement with "
               "90.0 %"));
    CHECK(says(race_told({}), "Talks against collapse"));
}

TEST_CASE("events are threats as well") {
    race_answer answer = some_race();
    answer.events = {{"vote", 60, 0.2}};
    const std::string text = race_told(answer);
    CHECK(says(text, "where shocks come at 0.1 a month and 1 event may end the talks; without"));
    CHECK(says(text, "What may end the talks at a date, if they still last:"));
    CHECK(says(text, "vote 60 20.0 %"));
    CHECK(says(text, "are not like that, and events are left out, so"));
    answer.hazards.clear();
    answer.plans[0].here.rate = 0;
    CHECK(says(race_told(answer), "comes before a collapse with 50.0 %, where 1 event may end"));
    CHECK_FALSE(says(race_told(answer), "Nothing threatens"));
}

TEST_CASE("of many months the first and the last are told") {
    race_answer answer = some_race();
    answer.months.clear();
    for (std::size_t m = 0; m <= 60; ++m) {
        answer.months.push_back({m, 1, 0, 0});
    }
    const std::string text = race_told(answer);
    CHECK(says(text, "23 100.0 %"));
    CHECK_FALSE(says(text, "40 100.0 %"));
    CHECK(says(text, "60 100.0 %"));
}

TEST_CASE("the account says when to take what is there") {
    race_answer answer = some_race();
    CHECK_FALSE(says(race_told(answer), "Now or later?"));
    race_timing waits;
    race_timing takes;
    for (std::size_t m = 1; m <= 60; ++m) {
        waits.months.push_back({m, m < 7 ? 0 : 0.5, m == 50 ? 0.25 : 0});
        takes.months.push_back({m, m < 8 ? 0 : 1.0, 0.125});
    }
    waits.best = race_moment{7, 50, 0.25, 0.25};
    takes.best = race_moment{8, 8, 0.125, 0};
    answer.timing = {waits, takes};
    std::string text = race_told(answer);
    CHECK(
        says(text,
             "Now or later? By what is on the table, beyond no deal and with the chance that calm "
             "holds until then, Seller does best to wait until the end of month 50 (0.2500, "
             "0.2500 more than after month 7) and Buyer does best to take the first of it, after "
             "month 8 (0.1250)."));
    CHECK(says(text, "7 50.0 % 0.0000 0.0 % 0.1250 8 50.0 % 0.0000 100.0 % 0.1250"));
    CHECK_FALSE(says(text, "6 0.0 % 0.0000"));  // before anything is offered
    CHECK(says(text, "30 50.0 %"));             // of many months the first and the last
    CHECK_FALSE(says(text, "40 50.0 % 0.0000"));
    CHECK(says(text, "60 50.0 %"));
    answer.timing[0].best.reset();
    answer.timing[1].best.reset();
    text = race_told(answer);
    CHECK(says(text, "Seller is never offered anything that suits it and Buyer is never"));
    CHECK_FALSE(says(text, "What it is worth to wait"));
}

TEST_CASE("the account weighs a framework against waiting") {
    race_answer answer = some_race();
    race_framework f;
    f.scope = "narrow";
    f.deal = draft{{"price", std::string("low")}};
    f.talks = {100, proportion_of(50, 100), 0.05, 100.0};
    f.details = {100, proportion_of(0, 100), 0, {}};
    f.collapse = 0.1;
    f.collapse_after = 0.04;
    f.worths.resize(3);
    f.worths[0].by_days = {0.2, 0.25, 0.15, 0.07};
    f.worths[0].difference = {0.05, 0.01, 0.09, true};
    f.worths[0].difference_talked_over = {-0.05, -0.2, 0.1, false};
    f.worths[1].by_days = {0.19, 0.18, 0.1, {}};
    f.worths[1].difference = {-0.01, -0.015, -0.005, true};
    f.worths[1].difference_talked_over = {-0.09, -0.1, -0.08, true};
    f.worths[1].by_rates = {0.4, 0.3, 0.1, {}};
    f.worths[2].framework = 0.1;
    f.worths[2].by_days = {0.1, 0.1, 0.1, std::numeric_limits<double>::infinity()};
    f.worths[2].difference_talked_over = {0.1, 0.05, 0.15, true};
    answer.parties = {"Seller", "Buyer", "Broker"};
    answer.plans = {answer.plans[0]};
    answer.plans[0].utilities = {0.7, 0.6, 0.5};
    answer.plans[0].here.gains = {0.2, 0.1, 0};
    answer.plans[0].sweep.clear();
    answer.best = {0, 0, 0};
    answer.framework = f;
    std::string text = race_told(answer);
    CHECK(says(text,
               "A framework on scope narrow signed now, with details later, is better for Seller "
               "(0.2500 against 0.2000) and worse for Buyer (0.1800 against 0.1900) than waiting "
               "for the whole deal; whether it is better cannot be told from 100 runs for Broker "
               "(0.1000 against 0.1000). This is by the days of the runs, and takes what the "
               "framework gives as kept from today on, whatever collapses: only the details may be "
               "lost. Were the framework still to be talked over, it would come to 0.1500 for "
               "Seller (not to be told apart), 0.1000 for Buyer (worse) and 0.1000 for Broker "
               "(better)."));
    CHECK(says(text, "+0.0500 +0.0100"));
    CHECK(says(text, "Buyer 0.3000 0.4000 -0.1000 0.1000"));  // by rates
    CHECK(says(text,
               "Pays up to any rate of collapse for Broker, since the framework alone is "
               "worth waiting."));
    CHECK(says(text, "0.07"));
    CHECK(says(text, "none"));
    CHECK(says(text, "any"));
    CHECK(says(text, "The framework is the Nash deal of its scope: price low."));
    CHECK(says(text,
               "50.0 % of 100 runs agree, after 100 days, 0.05 a month of talks; on the details, "
               "no deal being the framework, none of 100 runs settled; on the whole 90.0 % of 100 "
               "runs agree, after 200 days, 0.1 a month of talks."));
    CHECK(says(text, "0.1 a month while nothing is signed, 0.04 once the framework is."));
    answer.framework->details.runs = 29;
    for (race_framework_worth& one : answer.framework->worths) {
        one.difference.told = false;
    }
    CHECK(says(race_told(answer),
               "Whether a framework on scope narrow signed now, with details later, is better than "
               "waiting for the whole deal cannot be told from 29 runs for Seller (0.2500 against "
               "0.2000), Buyer (0.1800 against 0.1900) and Broker (0.1000 against 0.1000): it "
               "takes 30 at least."));
    answer.framework->deal.reset();
    CHECK(says(race_told(answer), "No deal of scope narrow suits everybody"));
    answer.framework->refused = "too many deals";
    CHECK(says(race_told(answer), "A framework on scope narrow was not weighed: too many deals."));
}
