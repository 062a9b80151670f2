#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/mediation.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("direct talks carry every message at once") {
    const direct_talks between;
    proceedings said;
    run_streams draws(1, 0, 2);
    event e;
    CHECK(between.carry(e, said, moment{}, draws) == 0);
    CHECK(e.arrived);
    CHECK(between.after_round(said, moment{}, draws));
}
