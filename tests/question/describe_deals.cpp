#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/deals.hpp>
#include <negotiation/question/describe_deals.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

deals_answer nuclear_deals() {
    deals_options options;
    options.scope = "nuclear";
    return deals(tests::backchannel_file(), options);
}

std::string account(const deals_answer& answer, bool whole_frontier = false) {
    return report::render_text(describe(answer, whole_frontier));
}

}  // namespace

TEST_CASE("the account leads with both channels") {
    const std::string text = account(nuclear_deals());
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
    const deals_answer answer = nuclear_deals();
    const std::string text = account(answer, true);
    CHECK(text.size() > account(answer).size());
    CHECK(tests::says(text, "point"));
}

TEST_CASE("what was not counted is not called empty") {
    deals_answer answer = nuclear_deals();
    answer.in_back_channel = {std::nullopt, false};
    answer.in_public = {std::nullopt, std::nullopt};
    CHECK(tests::says(account(answer),
                      "In the back channel some of 161,700 feasible deals suit both "
                      "parties (how many was not counted); in public that is not known."));
}

TEST_CASE("bargaining powers are named beside what they weigh") {
    deals_options options;
    options.scope = "nuclear";
    options.powers = {{"Iran", 2}};
    const std::string text = account(deals(tests::backchannel_file(), options));
    CHECK(tests::says(text, "weighted Nash"));
    CHECK(tests::says(text, "each to its party's power (United States 1 and Iran 2)"));
}

TEST_CASE("what could not be searched is said to be unknown") {
    deals_options options;
    options.scope = "nuclear";
    options.limits = {0, 0, 0};
    const deals_answer answer = deals(tests::backchannel_file(), options);
    CHECK_FALSE(answer.method);
    const std::string text = account(answer);
    CHECK(tests::says(text, "Not everything could be computed."));
    CHECK(tests::says(text, "is not known"));
    CHECK(tests::says(text, "Nothing could be searched."));
    CHECK(tests::says(text, "how far they may move is not known"));
}
