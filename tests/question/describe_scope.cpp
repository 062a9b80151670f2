#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/scope.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string told_scopes(const scenario& world, double spread) {
    scope_options options;
    options.counts = false;
    options.runs = 0;
    options.spread = spread;
    return report::render_text(describe(question::scope(world, options)));
}

}  // namespace

TEST_CASE("scopes stand side by side") {
    const std::string text = told_scopes(tests::backchannel_file(), 0);
    CHECK(says(text, "Compared: nuclear and comprehensive."));
    CHECK(says(text, "issues 8 12"));
    CHECK(says(text, "deals that suit everybody some some"));
    CHECK(says(text, "Nash product 0.005695 0.014334"));
    CHECK(says(text, "Israel in a month 0.0818"));
    CHECK(says(text,
               "Further issues are those of comprehensive beyond nuclear: missile_range, "
               "proxies, non_aggression and gulf_fund."));
    CHECK(says(text, "chance to pass at home nuclear"));
    CHECK(says(text, "No assumed number was changed."));
}

TEST_CASE("a scenario without homes and hazards has no rows of them") {
    const std::string text =
        told_scopes(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml"), 0.1);
    CHECK_FALSE(says(text, "passes in"));
    CHECK_FALSE(says(text, "in a month"));
    CHECK(says(text, "none makes another scope better."));
    CHECK(says(text, "deals that suit everybody none some"));
}
