#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/acceptance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("each condition accepts from where it says") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const auto seen = [&](offer_id standing, double time) {
        said.standing = standing;
        return turn(said, 0, {1, 10, time, 0}, {true, standing != no_offer, false, true});
    };
    const intention mine{7, 2};  // aims at 7 and would propose the price 2, worth 8
    CHECK(accept_target{}.accepts(seen(3, 0), mine));
    CHECK_FALSE(accept_target{}.accepts(seen(4, 0), mine));
    CHECK(accept_next{}.accepts(seen(2, 0), mine));
    CHECK_FALSE(accept_next{}.accepts(seen(3, 0), mine));
    CHECK(accept_next{1, -1}.accepts(seen(3, 0), mine));
    CHECK(accept_next{0.5, 0}.accepts(seen(6, 0), mine));
    CHECK(accept_constant{0.5}.accepts(seen(4, 0), mine));
    CHECK_FALSE(accept_constant{0.5}.accepts(seen(5, 0), mine));
    CHECK(accept_time{0.9}.accepts(seen(8, 0.9), mine));
    CHECK_FALSE(accept_time{0.9}.accepts(seen(8, 0.8), mine));
    CHECK(accept_time{0.9}.accepts(seen(3, 0.8), mine));

    CHECK(may_accept(seen(8, 0)));
    CHECK_FALSE(may_accept(seen(9, 0)));
    CHECK_FALSE(may_accept(seen(no_offer, 0)));
}
