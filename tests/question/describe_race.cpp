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
    answer.complete = false;
    CHECK(says(race_told(answer), "0.1 a month (as given)"));
    CHECK(says(race_told(answer), "Stopped before all runs were played."));
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
