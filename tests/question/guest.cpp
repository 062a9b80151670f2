#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/run.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>

#include "support/tiny_scenario.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a strategy of one's own plays for a party") {
    run_options options;
    options.rounds = 4;
    options.guests.push_back({"Buyer", "mine", talks::any_strategy{talks::hardliner()}});
    const run_answer answer = run(tests::tiny_scenario(), options);
    CHECK(answer.parties[0].strategy == "boulware");
    CHECK(answer.parties[1].strategy == "mine");
    options.guests[0].party = "Buyr";
    CHECK_THROWS((void)run(tests::tiny_scenario(), options));
}
