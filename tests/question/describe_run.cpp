#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_run.hpp>
#include <negotiation/question/run.hpp>

#include "question/support.hpp"
#include "support/tiny_scenario.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;
using tests::says;

namespace {

std::string account_of_run(const run_options& options, bool trace = false) {
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
    const std::string text = account_of_run(options);
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
    const std::string text = account_of_run(options);
    CHECK(says(text, "No agreement: the deadline of 24 rounds passes"));
    CHECK(says(text, "There was a deal to find (the Nash deal gives 0.6470, 0.7050)."));
    CHECK(says(text, "The best that Iran was offered"));

    options.red_lines.rule = red_line_rule::all;
    CHECK(says(account_of_run(options), "By itself no deal suits both parties."));
}

TEST_CASE("a trace tells every move") {
    run_options options = directly();
    options.strategies = {{"", "boulware"}};
    const std::string brief = account_of_run(options);
    const std::string full = account_of_run(options, true);
    CHECK(brief.size() < full.size());
    CHECK(says(full,
               "What was said, against each one's offer before, and what it is worth by itself:"));
}

TEST_CASE("complete information is never passed off as a forecast") {
    run_options options = directly();
    options.strategies = {{"Iran", "linear(offer=best,model=perfect)"}};
    const std::string text = account_of_run(options);
    CHECK(says(text, "knowing the others' true preferences"));
    CHECK(says(text, "A run of complete information: an upper bound, not a forecast."));
}

TEST_CASE("what was lost on the way and what leaked is told") {
    run_options options;
    options.scope = "nuclear";
    options.other_runs = 3;
    options.mediators = {{"Qatar", "relay(noise=1)"}, {"Oman", "none"}};
    CHECK(says(account_of_run(options), "On the way 48 messages were lost."));

    options.mediators = {{"Qatar", "relay(leak=1)"}, {"Oman", "none"}};
    const std::string leaked = account_of_run(options);
    CHECK(says(leaked, "the world learns of the talks"));
    CHECK(says(leaked, "Since the leak no deal suits both parties."));
    CHECK(says(leaked, "no deal is worth less than it was"));
}

TEST_CASE("a program is not started anew for further runs unless they are asked for") {
    scenario world = tests::tiny_scenario();
    run_options options;
    options.strategies = {{"", "exec:exit 3"}};
    const run_answer once = run(world, options);
    CHECK(once.other_runs == 0);
    CHECK(once.others_left_out);
    CHECK(says(report::render_text(describe(once)), "No further runs were played"));
    options.other_runs = 2;
    const run_answer asked = run(world, options);
    CHECK(asked.other_runs == 2);
    CHECK_FALSE(asked.others_left_out);
    options.strategies = {};
    options.other_runs = std::nullopt;
    CHECK(run(world, options).other_runs == 100);
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
    // No price suits both; at 7 the fund makes good what the buyer lacks of 6, and half a coin
    // more.
    scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/bazaar.toml");
    world.parties[0].reservation = 6;
    world.parties[1].reservation = 6;
    run_options options;
    options.rounds = 20;
    options.other_runs = 0;
    options.strategies = {{"", "conceder"}};
    options.mediators = {{"Fund", "manipulator(budget=20,margin=0.5)"}};
    const run_answer answer = run(world, options);
    REQUIRE(answer.status == talks::talks_status::agreement);
    CHECK(to_string(answer.outcome->front().option) == "7");
    CHECK(near(answer.utilities[0], 6.5));
    CHECK(near(answer.promised[0], 3.5));
    CHECK(near(answer.promised[1], 0));
    CHECK(answer.zone_is_empty == true);
    for (const told_event& e : answer.events) {
        if (e.action == "offer") {  // deals by themselves: the two shares of ten coins
            CHECK(near(e.utilities[0] + e.utilities[1], 10));
        }
    }
    const std::string text = report::render_text(describe(answer));
    CHECK(says(text, "of it promised"));
    CHECK(says(text, "Fund promises Buyer 3.5000"));
}
