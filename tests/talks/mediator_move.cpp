#include <doctest/doctest.h>

#include <negotiation/talks/mediator_view.hpp>

using namespace negotiation::talks;

TEST_CASE("actions have names") {
    CHECK(std::string(to_string(mediator_action::deliver)) == "deliver");
    CHECK(std::string(to_string(mediator_action::withdraw)) == "withdraw");
    CHECK(std::string(to_string(mediator_move{}.action)) == "pass");
}

TEST_CASE("payments cost their sum, guarantees and threats a share") {
    CHECK(cost_of(mediator_view::pay(3, {1, 2})) == 3);
    CHECK(cost_of(mediator_view::guarantee(3, {1, 3}, 0.25)) == 1);
    CHECK(cost_of(mediator_view::threaten({4, 0}, 0.5)) == 2);
    CHECK(cost_of(mediator_view::table(3)) == 0);
}
