#include <doctest/doctest.h>

#include <negotiation/question/ratify_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about ratification begins without deals") {
    const ratify_answer answer;
    CHECK(answer.deals.empty());
    CHECK(answer.win_sets.empty());
    CHECK_FALSE(answer.surge);
    CHECK(answer.level == 0.5);
    CHECK_FALSE(ratified_deal{}.bottleneck);
}
