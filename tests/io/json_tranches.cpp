#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/tranches.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string asked(const question::tranches_options& options = {}) {
    return io::to_json(question::tranches(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/small-steps.toml"), options));
}

}  // namespace

TEST_CASE("tranches have the documented keys in order") {
    const std::string text = asked();
    CHECK(in_order(text, {"trust", "target", "first", "sizes", "count", "survival", "beliefs",
                          "reading", "readings_agree", "learning", "fixed", "equal", "sweep",
                          "limit", "scenario", "said", "assumed_numbers"}));
    CHECK(text.starts_with("{\"trust\":0.1,\"target\":0.95,\"first\":0.1111111111111111"));
    CHECK(text.find("\"hazard\":{\"rate\":0.02,\"per\":\"month\"}") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("where there is no plan the keys of one are null") {
    const std::string text = asked({.limit = 3});
    CHECK(text.find("\"first\":null,\"sizes\":null,\"count\":null,\"survival\":null,"
                    "\"beliefs\":null,") != std::string::npos);
    CHECK(text.find("{\"trust\":0.02,\"first\":null,\"count\":null,\"survival\":null}") !=
          std::string::npos);
}
