#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>

#include <negotiation/sequence/agreement.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("what is wrong with an agreement is said") {
    const struct {
        std::function<void(agreement&)> spoil;
        std::string what;
    } cases[] = {
        {[](agreement& of) { of.completion.clear(); }, "agreement: needs 1 to 128 parties; got 0"},
        {[](agreement& of) { of.breakdown.pop_back(); },
         "agreement: needs 2 costs of a breakdown; got 1"},
        {[](agreement& of) { of.breakdown[1] = -1; },
         "agreement: the cost of a breakdown to party 1 must lie in [0, 10^6]; got -1"},
        {[](agreement& of) { of.completion[0] = 1e7; },
         "agreement: the value of completion to party 0 must lie in [-10^6, 10^6]; got 10000000"},
        {[](agreement& of) { of.steps[1].performer = 2; },
         "agreement: step 1: performer 2 is not one of 2 parties"},
        {[](agreement& of) { of.steps[1].value.pop_back(); },
         "agreement: step 1: needs 2 values and shares undone; got 1 and 2"},
        {[](agreement& of) { of.steps[2].value[0] = std::numeric_limits<double>::quiet_NaN(); },
         "agreement: step 2: a value must lie in [-10^6, 10^6]; got nan"},
        {[](agreement& of) { of.steps[0].undone[1] = 1.5; },
         "agreement: step 0: the share undone must lie in [0, 1]; got 1.5"},
        {[](agreement& of) { of.steps[0].after = {4}; },
         "agreement: step 0: waits for step 4, which is not one of 4"},
        {[](agreement& of) { of.steps[0].days = -1; },
         "agreement: step 0: days must lie in [0, 10^6]; got -1"},
        {[](agreement& of) { of.steps[0].defection = 1; },
         "agreement: step 0: the chance of defection must lie in [0, 1); got 1"},
        {[](agreement& of) {
             of.steps[0].pretence = faking{-1, 0.5, 0};
         },
         "agreement: step 0: what faking saves must lie in [0, 10^6]; got -1"},
        {[](agreement& of) {
             of.steps[0].pretence = faking{1, 2, 0};
         },
         "agreement: step 0: the probability of detection must lie in [0, 1]; got 2"},
        {[](agreement& of) { of.steps.resize(129); }, "agreement: at most 128 steps; got 129"},
    };
    for (const auto& wrong : cases) {
        CAPTURE(wrong.what);
        agreement of = tests::four_steps().made;
        check(of);
        CHECK(parties_of(of) == 2);
        wrong.spoil(of);
        CHECK_THROWS_WITH_AS(check(of), wrong.what.c_str(), std::invalid_argument);
    }
}
