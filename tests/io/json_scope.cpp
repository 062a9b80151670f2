#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/scope.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string scopes_asked(const std::string& file) {
    question::scope_options options;
    options.counts = false;
    options.runs = 0;
    options.spread = 0;
    return io::to_json(
        question::scope(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + file), options));
}

}  // namespace

TEST_CASE("scopes have the documented keys in order") {
    const std::string text = scopes_asked("backchannel-2025.toml");
    CHECK(in_order(text,
                   {"scenario",    "talks",    "parties",   "assumed_numbers", "seed",    "scopes",
                    "name",        "issues",   "raw",       "feasible",        "zone",    "share",
                    "empty",       "nash",     "mandatory", "passing",         "lasting", "talks",
                    "expected",    "overall",  "better",    "flips",           "spread",  "tried",
                    "evaluations", "complete", "found",     "refused"}));
    CHECK(text.find("\"name\":\"nuclear\"") != std::string::npos);
    CHECK(text.find("\"zone\":null,\"share\":null,\"empty\":false") != std::string::npos);
    CHECK(text.find("\"mandatory\":{\"beyond\":\"nuclear\"") != std::string::npos);
    CHECK(text.find("{\"hazard\":\"Israel\",\"spoiler\":\"Israel\",\"monthly\":0.08") !=
          std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("a scope without a deal has null where there is none") {
    const std::string text = scopes_asked("river.toml");
    CHECK(text.find("\"empty\":true,\"nash\":null,\"mandatory\":null,\"passing\":null,"
                    "\"lasting\":null,\"talks\":null,\"expected\":0.0,\"overall\":null}") !=
          std::string::npos);
}
