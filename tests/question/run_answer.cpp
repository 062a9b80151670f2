#include <doctest/doctest.h>

#include <negotiation/question/run_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an account that nobody filled in tells of no agreement") {
    const run_answer answer;
    CHECK(answer.status == negotiation::talks::talks_status::no_agreement);
    CHECK_FALSE(answer.outcome);
    CHECK(answer.distance == negotiation::laboratory::distances{});
}
