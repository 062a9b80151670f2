#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_value.hpp>
#include <negotiation/question/value_answer.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("an answer filled by hand can be told") {
    value_answer answer;
    answer.scenario = "By hand";
    answer.parties = {"A"};
    answer.no_deal = {{0.5, 0.5, false}};
    answer.ranks = {{1}};
    valued_deal deal;
    deal.name = "nothing";
    deal.parties = {{"A", 0.25, -0.25, false, 0.25, {}}};
    answer.deals = {deal};
    answer.ranking = {{0}};
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "Rejected by A."));
    CHECK(tests::says(text, "A: worth 0.2500 less than no deal."));
    CHECK(tests::says(text, "It changes nothing"));
    CHECK(tests::says(text, "no number that is marked as assumed"));
}
