#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/question/sweep_answer.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

TEST_CASE("a sweep has the documented keys in order") {
    question::sweep_answer a;
    a.axes = {{{*parse_path("party.A.reservation"), 0.5, 0.75, 2}, 0.5, true, false}};
    a.of = {{"deals.zone", "how many"}};
    a.as_written = {{12.0, ""}};
    a.points = {{{0.5}, true, {{12.0, ""}}}, {{0.75}, true, {{std::nullopt, "none"}}}};
    a.done = 2;
    const std::string text = io::to_json(a);
    CHECK(in_order(text, {"axes", "quantities", "points", "planned", "done", "seed", "scenario",
                          "scope", "talks"}));
    CHECK(
        text.starts_with("{\"axes\":[{\"path\":\"party.A.reservation\",\"low\":0.5,\"high\":0.75,"
                         "\"points\":2,\"as_written\":0.5,\"assumed\":true,"
                         "\"others_make_room\":false}],"));
    CHECK(text.find("{\"levels\":[0.75],\"values\":[null],\"reasons\":[\"none\"]}") !=
          std::string::npos);
}

TEST_CASE("quantities are listed by name") {
    CHECK(io::to_json(std::vector<question::headline>{{"deals.zone", "how many"}}) ==
          "{\"quantities\":[{\"name\":\"deals.zone\",\"what\":\"how many\"}]}");
}
