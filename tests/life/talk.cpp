#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/life/talk.hpp>

using namespace negotiation;

TEST_CASE("the last round began after all others") {
    life::talk one;
    CHECK(life::last_round_began(one) == 0.0);
    one.round = 1;
    one.days = 15;
    CHECK(life::last_round_began(one) == 0.0);
    one.round = 4;
    one.days = 60;
    CHECK(tests::near(life::last_round_began(one), 45));
    CHECK_FALSE(life::agreed(one));
    one.status = talks::talks_status::agreement;
    CHECK(life::agreed(one));
}
