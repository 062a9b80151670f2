#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/mediate.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

TEST_CASE("mediators have the documented keys in order") {
    question::mediate_options options;
    options.scope = "nuclear";
    options.runs = 2;
    const std::string text = io::to_json(question::mediate(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/direct-vs-mediated.toml"), options));
    CHECK(in_order(
        text, {"ways", "mediators", "runs", "agreed", "leaked", "utilities", "discounted", "rounds",
               "days", "lost", "noises", "turned_round", "arrival", "belief_after_yes"}));
    CHECK(in_order(text, {"ways", "best", "mediators", "prior", "counsel", "dispute", "strategies",
                          "no_deal", "talks", "rounds", "runs", "seed", "complete", "scenario",
                          "scope", "assumed_numbers"}));
    CHECK(text.starts_with("{\"ways\":[{\"mediators\":[],\"runs\":2,"));
    CHECK(text.find("\"believed\":{\"United States\":true,\"Iran\":false}") != std::string::npos);
    CHECK(text.find("\"assumed\":true,\"risk_threshold\":0.4,") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("what was not played is null") {
    question::mediate_answer answer;
    answer.parties = {{"Seller", "boulware", false}};
    answer.no_deal = {{}};
    answer.ways.resize(1);
    const std::string text = io::to_json(answer);
    CHECK(text.find("\"utilities\":null,\"discounted\":null") != std::string::npos);
    CHECK(text.find("\"credible_biases\":null") != std::string::npos);
    CHECK(text.find("\"runs\":0,\"agreed\":null,\"leaked\":null,") != std::string::npos);
    CHECK(text.find("\"better\":null,\"rounds\":null,\"days\":null,\"lost\":null") !=
          std::string::npos);
    answer.complete = false;
    CHECK(io::to_json(answer).find("\"best\":null") != std::string::npos);
}
