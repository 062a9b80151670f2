#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/race.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

TEST_CASE("a race has the documented keys in order") {
    question::race_options options;
    options.scope = "nuclear";
    options.runs = 2;
    const std::string text = io::to_json(question::race(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/truce-collapse.toml"), options));
    CHECK(in_order(text, {"plans", "name", "rounds", "strategies", "runs", "agreed", "settlement",
                          "days", "utilities", "here", "rate", "before_collapse", "closed_form",
                          "calm", "calm_closed", "gains", "sweep"}));
    CHECK(in_order(text, {"plans", "best", "hazards", "months", "haste", "no_deal", "talks", "runs",
                          "seed", "complete", "scenario", "scope", "assumed_numbers"}));
    CHECK(text.starts_with("{\"plans\":[{\"name\":\"as written\",\"rounds\":24,"));
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("a rate that was given has no hazards, and what was never agreed no utilities") {
    question::race_answer answer;
    answer.rate_given = true;
    answer.plans.resize(1);
    const std::string text = io::to_json(answer);
    CHECK(text.find("\"hazards\":null") != std::string::npos);
    CHECK(text.find("\"days\":null,\"utilities\":null") != std::string::npos);
}
