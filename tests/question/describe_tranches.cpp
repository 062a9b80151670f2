#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/tranches.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string told_plan(const std::vector<std::string>& changes,
                      const tranches_options& options = {}) {
    return report::render_text(describe(tranches(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/small-steps.toml", changes), options)));
}

}  // namespace

TEST_CASE("the account says how small the first step must be") {
    const std::string text = told_plan({});
    CHECK(
        says(text, "the first tranche of uranium against oil waivers may be 0.1111 of the whole"));
    CHECK(says(text, "7 tranches then come to 0.9500, with a chance of 0.8711"));
    CHECK(says(text, "26 tranches would come to 0.9500"));
    CHECK(says(text, "9 would do to start"));
    CHECK(says(text, "38 equal tranches would be worth most"));
    CHECK(says(text, "here the belief of its moment says the same"));
    CHECK(says(told_plan({}, {.trust = 0.6}),
               "all of uranium against oil waivers can be given at once"));
}

TEST_CASE("an exchange without a plan is told with why") {
    CHECK(says(told_plan({"tranches.defection=0", "tranches.target=1"}),
               "a belief that learns nothing never finishes below 0.5000"));
    CHECK(says(told_plan({"tranches.defection=0", "tranches.target=1"}),
               "they would never come to 1"));
    CHECK(says(told_plan({"tranches.worth=0.4"}), "a unit costs whoever gives it no less"));
    CHECK(says(told_plan({"tranches.worth=0.4"}), "no tranche could be risked"));
    CHECK(says(told_plan({"tranches.worth=0.4"}), "no number of equal tranches is worth more"));
    CHECK(says(told_plan({"tranches.worth=0.4"}), "no number is enough to start"));
    CHECK(says(told_plan({"tranches.what=''"}, {.limit = 2}),
               "no plan of at most 2 tranches brings the exchange to 0.9500: the belief grows too "
               "slowly"));
}

TEST_CASE("each reading is told as what it is, and many tranches are cut in the middle") {
    const std::vector<std::string> teaching{"tranches.defection=0.8"};
    CHECK(says(told_plan(teaching), "may have waited for it (drawdown)."));
    CHECK(says(told_plan(teaching, {.how = sequence::reading::next_turn}),
               "drawdown asks for smaller ones"));
    CHECK(says(told_plan({}, {.how = sequence::reading::next_turn}), "ask for no less"));
    CHECK(says(told_plan({}, {.how = sequence::reading::peak_exposure}), "(peak exposure)"));
    const std::string slow = told_plan({"tranches.defection=0"});
    CHECK(says(slow, "26 tranches then come"));
    CHECK(says(slow, "…"));
    CHECK(says(told_plan({"tranches.hazard.rate=0"}), "Without a hazard more equal tranches"));
}
