#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/sequence.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string asked(const std::string& name, const question::sequence_options& options = {}) {
    return io::to_json(question::sequence(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml"), options));
}

}  // namespace

TEST_CASE("who goes first has the documented keys in order") {
    const std::string text = asked("vienna-2022");
    CHECK(in_order(text, {"scenario", "variant", "deal", "steps", "ideals", "orders", "feasible",
                          "reading", "least_trust", "pareto", "peak_exposure", "self_enforcing"}));
    CHECK(text.find("\"exact\":{\"United States\":\"5/34\",\"Iran\":\"19/110\"}") !=
          std::string::npos);
    CHECK(text.find("\"ideals\":344,\"orders\":554400") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("variants that are compared stand in one list, an order beside the least") {
    CHECK(asked("vienna-2022", {.compare = {"us-first"}}).starts_with("{\"variants\":[{"));
    const std::string text = asked("jpoa-2013", {.order = "history"});
    CHECK(text.find("\"order_report\":{\"trust\":0.4444444444444444,") != std::string::npos);
    const std::string none = asked("jpoa-2013", {.variant = "us-all-first"});
    CHECK(none.find("\"feasible\":false") != std::string::npos);
}

TEST_CASE("guarantees and escrows stand in the answer where they were asked about") {
    const std::string plain = asked("four-steps");
    CHECK(plain.find("guarantees") == std::string::npos);
    CHECK(plain.find("escrows") == std::string::npos);
    // two guarantors of a half each leave a quarter
    const std::string text = asked("four-steps", {.guarantees = {{"Iran", 0.5}, {"Iran", 0.5}},
                                                  .escrows = {{"U1", "I1", 0.25}}});
    CHECK(text.find("\"guarantees\":{\"Iran\":0.75}") != std::string::npos);
    CHECK(text.find("\"escrows\":[{\"payment\":\"U1\",\"answer\":\"I1\",\"release\":\"release of "
                    "U1\",\"cost\":0.25}]") != std::string::npos);
    CHECK(text.find("\"Iran\":null") != std::string::npos);
}
