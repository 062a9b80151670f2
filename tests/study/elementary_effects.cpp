#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/study/elementary_effects.hpp>

using namespace negotiation;

TEST_CASE("effects of a linear function are its coefficients") {
    const auto line = [](std::span<const double> u) {
        return std::optional(5 + 2 * u[0] - 3 * u[1] + 0 * u[2]);
    };
    const study::screening found = study::elementary_effects(3, line, {.trajectories = 5});
    CHECK(found.trajectories == 5);
    CHECK(tests::near(found.effects[0].mean, 2));
    CHECK(tests::near(found.effects[1].mean, -3));
    CHECK(tests::near(found.effects[1].size, 3));
    CHECK(tests::near(found.effects[2].size, 0));
    for (const study::elementary_effect& e : found.effects) {
        CHECK(e.count == 5);
        CHECK(tests::near(e.deviation, 0, 1e-9));
    }
}

TEST_CASE("interactions show in the deviation and signs do not cancel") {
    const auto product = [](std::span<const double> u) {
        return std::optional((u[0] - 0.5) * (u[1] - 0.5));
    };
    const auto found = study::elementary_effects(2, product, {.trajectories = 1000});
    // the other coordinate lies at 1/8, 3/8, 5/8 or 7/8
    CHECK(tests::near(found.effects[0].size, 0.25, 0.01));
    CHECK(tests::near(found.effects[0].mean, 0, 0.03));
    CHECK(tests::near(found.effects[0].deviation, std::sqrt((9.0 + 1) / 2) / 8, 0.01));
}

TEST_CASE("effects do not depend on threads and steps without a number do not count") {
    const auto half = [](std::span<const double> u) {
        return u[1] > 0.5 ? std::optional<double>() : std::optional(4 * u[0]);
    };
    const auto one =
        study::elementary_effects(2, half, {.trajectories = 40, .parallel = {1, {}, {}}});
    CHECK(one == study::elementary_effects(2, half, {.trajectories = 40, .parallel = {6, {}, {}}}));
    CHECK(one.effects[1].count == 0);
    CHECK(one.effects[0].count > 5);
    CHECK(tests::near(one.effects[0].size, 4));
    CHECK_THROWS_AS(study::elementary_effects(2, half, {.trajectories = 0}), std::invalid_argument);
}
