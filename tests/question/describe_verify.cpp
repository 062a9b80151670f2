#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/verify.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string told_inspection(const std::vector<std::string>& changes,
                            const std::string& of = "backchannel-2025",
                            const verify_options& options = {}) {
    return report::render_text(describe(
        verify(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + of + ".toml", changes), options)));
}

}  // namespace

TEST_CASE("the account says which steps are kept honest") {
    const std::string text = told_inspection({});
    CHECK(says(text,
               "Of 11 steps, taken in the order that needs least trust, 5 can be faked; the "
               "detection they have keeps all of them honest."));
    CHECK(says(text, "Inspector IAEA"));
    CHECK(says(text, "In all 3 inspections, at a cost of 3.00."));
    CHECK(says(text, "always is too little"));
    CHECK(says(text, "an act nobody can lay to anyone"));
    CHECK(says(told_inspection({"step.proxies.fake.detection=0.1"}),
               "the detection they have is too little for proxies."));
}

TEST_CASE("a step found out exactly too late is said to sit on the boundary") {
    const std::string text = told_inspection({}, "backchannel-2025", {.scope = "nuclear"});
    CHECK(says(text, "sooner than"));
    CHECK(says(text, "'centrifuges' sits on the boundary: a day sooner 0."));
    CHECK(says(text,
               "so centrifuges (reported within 30.0 days, by itself after 60.0) is kept "
               "honest here and not there."));
    const std::string earlier = told_inspection({"step.centrifuges.fake.days=59"},
                                                "backchannel-2025", {.scope = "nuclear"});
    CHECK_FALSE(says(earlier, "boundary"));
    CHECK_FALSE(says(earlier, "and not there"));
}

TEST_CASE("budgets and blind inspectors are told") {
    CHECK(says(told_inspection({"inspector.IAEA.budget=2"}),
               "The budget of 2.00 lacks 1.00; 2.00 of it are spent where they keep most steps "
               "honest."));
    CHECK(says(told_inspection({"inspector.IAEA.budget=5"}), "The budget of 5.00 is enough."));
    CHECK(says(told_inspection({"inspector.IAEA.detection=0"}), "no number"));
    CHECK(says(told_inspection({"inspector.IAEA.detection=1"}),
               "silence, which proves there was nothing"));
    CHECK(says(told_inspection({}, "backchannel-2025", {.scope = "nuclear"}),
               "Nothing that it watches is part of this deal."));
}

TEST_CASE("what there is nothing to say of is told as such") {
    CHECK(says(told_inspection({}, "vienna-2022"), "None of 12 steps can be faked"));
    CHECK(says(told_inspection({"sequence.completion=-100"}, "four-steps"),
               "No order is carried out, however much the parties trust one another."));
    CHECK(
        says(told_inspection({"sequence.completion=-100"}, "four-steps", {.order = "us-all-first"}),
             "This order is not carried out"));
    CHECK(says(told_inspection({}, "four-steps", {.maximum_ideals = 2}),
               "another order may need less trust."));
    scenario unwatched = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    unwatched.compliance = {};
    std::erase_if(unwatched.assumptions, [](const auto& a) { return a.what == "inspector.*"; });
    CHECK(says(report::render_text(describe(verify(unwatched))), "The file names no inspector"));
}
