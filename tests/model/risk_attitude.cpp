#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/risk_attitude.hpp>

using namespace negotiation;
using tests::near;

TEST_CASE("every attitude rises with the value") {
    const std::vector<risk_attitude> attitudes{risk_neutral{},
                                               cara{2},
                                               cara{-2},
                                               cara{0},
                                               cara{1e-13},
                                               cara{1e-11},
                                               crra{0},
                                               crra{0.5},
                                               crra{1},
                                               crra{3},
                                               prospect{},
                                               prospect{0.5, 1, 0.2},
                                               prospect{1, 2.25, 0}};
    for (const risk_attitude& attitude : attitudes) {
        CAPTURE(attitude.index());
        double last = -std::numeric_limits<double>::infinity();
        for (int k = 1; k <= 100; ++k) {
            const double u = utility_of(attitude, k / 100.0, 0.4);
            CHECK(u > last);
            last = u;
        }
    }
}

TEST_CASE("constant absolute aversion runs from 0 to 1 and tends to neutrality") {
    for (const double a : {-5.0, -0.5, 0.5, 5.0, 50.0}) {
        CAPTURE(a);
        CHECK(utility_of(cara{a}, 0, 0) == 0.0);
        CHECK(near(utility_of(cara{a}, 1, 0), 1));
    }
    CHECK(near(utility_of(cara{1}, 0.5, 0), (1 - std::exp(-0.5)) / (1 - std::exp(-1))));
    CHECK(utility_of(cara{2}, 0.5, 0) > 0.5);
    CHECK(utility_of(cara{-2}, 0.5, 0) < 0.5);
    for (const double a : {1e-6, 1e-9, 1e-13, 0.0, -1e-9}) {
        CHECK(near(utility_of(cara{a}, 0.3, 0), 0.3, std::abs(a)));
    }
}

TEST_CASE("constant relative aversion tends to the logarithm") {
    CHECK(near(utility_of(crra{0}, 0.3, 0), 0.3));
    CHECK(near(utility_of(crra{0.5}, 0.25, 0), 0.5));
    CHECK(near(utility_of(crra{1}, 0.25, 0), std::log(0.25)));
    CHECK(near(utility_of(crra{2}, 0.25, 0), -4));
    CHECK(utility_of(crra{0.5}, 0, 0) == 0.0);
    CHECK(utility_of(crra{0.5}, 1, 0) == 1.0);
    CHECK(std::isinf(utility_of(crra{1}, 0, 0)));
    CHECK(std::isinf(utility_of(crra{2}, 0, 0)));
    // Ratios of differences, which alone mean something, tend to those of the logarithm.
    const auto ratio = [](const crra& form) {
        return (utility_of(form, 0.5, 0) - utility_of(form, 0.25, 0)) /
               (utility_of(form, 1, 0) - utility_of(form, 0.25, 0));
    };
    CHECK(near(ratio({1}), 0.5));
    CHECK(near(ratio({1 - 1e-7}), 0.5, 1e-6));
    CHECK(near(ratio({1 + 1e-7}), 0.5, 1e-6));
}

// Tversky and Kahneman 1992: alpha 0.88, lambda 2.25.
TEST_CASE("losses loom larger than gains") {
    const prospect standard;
    CHECK(near(utility_of(standard, 0.7, 0.6), std::pow(0.1, 0.88)));
    CHECK(near(utility_of(standard, 0.5, 0.6), -2.25 * std::pow(0.1, 0.88)));
    CHECK(utility_of(standard, 0.6, 0.6) == 0.0);
    // An explicit reference stands in for the reservation value.
    CHECK(near(utility_of(prospect{0.88, 2.25, 0.2}, 0.3, 0.9), std::pow(0.3 - 0.2, 0.88)));
    CHECK(near(utility_of(prospect{1, 1, 0.2}, 0.1, 0.9), -0.1));
}

TEST_CASE("only the neutral attitude is neutral") {
    CHECK(is_neutral(risk_neutral{}));
    CHECK_FALSE(is_neutral(cara{0}));
    CHECK_FALSE(is_neutral(prospect{}));
}
