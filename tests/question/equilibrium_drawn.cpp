// Where it is drawn who offers, with a deadline and without.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("who offers is drawn as the scenario or the question says") {
    scenario world = tests::shipped("bazaar.toml");
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
    for (const auto model : {equilibrium_model::rubinstein, equilibrium_model::quantal}) {
        options.model = model;
        CHECK_THROWS_AS((void)equilibrium(world, options), std::invalid_argument);
    }
}

TEST_CASE("with a deadline whoever is drawn last takes what the others can bear") {
    scenario world = tests::shipped("bazaar.toml");
    REQUIRE(world.protocol);
    equilibrium_options options;
    options.rounds = 1;
    const auto alone = [&](std::size_t who) {
        options.recognition = {{world.parties[0].name, who == 0 ? 1.0 : 0.0},
                               {world.parties[1].name, who == 1 ? 1.0 : 0.0}};
        return equilibrium(world, options).utilities;
    };
    // Eleven prices: the buyer keeps ten less the price and has 2 without a deal, the seller 3.
    CHECK(alone(0) == std::vector<double>{7, 3});
    CHECK(alone(1) == std::vector<double>{2, 8});
    options.rounds = 7;
    CHECK(alone(0) == std::vector<double>{7, 3});
    options.rounds = 1;
    options.recognition = {};
    world.protocol->protocol = "random-recognition(weights=3/1)";
    const equilibrium_answer drawn = equilibrium(world, options);
    CHECK(drawn.recognition == std::vector<double>{0.75, 0.25});
    CHECK(drawn.utilities[0] == doctest::Approx(0.75 * 7 + 0.25 * 2));
    CHECK(drawn.utilities[1] == doctest::Approx(0.75 * 3 + 0.25 * 8));
    CHECK(drawn.first_round_agreement);
    CHECK(drawn.agreement_chance == doctest::Approx(1));
    CHECK(drawn.horizon == 1);
    REQUIRE(drawn.proof);
    CHECK(drawn.proof->regret <= 1e-12);
    CHECK(drawn.instead_of.empty());
}

TEST_CASE("those who are drawn play what is solved") {
    // The last round: whoever is drawn takes 0.9 and leaves 0.4, so that going on is worth 0.65
    // each, and (0.8, 0.8) is there before.
    scenario world = tests::shipped("orange.toml");
    world.protocol = talks::section{};
    world.protocol->rounds = 2;
    run_options played;
    played.strategies = {{"", "equilibrium"}};
    played.other_runs = 0;
    for (const char* weights : {"", "(weights=3/1)"}) {
        world.protocol->protocol = std::string("random-recognition") + weights;
        const equilibrium_answer solved = equilibrium(world);
        for (played.seed = 1; played.seed <= 20; ++played.seed) {
            const run_answer answer = run(world, played);
            CHECK(answer.no_equilibrium.empty());
            CHECK(answer.equilibrium == solved.utilities);
            CHECK(answer.equilibrium_is_mean);
            CHECK(answer.round == 1);
            if (*weights == 0) {
                CHECK(answer.utilities == std::vector<double>{0.8, 0.8});
            }
        }
    }
    // On average they get what is solved, whatever is told of the rest of the rules.
    world.protocol->rounds = 1;
    world.protocol->protocol = "random-recognition(weights=3/1)";
    played.strategies = {{"", "equilibrium(discounts=1)"}};
    const equilibrium_answer last = equilibrium(world);
    std::vector<double> mean(2, 0);
    constexpr std::uint64_t runs = 400;
    for (played.seed = 1; played.seed <= runs; ++played.seed) {
        const run_answer answer = run(world, played);
        for (std::size_t i = 0; i < 2; ++i) {
            mean[i] += answer.discounted[i] / runs;
        }
    }
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(std::abs(mean[i] - last.utilities[i]) <= 4 * 0.25 / std::sqrt(double{runs}));
    }
}

TEST_CASE("what is agreed by lot is told and when") {
    // Before the last round but one to wait is worth as much as anything: there is a draw to come.
    scenario world = tests::shipped("orange.toml");
    equilibrium_options options;
    options.recognition = {{"Baker", 2}};
    const equilibrium_answer answer = equilibrium(world, options);
    REQUIRE(answer.first_agreement);
    CHECK(answer.first_agreement->round == 99);
    CHECK(answer.first_agreement->chance == doctest::Approx(1));
    CHECK(answer.round == 99);
    CHECK_FALSE(answer.outcome);
    REQUIRE(answer.first_agreement->offers.size() == 2);
    CHECK(answer.first_agreement->offers[0].deal_utilities[0] == doctest::Approx(0.85));
    CHECK(answer.first_agreement->offers[0].deal_utilities[1] == doctest::Approx(0.6));
    CHECK(answer.first_agreement->offers[1].deal_utilities[0] == doctest::Approx(0.8));
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "They agree in round 99, on what whoever is drawn then offers"));
    CHECK(tests::says(text, "Baker drawn"));
    // Where only one may be drawn the deal is known.
    options.recognition = {{"Drinker", 0}};
    const equilibrium_answer alone = equilibrium(world, options);
    REQUIRE(alone.outcome);
    CHECK(alone.first_round_agreement);
    CHECK(alone.of_outcome == alone.utilities);
}

TEST_CASE("a distant deadline comes to what those who are drawn without one expect") {
    scenario world = tests::shipped("bazaar.toml");
    equilibrium_options options;
    options.model = equilibrium_model::baron_ferejohn;
    options.discounts = {{world.parties[0].name, 0.7}, {world.parties[1].name, 0.7}};
    options.recognition = {{world.parties[0].name, 1}};
    const equilibrium_answer endless = equilibrium(world, options);
    options.model = equilibrium_model::stahl;
    options.rounds = 400;
    const equilibrium_answer distant = equilibrium(world, options);
    REQUIRE(endless.proof);
    REQUIRE(endless.proof->converged);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(distant.utilities[i] == doctest::Approx(endless.utilities[i]).epsilon(1e-9));
    }
}

TEST_CASE("those who are drawn get what their play leads to") {
    equilibrium_options options;
    options.model = equilibrium_model::baron_ferejohn;
    for (const char* file : {"bazaar.toml", "river.toml"}) {
        for (const double breakdown : {0.0, 0.01}) {
            options.breakdown = breakdown;
            const equilibrium_answer answer = equilibrium(tests::shipped(file), options);
            REQUIRE(answer.proof);
            CHECK(answer.proof->residual <= 1e-9);
            CHECK(answer.proof->converged == (answer.proof->regret <= 1e-9));
            CHECK(answer.proof->bound.has_value() == (breakdown > 0));
            // Nobody has more than no deal unless they agree.
            for (std::size_t i = 0; i < answer.parties.size(); ++i) {
                CHECK((*answer.agreement_chance > 0 ||
                       answer.utilities[i] <= answer.no_deal[i].utility + 1e-9));
            }
        }
    }
    // Three at the table, a majority decides: one leaves, the others agree.
    options = {};
    options.model = equilibrium_model::baron_ferejohn;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.seats = {"Israel"};
    options.majority = true;
    const equilibrium_answer three = equilibrium(tests::backchannel_file(), options);
    CHECK(three.offers[1].action == "walk_away");
    CHECK(*three.first_round_chance == doctest::Approx(2.0 / 3));
    CHECK(*three.agreement_chance == doctest::Approx(2.0 / 3));
    CHECK_FALSE(three.first_round_agreement);
}
