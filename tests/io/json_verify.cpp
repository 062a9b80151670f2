#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/verify.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string verified_json(const std::string& of, const question::verify_options& options = {}) {
    return io::to_json(
        question::verify(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + of + ".toml"), options));
}

}  // namespace

TEST_CASE("verification has the documented keys in order") {
    const std::string text = verified_json("backchannel-2025");
    CHECK(in_order(text, {"order", "order_name", "feasible", "steps", "inspectors", "refused",
                          "scenario", "parties", "deal", "outcome", "assumed_numbers"}));
    CHECK(in_order(text,
                   {"step", "party", "minimum_probability", "discounted_probability", "probability",
                    "honest", "delay", "maximum_delay", "any_delay", "probability_sooner"}));
    CHECK(in_order(text,
                   {"name", "detection", "false_alarm", "attribution", "misattribution", "others",
                    "days", "steps", "cost", "budget", "spent", "short_of", "beliefs"}));
    CHECK(text.find("\"game\":{\"announced\":") != std::string::npos);
    CHECK(text.find("\"reports\":[{\"report\":\"accusation\",\"after\":0.027") !=
          std::string::npos);
    CHECK(text.find("\"maximum_delay\":null,\"any_delay\":true") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("where there is nothing to verify lists are empty") {
    const std::string text = verified_json("vienna-2022");
    CHECK(text.find("\"order_name\":null,\"feasible\":true,\"steps\":[],\"inspectors\":[],"
                    "\"refused\":null") != std::string::npos);
    CHECK(text.find("\"deal\":null,\"outcome\":null") != std::string::npos);
}
