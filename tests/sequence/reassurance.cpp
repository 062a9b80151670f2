#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/reassurance.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

namespace {

/// t, l, r_u, t_u, l_u
constexpr reassurance_terms textbook{0.5, 1, 1, 1.2, 1};

double one_in(int low, int high) { return *rc::gen::inRange(low, high) * 0.05; }

}  // namespace

TEST_CASE("a first small round reassures from a belief of a fifth on") {
    CHECK(near(reassurance_threshold(textbook), 0.2));
    const auto at_threshold = first_round(textbook, 0.2);
    REQUIRE(at_threshold);
    CHECK(at_threshold->least == printed(0.2222, 4));
    CHECK(near(at_threshold->least, at_threshold->most));
    const auto third = first_round(textbook, 0.3);
    REQUIRE(third);
    CHECK(third->least == printed(0.321429, 6));
    CHECK(third->most == printed(0.352941, 6));
    const auto even = first_round(textbook, 0.5);
    REQUIRE(even);
    CHECK(even->least == printed(0.5, 6));
    CHECK(even->most == printed(0.666667, 6));
    CHECK_FALSE(first_round(textbook, 0.1));
    CHECK_FALSE(first_round(textbook, 0));
    CHECK_FALSE(first_round({0.5, 1, 1, 1.2, 0}, 5e-324));
    CHECK(near(first_round(textbook, 1)->most, 1));
    CHECK_THROWS_AS(first_round(textbook, 1.01), std::invalid_argument);
    CHECK_THROWS_AS(first_round({1, 1, 1, 1.2, 1}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(first_round({0.5, -1, 1, 1.2, 1}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(first_round({0.5, 1, 1.2, 1.2, 1}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(reassurance_threshold({0.5, 1, -2, -1, 1}), std::invalid_argument);
}

TEST_CASE("a first round has to suit both") {
    // the more trusting needs a larger round to be sure, the less trusting can bear only a small
    // one
    CHECK_FALSE(first_round(textbook, 0.3, 0.5));
    const auto both = first_round(textbook, 0.3, 0.31);
    REQUIRE(both);
    CHECK(near(both->least, first_round(textbook, 0.31)->least));
    CHECK(near(both->most, first_round(textbook, 0.3)->most));
    CHECK_FALSE(first_round(textbook, 0.5, 0.1));
}

TEST_CASE("no type gains by acting as the other in a first round") {
    tests::check_always(300, [] {
        const double t = one_in(-20, 20);
        const double exploit = one_in(1, 60);
        const reassurance_terms of{t, one_in(0, 60), exploit - one_in(1, 60), exploit,
                                   one_in(0, 60)};
        const double p = one_in(1, 20);
        const auto sizes = first_round(of, p);
        // whoever deviates plays the first round as the other type, and the second as itself
        const auto holds = [&](double a) {
            const double loyal = p - (1 - p) * a * of.loss;
            const double disloyal = p * a * of.exploit;
            const double open = p * a * of.untrustworthy_exploit;
            const double feigned =
                p * (a * of.untrustworthy_reward + (1 - a) * of.untrustworthy_exploit) -
                (1 - p) * a * of.untrustworthy_loss;
            return loyal >= disloyal - tests::grid && open >= feigned - tests::grid;
        };
        for (int k = 1; k <= 40; ++k) {
            const double a = 0.025 * k;
            const bool inside =
                sizes && a >= sizes->least - tests::grid && a <= sizes->most + tests::grid;
            RC_ASSERT(holds(a) == inside);
        }
        RC_ASSERT(sizes.has_value() == (p >= reassurance_threshold(of) - tests::grid));
    });
}
