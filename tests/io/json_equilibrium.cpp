#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/equilibrium.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

TEST_CASE("equilibrium play has the documented keys in order") {
    const std::string text = io::to_json(
        question::equilibrium(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/bazaar.toml")));
    CHECK(in_order(text, {"model",
                          "horizon",
                          "utilities",
                          "outcome",
                          "first_round_agreement",
                          "thresholds",
                          "certificate",
                          "fixed_points",
                          "scenario",
                          "scope",
                          "talks",
                          "parties",
                          "discounts",
                          "breakdown",
                          "agreement",
                          "lambda",
                          "no_deal",
                          "outcome_utilities",
                          "round",
                          "offers",
                          "equilibria",
                          "screening",
                          "agreement_chance",
                          "first_round_chance",
                          "nash",
                          "kalai_smorodinsky",
                          "without_haste",
                          "zone_is_empty",
                          "deals",
                          "efficient_only",
                          "assumed_numbers",
                          "refused"}));
    CHECK(text.starts_with("{\"model\":\"stahl\",\"horizon\":"));
    CHECK(text.find("\"certificate\":{\"regret\":") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("screening has its own keys beside those of the others") {
    question::equilibrium_options options;
    options.model = question::equilibrium_model::screening;
    options.rounds = 2;
    options.types = {{1, 0.2}, {2, 0.8}};
    options.discounts = {{"Buyer", 0.9}, {"Seller", 0.9}};
    const std::string text = io::to_json(
        question::equilibrium(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/bazaar.toml"), options));
    CHECK(in_order(text, {"model",
                          "horizon",
                          "utilities",
                          "outcome",
                          "thresholds",
                          "certificate",
                          "no_deal",
                          "screening",
                          "proposer",
                          "responder",
                          "cost",
                          "types",
                          "value",
                          "probability",
                          "gain",
                          "prices",
                          "price",
                          "agreed",
                          "belief",
                          "accepts",
                          "profit",
                          "delay",
                          "agreement_chance",
                          "without_haste"}));
    CHECK(text.starts_with("{\"model\":\"screening\",\"horizon\":2,"));
    CHECK(text.find("\"no_deal\":null") != std::string::npos);
    CHECK(text.find("\"thresholds\":[[1.0,1.1],") != std::string::npos);
}
