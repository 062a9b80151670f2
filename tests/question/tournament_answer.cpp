#include <doctest/doctest.h>

#include <negotiation/question/tournament_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about nothing played is complete and empty") {
    const tournament_answer answer;
    CHECK(answer.matches == 0);
    CHECK(answer.complete);
    CHECK(answer.broken.empty());
}
