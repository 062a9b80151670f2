#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/mediate.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

/// An answer without playing.
mediate_answer some_mediation() {
    mediate_answer answer;
    answer.scenario = "Tiny";
    answer.runs = 100;
    answer.parties = {{"Seller", "boulware", false}, {"Buyer", "boulware", false}};
    way_of_talking direct;
    direct.runs = 100;
    direct.agreed = proportion_of(40, 100);
    direct.utilities = direct.discounted = {0.5, 0.4};
    way_of_talking over = direct;
    over.mediators = {"Qatar"};
    over.agreed = proportion_of(70, 100);
    over.discounted = {0.6, 0.3};
    over.arrival = 0.9;
    answer.ways = {direct, over};
    answer.best = {1, 0};
    answer.mediators = {{"Qatar", "relay(noise=0.1)", 0.1, "Seller", {0.2, -0.2}, {true, false}}};
    answer.biases = theory::credible_biases(answer.counsel);
    answer.peace_mediated = 0.8;
    answer.peace_unmediated = 0.7;
    return answer;
}

std::string mediation_told(const mediate_answer& answer) {
    return report::render_text(describe(answer));
}

}  // namespace

TEST_CASE("the account compares mediators with direct talks") {
    mediate_answer answer = some_mediation();
    const std::string text = mediation_told(answer);
    CHECK(says(text,
               "Agreement is most frequent over Qatar: in 70.0 % of 100 runs, directly in "
               "40.0 %."));
    CHECK(says(text,
               "Served best: Seller over Qatar (on average 0.6000, directly 0.5000). Buyer is not "
               "served better beyond chance than directly."));
    CHECK(says(text, "Qatar Seller 0.2000 yes -0.2000 no"));
    CHECK(says(text, "from 0.0769231 to 7 (the textbook's numbers, assumed"));
    CHECK(says(text, "peace with 0.8 instead of 0.7"));
    CHECK(says(text, "adds nothing to what direct talks could achieve (Fey and Ramsay 2010)"));
    answer.best = {0, 0};
    CHECK(says(mediation_told(answer), "No one is served better beyond chance than directly."));
    answer.ways[1].agreed = proportion_of(42, 100);
    CHECK(says(mediation_told(answer), "a difference that so many runs do not tell from chance"));
    answer.ways[1].agreed = proportion_of(30, 100);
    CHECK(says(mediation_told(answer), "No mediator brings agreement more often than direct"));
    answer.biases.reset();
    CHECK(says(mediation_told(answer), "No mediator would be believed and heeded here"));
}

TEST_CASE("after a stop nothing is said of ways that were not played") {
    mediate_answer answer = some_mediation();
    answer.complete = false;
    answer.runs = 1'000'000;
    answer.best.clear();
    answer.ways[1].runs = 0;
    answer.ways[1].agreed = proportion_of(0, 0);
    answer.ways[1].discounted.clear();
    std::string text = mediation_told(answer);
    CHECK(
        says(text,
             "Stopped after 100 of 2,000,000 runs: nothing is compared. Directly the talks end in "
             "agreement in 40.0 % of 100 runs."));
    CHECK(says(text, "How the talks go over whom, by the runs that were played:"));
    CHECK(says(text, "direct 100 40.0 % 30.9-49.8 0.5000 0.4000"));
    CHECK(says(text, "Qatar 0 - - - - - - - -"));
    CHECK_FALSE(says(text, "No mediator brings agreement"));
    CHECK_FALSE(says(text, "served better"));
    CHECK_FALSE(says(text, "1,000,000 runs each"));
    answer.ways[0].runs = 0;
    text = mediation_told(answer);
    CHECK(says(text, "Stopped before any of 2,000,000 runs was played: there is nothing to"));
    CHECK(says(text, "direct 0 - - - - - - - -"));
}

TEST_CASE("without mediators there is little to compare") {
    mediate_answer answer = some_mediation();
    answer.ways.pop_back();
    answer.mediators.clear();
    answer.best = {0, 0};
    const std::string text = mediation_told(answer);
    CHECK(says(text, "Without a mediator the talks end in agreement in 40.0 % of 100 runs"));
    CHECK_FALSE(says(text, "Fey and Ramsay"));
}
