#include <string>

#include <doctest/doctest.h>
#include <io/key_order.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/ratify.hpp>

using namespace negotiation;
using negotiation::tests::in_order;

namespace {

std::string brought_home(const std::vector<std::string>& surge = {}) {
    question::ratify_options options;
    options.scope = "nuclear";
    options.deals = {"N1"};
    options.surge = surge;
    options.few = 0;
    return io::to_json(question::ratify(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"), options));
}

}  // namespace

TEST_CASE("ratification has the documented keys in order") {
    const std::string text = brought_home();
    CHECK(text.starts_with("{\"deals\":[{\"name\":\"N1\",\"outcome\":{\"enrichment\":"));
    CHECK(in_order(text, {"deals",
                          "name",
                          "outcome",
                          "utilities",
                          "chambers",
                          "joint",
                          "spoilers",
                          "joint_independent",
                          "joint_red_lines_on",
                          "homes",
                          "bottleneck",
                          "synergies",
                          "feasible",
                          "acceptable",
                          "error",
                          "scenario",
                          "scope",
                          "talks",
                          "parties",
                          "alternative",
                          "level",
                          "win_sets",
                          "surge",
                          "refused",
                          "assumed_numbers"}));
    CHECK(text.find("\"utilities\":[0.647,0.705],\"chambers\":[{\"party\":\"United "
                    "States\",\"rule\":\"disapproval\",\"probability\":0.99") != std::string::npos);
    CHECK(in_order(text.substr(text.find("\"chambers\"")),
                   {"party", "rule", "probability", "probability_independent",
                    "probability_red_lines_on", "chamber", "quota", "votes", "supporters_needed",
                    "expected_supporters", "follows", "days", "cheapest_coalition"}));
    CHECK(text.find("\"rule\":\"follows\"") != std::string::npos);
    CHECK(text.find("\"spoilers\":[{\"name\":\"Israel\",\"utility\":0.6665,"
                    "\"hazard_per_month\":0.0618") != std::string::npos);
    CHECK(in_order(text.substr(text.find("\"synergies\"")),
                   {"issue", "option", "changes", "kind", "against_no_deal", "refused_by"}));
    CHECK(text.find("\"surge\":null") != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("a surge has its shares and counts") {
    const std::string text = brought_home({"US hardliners"});
    CHECK(text.find("\"surge\":{\"factions\":[{\"faction\":\"US hardliners\",\"chamber\":"
                    "\"Senate\",\"party\":\"United States\",\"votes\":100,\"shares\":[0.0,0.1,") !=
          std::string::npos);
    CHECK(text.find("\"today\":0.53}],\"range\":\"efficient\",\"deals\":26,\"joint\":[") !=
          std::string::npos);
}
