#include <cmath>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/run.hpp>

using namespace negotiation;
using namespace negotiation::question;

namespace {

scenario read(const char* file) {
    return io::read_scenario(std::string(NEGOTIATION_SCENARIO_DIR "/") + file);
}

equilibrium_answer equilibrium_of(const char* file, const equilibrium_options& options = {}) {
    return equilibrium(read(file), options);
}

}  // namespace

TEST_CASE("models are read by name") {
    CHECK(parse_equilibrium_model("baron-ferejohn") == equilibrium_model::baron_ferejohn);
    CHECK_THROWS_WITH((void)parse_equilibrium_model("nash"),
                      "no model 'nash'; known: stahl, rubinstein, baron-ferejohn, quantal");
}

TEST_CASE("the bazaar has a last word") {
    const equilibrium_answer answer = equilibrium_of("bazaar.toml");
    CHECK(answer.first_round_agreement);
    REQUIRE(answer.outcome);
    CHECK(answer.proof.regret <= 1e-9);
    CHECK(answer.proof.residual <= 1e-9);
    CHECK(answer.offers.size() == 2);
    CHECK(answer.zone_is_empty == false);
    // Played by two who know one another, the talks end there.
    run_options played;
    played.strategies = {{"", "equilibrium"}};
    const run_answer run_so = run(read("bazaar.toml"), played);
    CHECK(run_so.round == 1);
    CHECK(run_so.utilities == answer.of_outcome);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(std::abs(run_so.equilibrium[i] - run_so.discounted[i]) <= 1e-9);
        CHECK(run_so.parties[i].complete_information);
    }
}

TEST_CASE("every model answers about the back channel") {
    for (const equilibrium_model model :
         {equilibrium_model::stahl, equilibrium_model::rubinstein,
          equilibrium_model::baron_ferejohn, equilibrium_model::quantal}) {
        equilibrium_options options;
        options.scope = "nuclear";
        options.red_lines = parse_red_lines("none");
        options.model = model;
        options.rounds = 10;
        options.checks = 500'000;
        const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
        CHECK(answer.refused.empty());
        REQUIRE(answer.utilities.size() == 2);
        CHECK(answer.horizon.has_value() ==
              (model == equilibrium_model::stahl || model == equilibrium_model::quantal));
        CHECK(answer.fixed_points.has_value() == (model == equilibrium_model::rubinstein));
        if (model != equilibrium_model::quantal) {
            CHECK(answer.proof.regret <= 1e-9);
            CHECK(answer.utilities[0] >= answer.no_deal[0].utility - 1e-9);
            CHECK(answer.utilities[1] >= answer.no_deal[1].utility - 1e-9);
        }
        CHECK(answer.nash.size() == 2);
        CHECK(answer.assumed_numbers > 0);
    }
}

TEST_CASE("patience pays") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.checks = 500'000;
    options.discounts = {{"United States", 0.9}, {"Iran", 0.9}};
    const equilibrium_answer both = equilibrium_of("backchannel-2025.toml", options);
    options.discounts = {{"United States", 0.9}, {"Iran", 0.8}};
    const equilibrium_answer hasty = equilibrium_of("backchannel-2025.toml", options);
    CHECK(hasty.utilities[1] <= both.utilities[1] + 1e-12);
    CHECK(hasty.utilities[0] >= both.utilities[0] - 1e-12);
    REQUIRE(hasty.without_haste.size() == 2);
    CHECK(*hasty.without_haste[1] >= hasty.utilities[1] - 1e-12);
}

TEST_CASE("that there is no deal is an answer") {
    equilibrium_options options;
    options.red_lines = parse_red_lines("all");
    options.scope = "nuclear";
    const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
    CHECK(answer.zone_is_empty == true);
    CHECK_FALSE(answer.outcome);
    CHECK(answer.utilities[0] == doctest::Approx(answer.no_deal[0].utility));
}

TEST_CASE("what makes no sense is refused") {
    equilibrium_options options;
    options.discounts = {{"Irak", 0.9}};
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options.discounts = {{"Iran", 1.5}};
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options = {};
    options.quota = 0.5;
    options.majority = true;
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options.majority = false;
    options.model = equilibrium_model::quantal;
    CHECK_THROWS_AS((void)equilibrium_of("bazaar.toml", options), std::invalid_argument);
}
