#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_run.hpp>
#include <negotiation/question/run.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string account(const run_options& options, bool trace = false) {
    return report::render_text(describe(run(tests::backchannel_file(), options), trace));
}

run_options directly() {
    run_options options;
    options.scope = "nuclear";
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    return options;
}

}  // namespace

TEST_CASE("the account says where they met") {
    run_options options = directly();
    options.strategies = {{"", "linear(offer=best)"}};
    const std::string text = account(options);
    CHECK(says(text, "how the talks go"));
    CHECK(says(text, "They agree in round "));
    CHECK(says(text, "United States plays linear(offer=best)."));
    CHECK(says(text, "What they agree on:"));
    CHECK(says(text, "from the Nash deal"));
    CHECK(says(text, "assumed numbers"));
}

TEST_CASE("the account says why they did not meet") {
    run_options options = directly();
    options.strategies = {{"", "hardliner"}};
    const std::string text = account(options);
    CHECK(says(text, "No agreement: the deadline of 24 rounds passes"));
    CHECK(says(text, "There was a deal to find (the Nash deal gives 0.6470, 0.7050)."));
    CHECK(says(text, "The best that Iran was offered"));

    options.red_lines.rule = red_line_rule::all;
    CHECK(says(account(options), "By itself no deal suits both parties."));
}

TEST_CASE("a trace tells every move") {
    run_options options = directly();
    options.strategies = {{"", "boulware"}};
    const std::string brief = account(options);
    const std::string full = account(options, true);
    CHECK(brief.size() < full.size());
    CHECK(says(full,
               "What was said, against each one's offer before, and what it is worth by itself:"));
}

TEST_CASE("complete information is never passed off as a forecast") {
    run_options options = directly();
    options.strategies = {{"Iran", "linear(offer=best,model=perfect)"}};
    const std::string text = account(options);
    CHECK(says(text, "knowing the others' true preferences"));
    CHECK(says(text, "A run of complete information: an upper bound, not a forecast."));
}

TEST_CASE("what was lost on the way and what leaked is told") {
    run_options options;
    options.scope = "nuclear";
    options.other_runs = 3;
    options.mediators = {{"Qatar", "relay(noise=1)"}, {"Oman", "none"}};
    CHECK(says(account(options), "On the way 48 messages were lost."));

    options.mediators = {{"Qatar", "relay(leak=1)"}, {"Oman", "none"}};
    const std::string leaked = account(options);
    CHECK(says(leaked, "the world learns of the talks"));
    CHECK(says(leaked, "Since the leak no deal suits both parties."));
    CHECK(says(leaked, "no deal is worth less than it was"));
}

TEST_CASE("a single text is told from where it begins to who would sign it") {
    run_options options = directly();
    options.other_runs = 0;
    scenario world = tests::backchannel_file();
    world.protocol->protocol = "single-text";
    options.strategies = {{"", "hill-climber"}};
    const run_answer answer = run(world, options);
    REQUIRE(answer.first_text);
    REQUIRE(answer.last_text);
    const std::string text = report::render_text(describe(answer, true));
    CHECK(says(text, "The text begins as things are today."));
    CHECK(says(text, "the chair"));
}

TEST_CASE("what mediators promise is told apart from the deal") {
    run_options options = directly();
    options.other_runs = 0;
    options.strategies = {{"", "conceder"}};
    options.mediators = {
        {"Qatar", "none"}, {"Oman", "none"}, {"Fund", "manipulator(budget=1,margin=0.3)"}};
    const run_answer answer = run(tests::backchannel_file(), options);
    REQUIRE(answer.promised.size() == 2);
    const double all = answer.promised[0] + answer.promised[1];
    if (answer.status == talks::talks_status::agreement && all > 0) {
        CHECK(says(report::render_text(describe(answer)), "of it promised"));
    }
    for (const told_event& e : answer.events) {
        for (const double u : e.utilities) {
            CHECK(u <= 1 + 1e-12);  // deals by themselves
        }
    }
}
