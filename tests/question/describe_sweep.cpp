#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_sweep.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation;

namespace {

question::sweep_answer two_by_two() {
    question::sweep_answer a;
    a.scenario = "Pie";
    a.axes = {{{*parse_path("party.A.reservation"), 0.5, 0.75, 2}, 0.5, true, false},
              {{*parse_path("party.A.weights.pie"), 0, 1, 2}, 1, false, true}};
    a.of = {{"deals.zone", "deals that suit everybody"}};
    a.as_written = {{1234.0, ""}};
    a.points = {{{0.5, 0}, true, {{1234.0, ""}}},
                {{0.5, 1}, true, {{0.25, ""}}},
                {{0.75, 0}, true, {{std::nullopt, "no deal suits everybody"}}},
                {{0.75, 1}, false, {}}};
    a.done = 3;
    return a;
}

bool has_part(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("one axis is a column and two are a table") {
    question::sweep_answer a = two_by_two();
    const std::string crossed = report::render_text(describe(a));
    CHECK(has_part(crossed,
                   "deals.zone by party.A.reservation (down) and party.A.weights.pie (across)"));
    CHECK(has_part(crossed, "Stopped after 3 of 4 points."));
    CHECK(has_part(crossed, "1,234"));
    CHECK(has_part(crossed, "No number (-) at 1 place: no deal suits everybody."));
    CHECK(has_part(crossed, "(an assumption)"));
    CHECK(has_part(crossed, "make room"));
    a.of.push_back({"run.round", "round"});
    a.as_written.push_back({2.0, ""});
    for (study::sweep_point& p : a.points) {
        if (p.looked_at) {
            p.found.push_back({2.0, ""});
        }
    }
    const std::string list = report::render_text(describe(a));
    CHECK(has_part(list, "party.A.weights.pie"));
    CHECK(has_part(list, "run.round is 2 wherever it"));
    CHECK(has_part(list, "Drawn from seed 1"));
}

TEST_CASE("quantities are listed") {
    const std::string text = report::render_text(
        question::describe(std::vector<question::headline>{{"deals.zone", "how many"}}));
    CHECK(has_part(text, "deals.zone"));
    CHECK(has_part(text, "how many"));
}
