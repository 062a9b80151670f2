#include <algorithm>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/outside_option.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

TEST_CASE("an option binds above delta over one plus delta") {
    const option_division without = division_of({0.9, 0.9, 0});
    CHECK(without.threshold == printed(0.473684, 6));
    CHECK(without.responder == printed(0.473684, 6));
    CHECK(without.first == printed(0.526316, 6));
    CHECK_FALSE(without.binds);
    CHECK(division_of({0.9, 0.9, 0.47}).responder == without.responder);
    const option_division with = division_of({0.9, 0.9, 0.6});
    CHECK(with.binds);
    CHECK(near(with.responder, 0.6));
    CHECK(near(with.first, 0.4));
    CHECK_THROWS_AS(division_of({1, 0.9, 0}), std::invalid_argument);
    CHECK_THROWS_AS(division_of({0.9, 0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(division_of({0.9, 0.9, 1.1}), std::invalid_argument);
}

TEST_CASE("a long finite game, solved backwards, ends at the same division") {
    tests::check_always(100, [] {
        const outside_option of{*rc::gen::inRange(1, 99) * 0.01, *rc::gen::inRange(1, 99) * 0.01,
                                *rc::gen::inRange(0, 101) * 0.01};
        // what each side may expect of the next period; nothing after the last
        double first = 0;
        double responder = 0;
        for (int period = 4000; period > 0; --period) {
            const bool first_offers = period % 2 == 1;
            const double waiting_first = of.first_discount * first;
            const double waiting_responder = of.responder_discount * responder;
            if (first_offers) {
                responder = std::max(of.alternative, waiting_responder);
                first = 1 - responder;
            } else {
                first = waiting_first;
                responder = 1 - first;
            }
        }
        const option_division found = division_of(of);
        RC_ASSERT(near(found.first, first, 1e-9));
        RC_ASSERT(near(found.responder, responder, 1e-9));
    });
}
