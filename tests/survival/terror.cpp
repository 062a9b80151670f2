#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/binomial.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/survival/terror.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

TEST_CASE("an attack hurts more where moderates are thought strong") {
    CHECK(trust_after_attack(0.7, 0.8) == printed(0.318182, 6));
    CHECK(trust_after_attack(0.7, 0.1) == printed(0.677419, 6));
    CHECK(near(trust_after_attack(0.7, 0), 0.7));
    CHECK(trust_after_attack(0.7, 1) == 0);
    CHECK(trust_after_attack(0, 0.5) == 0);
    CHECK(trust_after_attack(1, 0.5) == 1);
    CHECK_THROWS_AS(trust_after_attack(1, 1), std::invalid_argument);
    CHECK_THROWS_AS(trust_after_attack(std::nan(""), 0.5), std::invalid_argument);
    CHECK_THROWS_AS(trust_after_attack(0.5, -0.1), std::invalid_argument);
    tests::check_always(100, [] {
        const double t = *rc::gen::inRange(1, 100) * 0.01;
        const double s = *rc::gen::inRange(0, 100) * 0.01;
        RC_ASSERT(trust_after_attack(t, s + 0.01) < trust_after_attack(t, s));
        // odds are what an attack multiplies
        const double after = trust_after_attack(t, s);
        RC_ASSERT(near(after * (1 - t), (1 - s) * t * (1 - after)));
    });
}

TEST_CASE("among those hit by an attack so many are trustworthy") {
    random_stream bits(4);
    std::size_t attacks = 0;
    std::size_t trustworthy = 0;
    for (int k = 0; k < 100'000; ++k) {
        const bool good = draw_chance(bits, 0.7);
        const bool stopped = good && draw_chance(bits, 0.8);
        attacks += stopped ? 0U : 1U;
        trustworthy += good && !stopped ? 1U : 0U;
    }
    CHECK(tests::is_binomial(trustworthy, attacks, trust_after_attack(0.7, 0.8)));
}

TEST_CASE("up to some strength trust outlives an attack") {
    const auto most = greatest_suppression(0.7, 0.5);
    REQUIRE(most);
    CHECK(near(*most, 1 - 3.0 / 7));
    CHECK(near(trust_after_attack(0.7, *most), 0.5));
    CHECK_FALSE(greatest_suppression(0.4, 0.5));
    CHECK(greatest_suppression(0.4, 0) == 1);
    CHECK(greatest_suppression(0, 0) == 1);
    CHECK_THROWS_AS(greatest_suppression(1, 0.5), std::invalid_argument);
}

TEST_CASE("trust outlives so many attacks and no more") {
    CHECK(attacks_outlived(0.7, 0.5, 0.7) == 0);
    CHECK(attacks_outlived(0.8, 0.5, 0.5) == 2);  // odds 4, 2, 1
    CHECK(attacks_outlived(0.8, 1, 0.5) == 0);
    CHECK_FALSE(attacks_outlived(0.8, 0, 0.5));
    CHECK(attacks_outlived(0.3, 0.5, 0.5) == 0);
    CHECK_THROWS_AS(attacks_outlived(0.5, 0.5, 0), std::invalid_argument);
    tests::check_always(100, [] {
        const double s = *rc::gen::inRange(5, 95) * 0.01;
        const double required = *rc::gen::inRange(5, 60) * 0.01;
        double trust = 0.9;
        const auto count = attacks_outlived(trust, s, required);
        RC_ASSERT(count.has_value());
        for (std::size_t k = 0; k < *count; ++k) {
            trust = trust_after_attack(trust, s);
        }
        RC_ASSERT(trust >= required - 1e-9);
        RC_ASSERT(trust_after_attack(trust, s) < required + 1e-9);
    });
}
