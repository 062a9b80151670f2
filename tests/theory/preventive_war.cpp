#include <cmath>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/preventive_war.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

namespace {

/// What peace is worth at most: all of today's flow, then what the rival would rather leave than
/// fight, with something guaranteed on top, added up period by period.
[[nodiscard]] double value_of_peace(const declining_side& of, double guaranteed) {
    double sum = 0;
    double weight = 1 - of.discount;
    for (int t = 0; t < 4000; ++t) {
        sum += weight * (t == 0 ? 1 : of.later + of.rival_cost + guaranteed);
        weight *= of.discount;
    }
    return sum;
}

[[nodiscard]] declining_side some_decline() {
    return {*rc::gen::inRange(1, 100) * 0.01, *rc::gen::inRange(0, 101) * 0.01,
            *rc::gen::inRange(0, 101) * 0.01, *rc::gen::inRange(0, 30) * 0.01,
            *rc::gen::inRange(0, 30) * 0.01};
}

}  // namespace

TEST_CASE("a decline of 0.44 against a price of 0.24 is fought over") {
    const preventive_motive motive = motive_of({0.9, 0.8, 0.4, 0.05, 0.1});
    CHECK(motive.decline == printed(0.44, 6));
    CHECK(motive.price == printed(0.24, 6));
    CHECK(motive.fights());
    // who does not decline has no such motive
    CHECK_FALSE(motive_of({0.9, 0.8, 0.8, 0.05, 0.1}).fights());
    CHECK_THROWS_AS(motive_of({1, 0.8, 0.4, 0.05, 0.1}), std::invalid_argument);
    CHECK_THROWS_AS(motive_of({0.9, 1.8, 0.4, 0.05, 0.1}), std::invalid_argument);
    CHECK_THROWS_AS(motive_of({0.9, 0.8, -0.4, 0.05, 0.1}), std::invalid_argument);
    CHECK_THROWS_AS(motive_of({0.9, 0.8, 0.4, -0.05, 0.1}), std::invalid_argument);
    CHECK_THROWS_AS(motive_of({0.9, 0.8, 0.4, 0.05, std::nan("")}), std::invalid_argument);
}

TEST_CASE("a guaranteed share makes up for the decline") {
    CHECK(guarantee_against_war({0.9, 0.8, 0.4, 0.05, 0.1}) == printed(0.222222, 6));
    CHECK(near(guarantee_against_war({0.9, 0.8, 0.8, 0.05, 0.1}), 0));
    tests::check_always(100, [] {
        const declining_side of = some_decline();
        const double guaranteed = guarantee_against_war(of);
        const double war = of.now - of.own_cost;
        RC_ASSERT(value_of_peace(of, guaranteed) >= war - 1e-9);
        RC_ASSERT(guaranteed <= 0 || near(value_of_peace(of, guaranteed), war, 1e-9));
    });
}

TEST_CASE("it fights where the best of peace, period by period, is worth less than war") {
    tests::check_always(100, [] {
        const declining_side of = some_decline();
        const double gap = of.now - of.own_cost - value_of_peace(of, 0);
        RC_PRE(std::abs(gap) > 1e-9);
        RC_ASSERT(motive_of(of).fights() == (gap > 0));
    });
}
