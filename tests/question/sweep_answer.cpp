#include <doctest/doctest.h>

#include <negotiation/question/sweep_answer.hpp>

using namespace negotiation;

TEST_CASE("an answer of a sweep begins empty") {
    const question::sweep_answer answer;
    CHECK(answer.points.empty());
    CHECK(answer.done == 0);
}
