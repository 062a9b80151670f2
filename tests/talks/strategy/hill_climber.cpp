#include <stdexcept>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/strategy/hill_climber.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a hill climber takes what is no worse than the text") {
    const arena at(tests::pie(0, 0));
    proceedings said;
    said.begin(at);
    said.text = 5;
    random_stream draws(1);
    const hill_climber voter;
    const auto takes = [&](offer_id deal) {
        said.standing = deal;
        return voter.act(turn(said, 0, {1, 10, 0, 0}, {false, true, true, false}), draws).kind ==
               move_kind::accept;
    };
    CHECK(takes(6));
    CHECK(takes(5));
    CHECK(!takes(4));
    CHECK(draws() == random_stream(1)());
    CHECK_THROWS_AS(hill_climber(-1), std::invalid_argument);
}
