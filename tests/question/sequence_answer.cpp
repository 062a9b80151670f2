#include <doctest/doctest.h>

#include <negotiation/question/sequence_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer begins empty") {
    const sequence_answer answer;
    CHECK(answer.variants.empty());
    CHECK_FALSE(answer.order);
    CHECK(answer.trusts.how == negotiation::sequence::reading::drawdown);
    CHECK(sequence_variant{}.status == negotiation::sequence::search_status::infeasible);
}
