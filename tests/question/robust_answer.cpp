#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/robust_answer.hpp>

using namespace negotiation;

TEST_CASE("topics of conclusions have names") {
    using question::conclusion_topic;
    CHECK(std::string(question::topic_name(conclusion_topic::deals)) == "deals");
    CHECK(std::string(question::topic_name(conclusion_topic::lasting)) == "lasting");
}
