#include <doctest/doctest.h>

#include <negotiation/question/verify_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about verification begins without an order") {
    const verify_answer answer;
    CHECK(answer.order.empty());
    CHECK_FALSE(answer.feasible);
    CHECK(answer.watching.empty());
    CHECK_FALSE(watched_step{}.rate);
}
