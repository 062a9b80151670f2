#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/catalogue.hpp>
#include <negotiation/question/catalogue_answer.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a parameter that many take is told once") {
    const catalogue_answer answer{
        "models",
        {{"one", "listens", {{"gain", "1", "how fast"}, {"own", "", "its own"}}, "", ""},
         {"two", "listens too", {{"gain", "2", "how fast"}}, "that they speak", "Somebody 1950"}}};
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "one: listens. Takes gain=1, own=."));
    CHECK(tests::says(text,
                      "two: listens too. Takes gain=2. Assumes that they speak. Somebody 1950."));
    CHECK(tests::says(text, "gain (of one, two): how fast."));
    CHECK(tests::says(text, "own (of one): its own."));
}
