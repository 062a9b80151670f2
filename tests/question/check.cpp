#include <doctest/doctest.h>

#include <negotiation/question/check.hpp>
#include <negotiation/scenario/diagnostic.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a sound scenario is summed up") {
    const check_answer answer = check(tests::article());
    CHECK(answer.issues == 12);
    CHECK(answer.raw == 89600000);
    CHECK(answer.feasible == 29299200);
    CHECK(answer.parties.size() == 2);
    CHECK(answer.onlookers.size() == 1);
    CHECK(answer.scopes.size() == 2);
    CHECK(answer.deals.size() == 2);
    CHECK(answer.assumed > 0);
    CHECK(answer.assumed < answer.numbers);
    CHECK(tests::says(report::render_text(describe(answer)),
                      "is sound: 12 issues, 89,600,000 deals of which 29,299,200 are feasible"));
}

TEST_CASE("a scope is summed up alone") {
    const check_answer answer = check(tests::article(), "nuclear");
    CHECK(answer.issues == 8);
    CHECK(answer.feasible == 161700);
}

TEST_CASE("an unsound scenario is refused") {
    scenario world = tests::article();
    world.parties[0].weights[0].second = 0.9;
    CHECK_THROWS_AS(check(world), scenario_error);
}
