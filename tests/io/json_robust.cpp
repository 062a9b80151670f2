#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/question/robust_answer.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

TEST_CASE("an answer about robustness has the documented keys in order") {
    question::robust_answer a;
    a.conclusions = {
        {question::conclusion_topic::deals, "There is a deal", {1, 2, proportion_of(1, 2)}},
        {question::conclusion_topic::homes, "It passes", {}}};
    a.of = {"deals.joint_gain", "gain"};
    a.causes.top = {{*parse_path("party.A.reservation"), {}, {{0.5, 0.25, 0.75}, {1, 1, 1}}}};
    const std::string text = io::to_json(a);
    CHECK(in_order(text, {"worlds",   "planned",  "spread",       "seed",      "conclusions",
                          "of",       "tornado",  "others",       "rest",      "drawn",
                          "moved",    "rows",     "rows_planned", "rows_used", "evaluations",
                          "complete", "scenario", "scope",        "talks",     "assumed_numbers"}));
    CHECK(text.find("{\"about\":\"homes\",\"text\":\"It passes\",\"share\":null,\"low\":null,"
                    "\"high\":null,\"judged\":0}") != std::string::npos);
    CHECK(text.find("{\"path\":\"party.A.reservation\",\"first\":{\"value\":0.5,\"low\":0.25,"
                    "\"high\":0.75},\"total\":{\"value\":1.0,\"low\":1.0,\"high\":1.0},"
                    "\"effect\":null}") != std::string::npos);
    CHECK(text.find("\"rest\":null") != std::string::npos);
}
