#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/deals_answer.hpp>

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a point spells its deal out among the issues in scope") {
    deals_answer answer;
    answer.issues = {{"stock", "kg", {std::int64_t{0}, std::int64_t{300}}, 2, std::int64_t{300}}};
    answer.frontier.issues = 3;
    answer.frontier.options = {5, 7, 1};
    CHECK(point_of(answer, 0) == draft{{"stock", std::int64_t{300}}});
}
