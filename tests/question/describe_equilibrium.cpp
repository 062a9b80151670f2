#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

std::string told_equilibrium(const equilibrium_options& options) {
    return report::render_text(describe(equilibrium(tests::backchannel_file(), options)));
}

}  // namespace

TEST_CASE("the account says who gets what and why") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.rounds = 10;
    std::string text = told_equilibrium(options);
    for (const char* part :
         {"Stacked alternating offers over 10 rounds", "agree in the first round", "accepts",
          "Nash", "Checked at 20 states", "if it could wait"}) {
        CHECK_MESSAGE(tests::says(text, part), part);
    }
    options.rounds.reset();
    options.model = equilibrium_model::rubinstein;
    text = told_equilibrium(options);
    CHECK(tests::says(text, "stationary equilibri"));
    options.model = equilibrium_model::quantal;
    text = told_equilibrium(options);
    CHECK(tests::says(text, "They agree with probability"));
    options.model = equilibrium_model::stahl;
    options.red_lines = parse_red_lines("all");
    text = told_equilibrium(options);
    CHECK(tests::says(text, "No agreement: no deal suits both parties."));
    CHECK(text.find("nan") == std::string::npos);
}

TEST_CASE("the lead says who agrees, and whether that is an equilibrium") {
    equilibrium_options options;
    options.model = equilibrium_model::baron_ferejohn;
    const auto told = [&](const char* file) {
        return report::render_text(describe(equilibrium(
            io::read_scenario(std::string(NEGOTIATION_SCENARIO_DIR "/") + file), options)));
    };
    std::string text = told("bazaar.toml");
    CHECK(tests::says(text, "They agree in the first round"));
    CHECK(tests::says(text, "Waiting costs nothing here"));
    options.breakdown = 0.05;
    options.majority = true;
    equilibrium_answer river =
        equilibrium(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml"), options);
    REQUIRE(river.proof);
    CHECK(river.proof->exact);
    // What is said follows from gains and values, whatever the search thought of itself.
    river.proof->converged = false;
    CHECK_FALSE(tests::says(report::render_text(describe(river)), "Not an equilibrium"));
    river.proof->exact = false;
    river.proof->regret = 0.11927;
    river.proof->bound = 0.75;
    text = report::render_text(describe(river));
    CHECK(tests::says(text,
                      "Not an equilibrium: none was found, and in the play shown somebody "
                      "would gain 0.1193 by another move or vote."));
    CHECK(tests::says(text, "again and again none more than 0.75"));
    CHECK(tests::says(text, "this play"));
    CHECK_FALSE(tests::says(text, "deal  equilibrium"));
    options.breakdown.reset();
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.seats = {"Israel"};
    text = told("backchannel-2025.toml");
    CHECK(tests::says(text, "They agree with probability 0.6667"));
    CHECK(tests::says(text, "United States and Israel offer what is accepted and Iran leaves"));
    CHECK_FALSE(tests::says(text, "No agreement"));
    options = {};
    text = told("jcpoa-2015.toml");
    CHECK(
        tests::says(text, "Iran offers a deal worth 0.7705, 0.6315 (agreed a round later: 0.7648"));
    options.model = equilibrium_model::quantal;
    options.lambda = 1e6;
    text = told("bazaar.toml");
    CHECK(tests::says(text, "deals are equally likely"));
    CHECK(tests::says(text, "The chances of the moves of a turn sum to 1 but for "));
}

TEST_CASE("the account of screening says what is asked and who accepts") {
    equilibrium_options options;
    options.model = equilibrium_model::screening;
    options.rounds = 3;
    options.breakdown = 0.05;
    options.cost = 1;
    options.types = {{12, 0.3}, {20, 0.3}, {55, 0.4}};
    const std::string text = told_equilibrium(options);
    for (const char* part :
         {"Prices over 3 rounds: United States asks one a round",
          "Agreement costs United States 1.", "break down with probability 0.05", "type 55 accepts",
          "worth to Iran", "if it could wait", "1,000 other prices"}) {
        CHECK_MESSAGE(tests::says(text, part), part);
    }
    CHECK(text.find("Everybody knows") == std::string::npos);
    options.rounds = 40;
    options.breakdown.reset();
    options.types = {{12, 0.3}, {25, 0.3}, {55, 0.4}};
    CHECK(tests::says(told_equilibrium(options), "The first 15 of 40 rounds, and the last:"));
    CHECK(text.find("nan") == std::string::npos);
}
