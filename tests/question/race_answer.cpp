#include <doctest/doctest.h>

#include <negotiation/question/race_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about a race begins without plans") {
    const race_answer answer;
    CHECK(answer.plans.empty());
    CHECK(answer.hazards.empty());
    CHECK_FALSE(answer.rate_given);
    CHECK_FALSE(race_plan{}.days);
    CHECK(race_month{}.calm_holds == 1);
    CHECK(answer.timing.empty());
    CHECK_FALSE(race_timing{}.best);
    CHECK_FALSE(answer.framework);
    CHECK_FALSE(race_framework{}.deal);
    CHECK_FALSE(race_framework_worth{}.by_days.greatest_collapse);
}
