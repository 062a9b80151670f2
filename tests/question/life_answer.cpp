#include <doctest/doctest.h>

#include <negotiation/question/life_answer.hpp>

using namespace negotiation;

TEST_CASE("answers about lives are equal where they say the same") {
    question::life_answer one;
    one.stages = {{"talks", {1, 0.9, 1}, {}}};
    question::life_answer two = one;
    CHECK(one == two);
    two.stages[0].reached.share = 0.5;
    CHECK_FALSE(one == two);
}
