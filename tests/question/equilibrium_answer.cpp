#include <doctest/doctest.h>

#include <negotiation/question/equilibrium_answer.hpp>

using namespace negotiation::question;

TEST_CASE("models have names") {
    CHECK(name_of_model(equilibrium_model::stahl) == "stahl");
    CHECK(name_of_model(equilibrium_model::rubinstein) == "rubinstein");
    CHECK(name_of_model(equilibrium_model::baron_ferejohn) == "baron_ferejohn");
    CHECK(name_of_model(equilibrium_model::quantal) == "quantal");
    CHECK(name_of_model(equilibrium_model::screening) == "screening");
    CHECK(name_of_shown(shown_equilibrium::only) == "only");
    CHECK(name_of_shown(shown_equilibrium::nearest_to_nash) == "nearest_to_nash");
}

TEST_CASE("an answer about equilibrium begins without an agreement") {
    const equilibrium_answer answer;
    CHECK_FALSE(answer.outcome);
    CHECK_FALSE(answer.first_round_agreement);
    CHECK_FALSE(answer.fixed_points);
    CHECK_FALSE(answer.proof);
    CHECK_FALSE(answer.screening);
}
