#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_run.hpp>
#include <negotiation/question/run.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string account(const run_options& options, bool trace = false) {
    return report::render_text(describe(run(tests::backchannel_file(), options), trace));
}

run_options directly() {
    run_options options;
    options.scope = "nuclear";
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    return options;
}

}  // namespace

TEST_CASE("the account says where they met") {
    run_options options = directly();
    options.strategies = {{"", "linear(offer=best)"}};
    const std::string text = account(options);
    CHECK(says(text, "how the talks go"));
    CHECK(says(text, "They agree in round "));
    CHECK(says(text, "United States plays linear(offer=best)."));
    CHECK(says(text, "What they agree on:"));
    CHECK(says(text, "from the Nash deal"));
    CHECK(says(text, "assumed numbers"));
}

TEST_CASE("the account says why they did not meet") {
    run_options options = directly();
    options.strategies = {{"", "hardliner"}};
    const std::string text = account(options);
    CHECK(says(text, "No agreement: the deadline of 24 rounds passes"));
    CHECK(says(text, "There was a deal to find (the Nash deal gives 0.6470, 0.7050)."));
    CHECK(says(text, "The best that Iran was offered"));

    options.red_lines.rule = red_line_rule::all;
    CHECK(says(account(options), "There was nothing to find: no deal suits both parties."));
}

TEST_CASE("a trace tells every move") {
    run_options options = directly();
    options.strategies = {{"", "boulware"}};
    const std::string brief = account(options);
    const std::string full = account(options, true);
    CHECK(brief.size() < full.size());
    CHECK(says(full, "What was said, and what it is worth:"));
}

TEST_CASE("complete information is never passed off as a forecast") {
    run_options options = directly();
    options.strategies = {{"Iran", "linear(offer=best,model=perfect)"}};
    const std::string text = account(options);
    CHECK(says(text, "knowing the others' true preferences"));
    CHECK(says(text, "A run of complete information: an upper bound, not a forecast."));
}
