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
    REQUIRE(answer.proof);
    CHECK(answer.proof->regret <= 1e-9);
    CHECK(answer.proof->residual <= 1e-9);
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
        CHECK(answer.proof.has_value() == (model != equilibrium_model::quantal));
        if (answer.proof) {
            CHECK(answer.proof->regret <= 1e-9);
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
    CHECK(hasty.without_haste[1]->low >= hasty.utilities[1] - 1e-12);
}

TEST_CASE("an alternative at hand is no threat where waiting costs") {
    // Binmore, Rubinstein and Wolinsky 1986: with discounting no deal is an outside option, which
    // binds or does not matter; where the talks may only break down it is the threat.
    equilibrium_options options;
    options.discounts = {{"Buyer", 0.95}, {"Seller", 0.95}};
    const equilibrium_answer hasty = equilibrium_of("bazaar.toml", options);
    options.discounts = {{"Buyer", 1}, {"Seller", 1}};
    options.breakdown = 0.05;
    const equilibrium_answer risky = equilibrium_of("bazaar.toml", options);
    const auto product = [&](const std::vector<double>& u, bool threat) {
        double all = 1;
        for (std::size_t i = 0; i < 2; ++i) {
            all *= u[i] - (threat ? hasty.no_deal[i].utility : 0);
        }
        return all;
    };
    REQUIRE(hasty.nash.size() == 2);
    REQUIRE(risky.nash.size() == 2);
    CHECK(product(hasty.nash, false) >= product(risky.nash, false) - 1e-12);
    CHECK(product(risky.nash, true) >= product(hasty.nash, true) - 1e-12);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(hasty.nash[i] >= hasty.no_deal[i].utility - 1e-12);
    }
}

TEST_CASE("none of several stationary equilibria is privileged") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.model = equilibrium_model::rubinstein;
    const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
    REQUIRE(answer.fixed_points);
    REQUIRE(answer.range.size() == 2);
    REQUIRE(answer.by_last_offer.size() == 2);
    CHECK(*answer.fixed_points > 1);
    CHECK(answer.by_last_offer[0] != answer.by_last_offer[1]);
    CHECK(answer.shown == shown_equilibrium::nearest_to_nash);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(answer.range[i].low < answer.range[i].high);
        CHECK(answer.utilities[i] >= answer.range[i].low);
        CHECK(answer.utilities[i] <= answer.range[i].high);
        REQUIRE(answer.without_haste[i]);
        CHECK(answer.without_haste[i]->low <= answer.without_haste[i]->high);
    }
}

TEST_CASE("who offers is drawn as the scenario or the question says") {
    scenario world = read("bazaar.toml");
    equilibrium_options options;
    options.model = equilibrium_model::baron_ferejohn;
    CHECK(equilibrium(world, options).recognition == std::vector<double>{0.5, 0.5});
    REQUIRE(world.protocol);
    world.protocol->protocol = "random-recognition(weights=3/1)";
    CHECK(equilibrium(world, options).recognition == std::vector<double>{0.75, 0.25});
    options.recognition = {{world.parties[1].name, 9}};
    CHECK(equilibrium(world, options).recognition == std::vector<double>{0.25, 0.75});
    options.recognition = {{world.parties[1].name, -1}};
    CHECK_THROWS_AS((void)equilibrium(world, options), std::invalid_argument);
    options.recognition = {{world.parties[1].name, 1}};
    options.model = equilibrium_model::stahl;
    CHECK_THROWS_AS((void)equilibrium(world, options), std::invalid_argument);
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
