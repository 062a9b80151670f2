#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/life.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string lived(std::size_t threads) {
    question::life_options options;
    options.scope = "nuclear";
    options.runs = 3'000;
    options.played = 10;
    options.parallel.threads = threads;
    return io::to_json(question::life(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"), options));
}

}  // namespace

TEST_CASE("a life has the documented keys in order, the same on any number of threads") {
    const std::string text = lived(1);
    CHECK(in_order(text, {"runs",
                          "seed",
                          "stages",
                          "causes",
                          "time",
                          "value",
                          "scenario",
                          "scope",
                          "talks",
                          "planned",
                          "each",
                          "played_in_secret",
                          "played_in_public",
                          "agreed_in_secret",
                          "agreed_in_public",
                          "deals",
                          "cautious",
                          "leaked",
                          "horizon_days",
                          "outlasts_horizon",
                          "without_red_lines_at_home",
                          "sampled",
                          "story",
                          "proven_orders",
                          "left_out",
                          "assumed_numbers"}));
    CHECK(
        text.starts_with("{\"runs\":3000,\"seed\":1,\"stages\":[{\"name\":\"talks\",\"share\":1"));
    CHECK(text == lived(2));
    CHECK(text == lived(7));
}
