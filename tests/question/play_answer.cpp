#include <doctest/doctest.h>

#include <negotiation/question/play_answer.hpp>

using namespace negotiation::question;

TEST_CASE("who has not played has no frontier") {
    const play_answer answer;
    CHECK(answer.frontier.empty());
    CHECK(answer.refused.empty());
    CHECK(efficient_deal{{0.5}, {}} == efficient_deal{{0.5}, {}});
}
