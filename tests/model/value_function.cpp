#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/value_function.hpp>

using namespace negotiation;
using tests::near;

namespace {

issue levels(std::vector<option_label> options) {
    issue of;
    of.name = "relief";
    of.options = std::move(options);
    return of;
}

}  // namespace

TEST_CASE("every form meets its ends") {
    const std::vector<value_function> forms{piecewise_linear_value{{{0, 0}, {100, 1}}},
                                            power_value{0.5, 0, 100},
                                            power_value{3, 0, 100},
                                            exponential_value{2, 0, 100},
                                            exponential_value{-2, 0, 100},
                                            exponential_value{0, 0, 100},
                                            exponential_value{1e-13, 0, 100}};
    for (const value_function& f : forms) {
        CAPTURE(f.index());
        CHECK(near(value_at(f, 0), 0));
        CHECK(near(value_at(f, 100), 1));
        // Flat outside, rising inside.
        CHECK(near(value_at(f, -5), 0));
        CHECK(near(value_at(f, 105), 1));
        CHECK(value_at(f, 40) < value_at(f, 60));
    }
}

TEST_CASE("forms fall where the worst level is the higher one") {
    for (const value_function& f :
         std::vector<value_function>{power_value{2, 100, 0}, exponential_value{1, 100, 0}}) {
        CHECK(near(value_at(f, 100), 0));
        CHECK(near(value_at(f, 0), 1));
        CHECK(value_at(f, 40) > value_at(f, 60));
    }
    CHECK(near(value_at(power_value{2, 100, 0}, 50), 0.25));
}

TEST_CASE("forms in between") {
    CHECK(near(value_at(power_value{0.5, 0, 100}, 25), 0.5));
    CHECK(near(value_at(exponential_value{1, 0, 2}, 1), (1 - std::exp(-0.5)) / (1 - std::exp(-1))));
    CHECK(near(value_at(exponential_value{0, 0, 4}, 1), 0.25));
    const piecewise_linear_value bent{{{0, 0.2}, {10, 0.8}, {20, 0.4}}};
    CHECK(near(value_at(bent, 5), 0.5));
    CHECK(near(value_at(bent, 10), 0.8));
    CHECK(near(value_at(bent, 15), 0.6));
    CHECK(near(value_at(bent, 99), 0.4));
}

TEST_CASE("steep exponential values stay finite") {
    for (const double rate : {-1000.0, -700.0, 700.0, 1000.0}) {
        CAPTURE(rate);
        CHECK(near(value_at(exponential_value{rate, 0, 1}, 0), 0));
        CHECK(near(value_at(exponential_value{rate, 0, 1}, 1), 1));
    }
}

TEST_CASE("a logistic value is one half at its midpoint") {
    const logistic_value edge{50, 5};
    CHECK(near(value_at(edge, 50), 0.5));
    CHECK(near(value_at(edge, 55), 1 / (1 + std::exp(-1.0))));
    CHECK(near(value_at(edge, 45) + value_at(edge, 55), 1));
    CHECK(value_at(logistic_value{50, -5}, 45) > 0.5);
    CHECK(value_at(edge, -1e9) == 0.0);
    CHECK(value_at(edge, 1e9) == 1.0);
}

TEST_CASE("option values follow the order of the options") {
    const issue of = levels({std::int64_t{100}, 25.0, std::int64_t{0}});
    const auto values = option_values(power_value{0.5, 0, 100}, of);
    REQUIRE(values.size() == 3);
    CHECK(near(values[0], 1));
    CHECK(near(values[1], 0.5));
    CHECK(near(values[2], 0));
    CHECK(option_values(tabled_value{{3, 1, 2}}, of) == std::vector<double>{3, 1, 2});
}

TEST_CASE("a table knows options and a curve knows levels") {
    const issue words = levels({"none", "some"});
    CHECK(option_values(tabled_value{{0, 1}}, words).size() == 2);
    CHECK_THROWS_AS(option_values(tabled_value{{0, 1, 2}}, words), std::invalid_argument);
    CHECK_THROWS_AS(option_values(power_value{}, words), std::invalid_argument);
    CHECK_THROWS_AS(value_at(tabled_value{{0, 1}}, 0), std::invalid_argument);
}
