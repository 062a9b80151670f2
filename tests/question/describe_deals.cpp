#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/deals.hpp>
#include <negotiation/question/describe_deals.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

deals_answer nuclear() {
    deals_options options;
    options.scope = "nuclear";
    return deals(tests::article(), options);
}

std::string account(const deals_answer& answer, bool whole_frontier = false) {
    return report::render_text(describe(answer, whole_frontier));
}

}  // namespace

TEST_CASE("the account leads with both channels") {
    const std::string text = account(nuclear());
    CHECK(tests::says(text,
                      "In the back channel 6,546 of 161,700 feasible deals suit both "
                      "parties; in public none does."));
    CHECK(tests::says(text,
                      "The bridge: if United States allowed enrichment = "
                      "consortium_iran_3pct"));
    CHECK(tests::says(text, "the value is assumed"));
    CHECK(tests::says(text, "Note: This rests on "));
    CHECK(text.find("nan") == std::string::npos);
    CHECK(text.find(" inf ") == std::string::npos);
    CHECK(text.find("-inf") == std::string::npos);
}

TEST_CASE("the whole frontier is a table of every point") {
    const deals_answer answer = nuclear();
    const std::string text = account(answer, true);
    CHECK(text.size() > account(answer).size());
    CHECK(tests::says(text, "point"));
}

TEST_CASE("what was not counted is not called empty") {
    deals_answer answer = nuclear();
    answer.in_back_channel = {std::nullopt, false};
    answer.in_public = {std::nullopt, std::nullopt};
    CHECK(tests::says(account(answer),
                      "In the back channel some of 161,700 feasible deals suit both "
                      "parties (how many was not counted); in public that is not known."));
}
