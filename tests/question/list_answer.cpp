#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/list.hpp>
#include <negotiation/question/list_answer.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("parts that are empty are left out") {
    list_answer answer;
    answer.scenario = "Bare";
    answer.issues = {{"stock", "kg", "ordered", {std::int64_t{0}}, std::int64_t{0}}};
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "stock [kg]: 0; today 0."));
    CHECK_FALSE(tests::says(text, "Onlookers"));
    CHECK_FALSE(tests::says(text, "Scopes"));
}
