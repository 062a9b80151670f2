#include <doctest/doctest.h>

#include <negotiation/question/tranches_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about tranches begins without a plan") {
    const tranches_answer answer;
    CHECK(answer.sizes.empty());
    CHECK_FALSE(answer.survival);
    CHECK(answer.how == negotiation::sequence::reading::drawdown);
    CHECK_FALSE(answer.equal.best);
}
