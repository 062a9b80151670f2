#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_robust.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;

namespace {

question::robust_answer told() {
    question::robust_answer a;
    a.scenario = "Pie";
    a.spread = 0.1;
    a.planned = a.worlds = 200;
    a.conclusions = {
        {question::conclusion_topic::deals, "There is a deal", {200, 200, proportion_of(200, 200)}},
        {question::conclusion_topic::homes, "It passes", {120, 200, proportion_of(120, 200)}},
        {question::conclusion_topic::terms, "pie: half", {100, 200, proportion_of(100, 200)}}};
    a.of = {"deals.joint_gain", "gain"};
    a.as_written.value = 0.25;
    a.low = 0.1;
    a.high = 0.5;
    a.causes.drawn = 12;
    a.causes.used = a.causes.rows = a.causes.planned = 128;
    a.causes.top = {
        {*parse_path("party.A.reservation"), {4, 1, 1, 0}, {{0.5, 0.4, 0.6}, {0.5, 0.25, 0.75}}}};
    a.causes.rest = study::sobol_index{{0, 0, 0.1}, {0.125, 0, 0.25}};
    a.causes.others = 11;
    a.causes.moved = 3;
    a.assumed_numbers = 20;
    return a;
}

bool tells(const question::robust_answer& a, const char* part) {
    return tests::says(report::render_text(describe(a)), part);
}

}  // namespace

TEST_CASE("what is firm and what is not stand apart") {
    const question::robust_answer a = told();
    CHECK(tells(a, "Of 2 conclusions, 1 holds in at least 95 % of them."));
    CHECK(tells(a, "60 % (53 to 67 %): It passes."));
    CHECK(tells(a, "100 % (98 to 100 %): There is a deal."));
    CHECK(tells(a, "53 to 67 %"));
    CHECK(tells(a, "0.50 (0.25 to 0.75)"));
    CHECK(tells(a, "++++++++++++"));
    CHECK(tells(a, "11 numbers screened out, together"));
    CHECK(tells(a, "is an assumption too"));
}

TEST_CASE("every number that was measured alone is accounted for") {
    question::robust_answer a = told();
    const auto add = [&](const char* place, double share) {
        a.causes.top.push_back(
            {*parse_path(place), {4, 1, 1, 0}, {{0, 0, 0}, {share, share, share}}});
    };
    for (const char* place : {"b.x", "c.x", "d.x", "e.x"}) {
        add(place, 0.25);
    }
    add("f.x", 0.0625);
    CHECK(tells(a, "f.x 0.06"));
    CHECK_FALSE(tells(a, "each at most"));
    add("g.x", 0.03125);
    CHECK(tells(a, "2 others, each at most 0.06"));
    CHECK_FALSE(tells(a, "g.x"));
    a.causes.screened.effects.clear();
    CHECK(tells(a, "which way a number moves it was not looked for"));
}

TEST_CASE("what was stopped and what does not vary is said") {
    question::robust_answer a = told();
    a.causes.top.clear();
    CHECK(tells(a, "It is the same in all worlds that were drawn."));
    a.causes.used = 0;
    CHECK(tells(a, "Too few worlds were looked at"));
    a.worlds = 3;
    CHECK(tells(a, "(stopped before 200)"));
    CHECK(tells(a, "was not looked for"));
}

TEST_CASE("where nothing is drawn the reader is told what to do") {
    question::robust_answer a = told();
    a.planned = a.worlds = 0;
    for (auto& one : a.conclusions) {
        one.share = {};
    }
    a.causes.top.clear();
    a.causes.used = 0;
    a.low.reset();
    CHECK(tells(a,
                "spread of 0, so nothing can be said of how sure its conclusions are. Give a "
                "--spread above 0"));
    CHECK(tells(a, "True as written: - There is a deal. - It passes. terms of the Nash deal"));
    CHECK(tells(a, "is 0.2500 as written."));
    CHECK_FALSE(tells(a, "hangs"));
    CHECK_FALSE(tells(a, "not known"));
    CHECK_FALSE(tells(a, "Stopped"));
    CHECK_FALSE(tells(a, "95 %"));
    a.causes.drawn = 0;
    CHECK(tells(a,
                "since none of the 20 numbers that are assumed is of a kind that is drawn, so "
                "nothing can be said"));
    a.assumed_numbers = 0;
    CHECK(tells(a, "since no number is marked as an assumption, so nothing can be said"));
    CHECK(tells(a, "([[assumption]]:"));
}

TEST_CASE("what does not exist in every world has no tornado") {
    question::robust_answer a = told();
    a.causes.top.clear();
    a.causes.rest.reset();
    a.causes.used = 100;
    a.causes.gaps = true;
    a.causes.missing = 37;
    a.causes.evaluations = 1512;
    CHECK(tells(a, "of those that have it."));
    CHECK(tells(a, "It does not exist in 37 of 1,512 worlds, so no tornado can be drawn for it"));
    CHECK_FALSE(tells(a, "Indices from"));
    CHECK_FALSE(tells(a, "--of"));  // it is that one already
    a.of = {"deals.nash[\"A\"]", "utility"};
    CHECK(tells(a, "deals.joint_gain instead"));
}
