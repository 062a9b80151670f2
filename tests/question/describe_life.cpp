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
    a.stages.back().reached = {0.0001, 0.0000177, 0.000565};
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
    CHECK(has(text, "0.0100 %"));
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

TEST_CASE("small shares keep the digits that count") {
    question::life_answer a = some_answer();
    std::string text = report::render_text(describe(a));
    CHECK(has(text, "0.0100 %"));
    CHECK(has(text, "0.00177 to 0.0565 %"));
    CHECK(has(text, "45.00 to 55.00 %"));
    a.stages.back().reached = {0.000'000'25, 0.000'000'2, 0.000'000'3};
    text = report::render_text(describe(a));
    CHECK(has(text, "0.0000250 %"));
    CHECK(has(text, "0.0000200 to 0.0000300 %"));
    a.stages.back().reached = {0, 0, 0.000'038'4};
    text = report::render_text(describe(a));
    CHECK(has(text, " 0.0 %"));
    CHECK(has(text, "0.00 to 0.00384 %"));
}

TEST_CASE("times that are shorter at a later stage are explained") {
    question::life_answer a = some_answer();
    CHECK_FALSE(has(report::render_text(describe(a)), "Times are those of"));
    a.stages[3].times->median = 60;
    CHECK(has(report::render_text(describe(a)), "Times are those of the worlds that come to a"));
    a.stages[2].times = std::nullopt;  // the stage before the last that was reached counts
    CHECK(has(report::render_text(describe(a)), "Times are those of the worlds that come to a"));
    a.stages[3].times->median = 62;
    CHECK_FALSE(has(report::render_text(describe(a)), "Times are those of"));
}

TEST_CASE("who stands for no deal is told why") {
    question::life_answer a = some_answer();
    a.deals = 2;
    a.sureties = {{"Qatar", "holds 'assets' in escrow", 0, "12 is more than it can hold"}};
    CHECK(has(report::render_text(describe(a)),
              "in force in 0 of 2 deals: 12 is more than it can hold."));
    a.sureties[0].in_force = 2;
    a.sureties[0].idle.clear();
    CHECK(has(report::render_text(describe(a)), "in force in 2 of 2 deals."));
}

TEST_CASE("draws of assumptions say how many there were, and nine in ten of twenty at least") {
    question::life_answer a = some_answer();
    a.sampled = question::sampled_view{20, 20, 1000, 0.1, {}, {{0.1, 0, 0.2}}};
    a.sampled->stages.resize(5, {0.104, 0.004, 0.204});
    std::string text = report::render_text(describe(a));
    CHECK(has(text, "Assumed numbers drawn anew, 20 times, within 10 % of themselves:"));
    CHECK(has(text, "nine in ten draws"));
    CHECK(has(text, "0.40 % to 20.4 %"));
    a.sampled->samples = 19;
    text = report::render_text(describe(a));
    CHECK(has(text, "drawn anew, stopped after 19 of 20 draws, within"));
    CHECK(has(text, "from least to greatest"));
    CHECK_FALSE(has(text, "nine in ten draws"));
    a.sampled->samples = 0;
    a.sampled->stages.clear();
    a.sampled->talks_worth.clear();
    text = report::render_text(describe(a));
    CHECK(has(text, "drawn anew, stopped after 0 of 20 draws, within 10 % of themselves."));
    CHECK_FALSE(has(text, "from least to greatest"));
}

TEST_CASE("a question that was stopped says so") {
    question::life_answer a = some_answer();
    a.runs = 400;
    CHECK(has(report::render_text(describe(a)), "Of 400 worlds (stopped before 1,000)"));
    a.runs = 0;
    CHECK(has(report::render_text(describe(a)), "Stopped before any life"));
}
