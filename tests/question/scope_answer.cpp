#include <doctest/doctest.h>

#include <negotiation/question/scope_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about scopes begins with nothing compared") {
    const scope_answer answer;
    CHECK(answer.scopes.empty());
    CHECK(answer.verdicts.empty());
    CHECK(answer.flips.empty());
    CHECK(answer.complete);
    const scope_view of;
    CHECK_FALSE(of.nash);
    CHECK_FALSE(of.expected);
    CHECK_FALSE(of.empty);
}
