#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/survival/spoiler_response.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

namespace {

/// Israel before the deal J.
constexpr spoiler_stance before_j{0.02, 0.10, 0.597, 0.65, 0.05};

spoiler_stance better(spoiler_stance of, double by) {
    of.value += by;
    return of;
}

}  // namespace

TEST_CASE("the side payment brings the hazard to its target") {
    CHECK(hazard_of(before_j) == printed(0.0943, 4));
    const auto payment = least_side_payment(before_j, 0.05);
    REQUIRE(payment);
    CHECK(near(*payment, 0.65 + 0.05 * std::log(7.0 / 3) - 0.597));
    CHECK(near(hazard_of(better(before_j, *payment)), 0.05));
    CHECK(least_side_payment(before_j, 0.2) == 0);
    CHECK_FALSE(least_side_payment(before_j, 0.02));
    CHECK_FALSE(least_side_payment(before_j, 0.01));
    tests::check_always(100, [] {
        const double target = 0.02 + *rc::gen::inRange(1, 120) * 0.001;
        const auto paid = least_side_payment(before_j, target);
        RC_ASSERT(paid.has_value());
        RC_ASSERT(hazard_of(better(before_j, *paid)) <= target + tests::grid);
        RC_ASSERT(*paid <= 0 || hazard_of(better(before_j, *paid - 1e-6)) > target);
    });
}

TEST_CASE("a spoiler without noise is bought at its reservation value") {
    spoiler_stance sharp = before_j;
    sharp.noise = 0;
    CHECK(near(hazard_of(sharp), 0.12));
    CHECK(near(*least_side_payment(sharp, 0.02), 0.053));
    CHECK_FALSE(least_side_payment(sharp, 0.01));
    CHECK(near(hazard_of(better(sharp, 0.06)), 0.02));
}

TEST_CASE("a threat is as good as the chance that it is carried out") {
    const double payment = *least_side_payment(before_j, 0.05);
    CHECK(near(*least_damage(before_j, 0.05, 1), payment));
    const auto damage = least_damage(before_j, 0.05, 0.25);
    REQUIRE(damage);
    spoiler_stance threatened = before_j;
    threatened.reservation -= 0.25 * *damage;
    CHECK(near(hazard_of(threatened), 0.05));
    CHECK_FALSE(least_damage(before_j, 0.05, 0));
    CHECK(least_damage(before_j, 0.2, 0) == 0);
    CHECK_FALSE(least_damage(before_j, 0.01, 1));
    CHECK_THROWS_AS(least_damage(before_j, 0.05, 1.5), std::invalid_argument);
}

TEST_CASE("a total spoiler has to lose what the target leaves") {
    const double gone = least_disabled(before_j, 0.05);
    CHECK(near((1 - gone) * hazard_of(before_j), 0.05));
    CHECK(least_disabled(before_j, 0.2) == 0);
    CHECK(least_disabled(before_j, 0) == 1);
    CHECK(least_disabled({}, 0) == 0);
}

TEST_CASE("a hazard's stance is the hazard") {
    outcome_space space;
    space.sizes = {2};
    space.domains = {{0, 1}};
    hazard made;
    made.value = 0.02;
    made.terms = {{{{0, {false, true}}}, 0.01}};
    CHECK_FALSE(stance_of(made, space, {0}));
    utility_function worth;
    worth.scale.grain = to_units(0.1L);
    worth.terms = {{{0}, {3, 7}}};
    made.answers_to = spoiler{worth, 0.5, 0.1, 0.05};
    for (const option_id k : {0U, 1U}) {
        const auto stance = stance_of(made, space, {k});
        REQUIRE(stance);
        CHECK(near(hazard_of(*stance), level_of(made, space, {k})));
        CHECK(near(stance->base, k == 0 ? 0.02 : 0.03));
    }
}

TEST_CASE("a stance is made of finite numbers") {
    CHECK_THROWS_AS(hazard_of({-0.1, 0, 0, 0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(hazard_of({0, 0, std::nan(""), 0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(least_side_payment(before_j, std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS(least_disabled(before_j, -1), std::invalid_argument);
}
