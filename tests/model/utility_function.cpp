#include <cmath>
#include <limits>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/utility_function.hpp>

using namespace negotiation;
using tests::near;

TEST_CASE("terms are rounded once to ten to the minus twelve") {
    CHECK(to_units(0.58L) == 580'000'000'000);
    CHECK(to_units(0.1) + to_units(0.2) == to_units(0.3));  // which doubles do not do
    CHECK(to_units(1e-12L) == 1);
    CHECK(to_units(0.4e-12L) == 0);
    CHECK(to_units(0.6e-12L) == 1);
    CHECK(to_units(0.5L / 1e12L) == 1);
    CHECK(to_units(-0.5L / 1e12L) == -1);
    CHECK(to_units(-0.25) == -250'000'000'000);
    CHECK(from_units(to_units(0.647)) == 0.647);
}

TEST_CASE("units hold raw utilities up to ten to the thirteen") {
    CHECK(to_units(1e13L) == units{10'000'000'000'000} * units{1'000'000'000'000});
    CHECK(from_units(to_units(-1e13L)) == -1e13);
    CHECK_THROWS_AS(to_units(1.1e13L), std::invalid_argument);
    CHECK_THROWS_AS(to_units(-1.1e13L), std::invalid_argument);
    CHECK_THROWS_AS(to_units(std::numeric_limits<long double>::quiet_NaN()), std::invalid_argument);
    CHECK_THROWS_AS(to_units(std::numeric_limits<long double>::infinity()), std::invalid_argument);
}

TEST_CASE("a sum reads each term where the deal stands") {
    utility_function f;
    f.terms = {{{0}, {1, 2}}, {{2, 1}, {10, 20, 30, 40, 50, 60}}, {{}, {1000}}};
    const std::vector<option_id> sizes{2, 3, 2};
    CHECK(sum_of(f, sizes, {0, 0, 0}) == 1011);
    CHECK(sum_of(f, sizes, {1, 2, 0}) == 1032);
    CHECK(sum_of(f, sizes, {1, 0, 1}) == 1042);
    CHECK(sum_of(f, sizes, {0, 2, 1}) == 1061);
    CHECK(sum_of({}, sizes, {0, 0, 0}) == 0);
}

TEST_CASE("a term is read with its last issue fastest") {
    const utility_term term{{2, 0}, {0, 1, 2, 3, 4, 5}};
    CHECK(value_of(term, {3, 9, 2}, {2, 7, 0}) == 2);
    CHECK(value_of(term, {3, 9, 2}, {1, 7, 1}) == 4);
}

TEST_CASE("sums become values and utilities") {
    utility_scale plain;
    plain.grain = 10'000'000'000;  // a hundredth
    CHECK(value_of(plain, 64) == 0.64);
    CHECK(utility_of(plain, 64) == 0.64);
    plain.risk = crra{0.5};
    CHECK(value_of(plain, 64) == 0.64);
    CHECK(near(utility_of(plain, 64), 0.8));
}

// 1 + K v = (1 + K w v1)(1 + K w v2): the terms are logarithms with the sign of K.
TEST_CASE("multiplicative sums come back as products") {
    for (const double k : {0.5, -0.7 / 0.72, 3.0, 1e-9, -1e-9}) {
        CAPTURE(k);
        utility_scale scale;
        scale.multiplicative = k;
        const double product = (1 + k * 0.4 * 0.5) * (1 + k * 0.5 * 0.5);
        const double value = 0.45 + k * 0.05;  // (product - 1) / k without cancellation
        const auto sum = static_cast<grains>(to_units(logarithmic_term(k, 0.2)) +
                                             to_units(logarithmic_term(k, 0.25)));
        CHECK(near(value_of(scale, sum), value, 4e-12));
        CHECK(near(k * value, product - 1, 1e-12));
        CHECK(value_of(scale, sum + 1) > value_of(scale, sum));
        CHECK(value_of(scale, 0) == 0.0);
    }
}
