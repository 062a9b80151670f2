#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/describe_play.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation::question;
using negotiation::tests::says;

namespace {

play_answer against(double mine, double theirs) {
    play_answer answer;
    answer.talks.parties = {{"A", "a person"}, {"B", "boulware"}};
    answer.talks.utilities = {mine, theirs};
    answer.talks.no_deal = {{}, {}};
    answer.talks.discounted = answer.talks.utilities;
    answer.talks.no_deal_at_end = {0, 0};
    answer.talks.promised = {0, 0};
    answer.talks.has_acceptable_deal = {true, true};
    answer.frontier = {{{0.9, 0.2}, {}}, {{0.6, 0.6}, {}}, {{0.2, 0.9}, {}}};
    return answer;
}

}  // namespace

TEST_CASE("what a person could have had leaves the others no worse off") {
    CHECK(
        says(negotiation::report::render_text(describe(against(0.5, 0.5))),
             "A got 0.5000; with the others no worse off it could have had 0.6000, 0.1000 more."));
    CHECK(says(negotiation::report::render_text(describe(against(0.6, 0.6))),
               "with the others no worse off nothing better was possible"));
    play_answer none = against(0, 0);
    none.frontier.clear();
    CHECK(says(negotiation::report::render_text(describe(none)),
               "No deal suits everybody at this table."));
    none.refused = "The frontier: too large.";
    CHECK(says(negotiation::report::render_text(describe(none)), "The frontier: too large."));
}
