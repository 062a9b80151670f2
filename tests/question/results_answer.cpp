#include <doctest/doctest.h>

#include <negotiation/question/results_answer.hpp>

using namespace negotiation::question;

TEST_CASE("an empty store has no experiments") {
    CHECK(results_answer{}.experiments.empty());
    CHECK(results_answer{"a", {}} == results_answer{"a", {}});
}
