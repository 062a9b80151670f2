#include <doctest/doctest.h>

#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/mediator_seat.hpp>

using namespace negotiation::talks;

TEST_CASE("a seat takes any mediator as it is") {
    const mediator_seat qatar{"Qatar", relay(0.05, 3)};
    CHECK(qatar.role.carries());
    CHECK(qatar.who == stance{});
    const mediator_seat oman{"Oman", relay(0.1, 5), {.bias = 0.1, .toward = 1}};
    CHECK(oman.who.toward == 1);
}
