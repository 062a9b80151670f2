#include <limits>
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
    CHECK(in_order(text,
                   {"plans", "best", "hazards", "months", "timing", "framework", "haste", "no_deal",
                    "talks", "runs", "seed", "complete", "scenario", "scope", "assumed_numbers"}));
    CHECK(text.starts_with("{\"plans\":[{\"name\":\"as written\",\"rounds\":24,"));
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("a rate that was given has no hazards, and what was never agreed no utilities") {
    question::race_answer answer;
    answer.rate_given = true;
    answer.plans.resize(1);
    const std::string text = io::to_json(answer);
    CHECK(text.find("\"hazards\":null") != std::string::npos);
    CHECK(text.find("\"runs\":0,\"agreed\":null,\"settlement\":null,\"days\":null,"
                    "\"utilities\":null,\"here\":null,\"sweep\":null") != std::string::npos);
    CHECK(text.find("\"best\":null") != std::string::npos);
    CHECK(text.find("\"timing\":null") != std::string::npos);
    answer.framework.emplace();
    answer.framework->deal.emplace();
    CHECK(io::to_json(answer).find("\"details\":{\"runs\":0,\"agreed\":null,\"settlement\":null,"
                                   "\"days\":null},\"collapse\":0.0,\"collapse_after\":0.0,"
                                   "\"worths\":null") != std::string::npos);
}

TEST_CASE("what is on the table and a framework have their keys in order") {
    question::race_options options;
    options.scope = "comprehensive";
    options.framework = "nuclear";
    options.runs = 2;
    options.sweep = {};
    const question::race_answer answer =
        question::race(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/truce-collapse.toml"), options);
    const std::string text = io::to_json(answer);
    CHECK(in_order(text, {"timing",
                          "United States",
                          "best",
                          "months",
                          "month",
                          "offered",
                          "worth",
                          "framework",
                          "scope",
                          "refused",
                          "outcome",
                          "enrichment",
                          "talks",
                          "runs",
                          "agreed",
                          "settlement",
                          "days",
                          "details",
                          "collapse",
                          "collapse_after",
                          "worths",
                          "United States",
                          "framework",
                          "whole",
                          "rest",
                          "interest",
                          "remains",
                          "whole",
                          "framework",
                          "details",
                          "waiting",
                          "signed_now",
                          "difference",
                          "difference_interval",
                          "low",
                          "high",
                          "told",
                          "talked_over",
                          "talked_over_difference",
                          "talked_over_interval",
                          "greatest_collapse",
                          "any_collapse",
                          "by_rates",
                          "waiting",
                          "signed_now",
                          "difference",
                          "talked_over",
                          "greatest_collapse",
                          "any_collapse",
                          "haste"}));
}

TEST_CASE("what is never offered, has no bound or cannot be signed is null") {
    question::race_answer answer;
    answer.plans.resize(1);
    answer.plans[0].strategies.resize(3);
    answer.plans[0].here.gains.resize(3);
    answer.parties = {"A", "B", "C"};
    answer.timing.resize(3);
    answer.timing[1].best = question::race_moment{2, 3, 0.5, 0.25};
    answer.framework.emplace();
    answer.framework->scope = "narrow";
    std::string text = io::to_json(answer);
    CHECK(text.find("\"A\":{\"best\":null,\"months\":[]}") != std::string::npos);
    CHECK(text.find("{\"first\":2,\"month\":3,\"worth\":0.5,\"option\":0.25}") !=
          std::string::npos);
    CHECK(
        text.find(
            "\"framework\":{\"scope\":\"narrow\",\"refused\":null,\"outcome\":null,\"talks\":null,"
            "\"details\":null,\"collapse\":0.0,\"collapse_after\":null,\"worths\":null}") !=
        std::string::npos);
    answer.framework->deal.emplace();
    answer.framework->worths.resize(3);
    answer.framework->worths[1].by_days.greatest_collapse = std::numeric_limits<double>::infinity();
    answer.framework->worths[2].by_days.greatest_collapse = 0.5;
    text = io::to_json(answer);
    CHECK(text.find("\"greatest_collapse\":null,\"any_collapse\":false") != std::string::npos);
    CHECK(text.find("\"greatest_collapse\":null,\"any_collapse\":true") != std::string::npos);
    CHECK(text.find("\"greatest_collapse\":0.5,\"any_collapse\":false") != std::string::npos);
    answer.framework.reset();
    CHECK(io::to_json(answer).find("\"framework\":null") != std::string::npos);
}
