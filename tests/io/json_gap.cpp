#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/gap.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string gap_asked(const std::string& scope, question::red_line_rule rule) {
    question::gap_options options;
    options.scope = scope;
    options.red_lines.rule = rule;
    return io::to_json(
        question::gap(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml",
                                        {"party.Iran.reservation=0.8"}),
                      options));
}

}  // namespace

TEST_CASE("a gap has the documented keys in order") {
    const std::string text = gap_asked("nuclear", question::red_line_rule::as_written);
    CHECK(in_order(text, {"scenario", "scope", "talks", "red_lines", "parties", "assumed_numbers",
                          "gap", "payments", "outsider", "by_party", "in_public", "in_back_channel",
                          "red_line_conflicts", "conflicts_complete", "bridge", "margins",
                          "reservations", "carrying_out", "refused"}));
    CHECK(text.find("\"gap\":true,\"payments\":{\"outsider\":{\"total\":0.015,\"amounts\":[0.0,"
                    "0.015],") != std::string::npos);
    CHECK(text.find("\"by_party\":{\"United States\":null,\"Iran\":null}") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("what no payment closes is null") {
    const std::string text = gap_asked("nuclear", question::red_line_rule::all);
    CHECK(text.find("\"payments\":{\"outsider\":null,") != std::string::npos);
    CHECK(text.find("\"in_public\":{\"total\":null,\"known\":true}") != std::string::npos);
}
