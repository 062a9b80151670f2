#include <doctest/doctest.h>

#include <negotiation/question/gap_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about a gap begins without knowing whether there is one") {
    const gap_answer answer;
    CHECK_FALSE(answer.open);
    CHECK_FALSE(answer.outsider.least);
    CHECK(answer.outsider.known);
    CHECK(answer.conflicts_complete);
    CHECK_FALSE(answer.carrying);
}
