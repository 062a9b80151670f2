#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/describe_value.hpp>
#include <negotiation/question/value.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

value_answer valued_by(const std::vector<std::string>& texts) {
    value_options options;
    options.scope = "nuclear";
    return value(tests::backchannel_file(), texts, options);
}

}  // namespace

TEST_CASE("the account gives the verdict first") {
    const std::string text = report::render_text(describe(valued_by({"J"})));
    CHECK(tests::says(text, "Accepted by both parties; not efficient"));
    CHECK(tests::says(text,
                      "crosses its public red line on enrichment, which does not bind here "
                      "but comes back at home"));
    CHECK(tests::says(text, "Better for all: "));
    CHECK(tests::says(text, "The best trade of two clauses: "));
    CHECK(tests::says(text, "Reported: breakout_months 10.2."));
    CHECK(tests::says(text, "assumed numbers"));
    const std::string several = report::render_text(describe(valued_by({"J", "enrichment=zero"})));
    CHECK(tests::says(several, "Side by side"));
    CHECK(tests::says(several, "not feasible"));
}
