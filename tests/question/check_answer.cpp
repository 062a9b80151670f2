#include <doctest/doctest.h>

#include <negotiation/question/check.hpp>
#include <negotiation/question/check_answer.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("what a scenario has none of is said") {
    check_answer answer;
    answer.scenario = "Bare";
    answer.issues = 1;
    answer.raw = 1000;
    answer.feasible = 1000;
    answer.parties = {"A", "B"};
    answer.numbers = 1;
    answer.assumed = 1;
    CHECK(tests::says(report::render_text(describe(answer)),
                      "Bare is sound: 1 issue, 1,000 deals of which 1,000 are feasible, 2 parties "
                      "(A and B), no onlookers, no scopes, no named deals, 1 number of which 1 is "
                      "assumed."));
}
