#include <doctest/doctest.h>

#include <negotiation/question/mediate_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an answer about mediators begins with the textbook's situations, marked as assumed") {
    const mediate_answer answer;
    CHECK(answer.ways.empty());
    CHECK(answer.counsel_assumed);
    CHECK(answer.dispute_assumed);
    CHECK_FALSE(answer.biases);
    const way_of_talking way;
    CHECK(way.mediators.empty());
    CHECK(way.belief_after_yes == 1);
}
