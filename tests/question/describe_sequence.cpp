#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

std::string account_of(const std::string& name, const sequence_options& options = {}) {
    return report::render_text(describe(question::sequence(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml"), options)));
}

bool mentions(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("the account says who goes first") {
    const std::string text = account_of("four-steps");
    CHECK(mentions(text, "United States goes first, with 'U1' and 'U2'"));
    CHECK(mentions(text, "0.3333 (1/3)"));
    CHECK(mentions(text, "asks most"));
    CHECK(mentions(text, "9 stages"));
    CHECK_FALSE(mentions(text, "nan"));
}

TEST_CASE("beliefs that fall short are told with what would mend it") {
    const std::string text = account_of("vienna-2022", {.compare = {"us-first"}});
    CHECK(mentions(text, "no order carries itself out"));
    CHECK(mentions(text, "a guarantor or an escrow"));
    CHECK(mentions(text, "Side by side"));
    CHECK(mentions(text, "With us-first: United States goes first"));
}

TEST_CASE("who stops for the sake of a later hand-over is told which") {
    const sequence_answer answer =
        question::sequence(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/vienna-2022.toml"), {});
    const order_view& order = answer.variants.front().least_trust;
    REQUIRE(order.breaks);
    REQUIRE(!order.breaks->up_to.empty());
    double asked = 0;  // in the row of the move that ends with that step
    for (const run_view& run : order.runs) {
        asked = run.steps.back() == order.breaks->up_to ? run.trust : asked;
    }
    CHECK(asked == order.breaks->needed);
    const std::string text = account_of("vienna-2022");
    CHECK(tests::says(text, "since what follows, up to 'a5', would take a belief of 0.1727"));
    CHECK(mentions(text, "if every number of a kind is multiplied:"));
    CHECK(mentions(text, "misses if every belief is multiplied:"));
}

TEST_CASE("an order that nobody would go through is told as that") {
    const std::string text = account_of("jpoa-2013", {.variant = "us-all-first"});
    CHECK(mentions(text, "is better off stopping"));
    const std::string never = report::render_text(describe(question::sequence(io::read_scenario(
        NEGOTIATION_SCENARIO_DIR "/four-steps.toml", {"sequence.completion=-9"}))));
    CHECK(mentions(never, "would not begin: completion is worth"));
}
