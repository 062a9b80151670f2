#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_life.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation;

namespace {

question::life_answer some_answer() {
    question::life_answer a;
    a.scenario = "Toy";
    a.planned = 1000;
    a.runs = 1000;
    a.played_in_secret = 10;
    a.horizon = 3652.5;
    for (const char* const name : {"talks", "signed", "ratified", "implemented", "survived"}) {
        a.stages.push_back({name, {0.5, 0.45, 0.55}, life::waiting_time{30.4375, 61, 91}});
    }
    a.stages.back().reached = {0.0001, 0, 0.001};
    a.stages.back().times = std::nullopt;
    a.causes = {{"talks", "truce", "hazard", "truce", 0.25}};
    a.values = {{"One", {0.6, 0.59, 0.61, 0.5}}};
    return a;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("lives are told as shares, causes and values") {
    question::life_answer a = some_answer();
    std::string text = report::render_text(describe(a));
    CHECK(has(text, "Of 1,000 worlds 50.0 % come to a signature"));
    CHECK(has(text, "0.01 %"));
    CHECK(has(text, "10 years after signature"));
    CHECK(has(text, "truce"));
    CHECK(has(text, "+0.1000"));
    CHECK_FALSE(has(text, "At home public red lines"));
    a.without_lines = std::vector<proportion>(5, {0.4, 0.3, 0.5});
    a.told = question::story{7, "as asked for", {{0, "Begins."}, {0, "More."}, {12, "Ends."}}};
    a.left_out = {"chambers: every deal passes at home"};
    text = report::render_text(describe(a));
    CHECK(has(text, "At home public red lines count."));
    CHECK(has(text, "Day 0: Begins. More."));
    CHECK(has(text, "Day 12: Ends."));
    CHECK(has(text, "no chambers"));
}

TEST_CASE("a question that was stopped says so") {
    question::life_answer a = some_answer();
    a.runs = 400;
    CHECK(has(report::render_text(describe(a)), "Of 400 worlds (stopped before 1,000)"));
    a.runs = 0;
    CHECK(has(report::render_text(describe(a)), "Stopped before any life"));
}
