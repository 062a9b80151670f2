#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/binomial.hpp>
#include <support/tolerance.hpp>

#include <negotiation/survival/race.hpp>
#include <negotiation/survival/timeline.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

namespace {

/// mu and lambda of the worked example.
constexpr race textbook{0.2, 0.08};

/// A sum of small pieces, for integrals.
template <class Function>
double integral(double high, Function f) {
    constexpr int pieces = 200'000;
    const double width = high / pieces;
    double sum = 0;
    for (int k = 0; k < pieces; ++k) {
        sum += width * f((k + 0.5) * width);
    }
    return sum;
}

}  // namespace

TEST_CASE("a settlement rate of 0.2 beats a collapse rate of 0.08 in five of seven cases") {
    CHECK(settles_first(textbook) == printed(0.714286, 6));
    CHECK(mean_time(textbook) == printed(3.5714, 4));
    CHECK(settles_first({0, 0.08}) == 0);
    CHECK(settles_first({0, 0}) == 0);
    CHECK(settles_first({0.2, 0}) == 1);
    CHECK(mean_time({0, 0}) == std::numeric_limits<double>::infinity());
}

TEST_CASE("phases multiply") {
    CHECK(near(settles_first(textbook, 3), std::pow(5.0 / 7, 3)));
    CHECK(settles_first(textbook, 0) == 1);
    CHECK(settles_first({0, 1}, 0) == 1);
}

TEST_CASE("a settlement is worth less the longer it takes") {
    CHECK(value_of(textbook, 1, 0.01) == printed(0.689655, 6));
    CHECK(near(value_of(textbook, 3, 0), 3 * settles_first(textbook)));
    CHECK(value_of({0, 0}, 1, 0) == 0);
    const double sum = integral(400, [](double t) { return 0.2 * std::exp(-(0.28 + 0.01) * t); });
    CHECK(near(value_of(textbook, 1, 0.01), sum, 1e-6));
}

TEST_CASE("a deadline cuts the chance to settle") {
    CHECK(settles_within(textbook, 0) == 0);
    CHECK(near(settles_within(textbook, 1e4), settles_first(textbook)));
    const double sum = integral(5, [](double t) { return 0.2 * std::exp(-0.28 * t); });
    CHECK(near(settles_within(textbook, 5), sum, 1e-9));
}

TEST_CASE("haste may cost what time would have cost") {
    const double worth = least_worth_in_haste(textbook, 1, 0.01, 0.4);
    CHECK(worth < 1);
    CHECK(near(value_of({0.4, 0.08}, worth, 0.01), value_of(textbook, 1, 0.01)));
    CHECK(near(least_worth_in_haste(textbook, 1, 0.01, 0.2), 1));
    CHECK_THROWS_AS(least_worth_in_haste(textbook, 1, 0.01, 0), std::invalid_argument);
}

TEST_CASE("who strikes first is drawn by rates") {
    const std::vector<double> shares = strikes_first(std::vector<double>{0.08, 0.02, 0.1, 0});
    CHECK(near(shares[0], 0.4));
    CHECK(near(shares[1], 0.1));
    CHECK(near(shares[2], 0.5));
    CHECK(shares[3] == 0);
    CHECK(strikes_first(std::vector<double>{0, 0}) == std::vector<double>{0, 0});
    CHECK(strikes_first({}).empty());
}

TEST_CASE("sixteen tranches a month each survive as printed") {
    CHECK(plan_survival(0.02, std::vector<double>(16, 1)) == printed(0.726149, 6));
    CHECK(plan_survival(0.02, {}) == 1);
}

TEST_CASE("a simulated race is won as often as the formula says") {
    random_stream bits(1);
    constexpr std::size_t runs = 100'000;
    std::size_t settled = 0;
    double time = 0;
    const timeline both{{{1e4, {textbook.settlement, textbook.collapse}}}};
    for (std::size_t k = 0; k < runs; ++k) {
        const auto first = draw_shock(both, bits);
        REQUIRE(first);
        settled += first->source == 0 ? 1U : 0U;
        time += first->time;
    }
    CHECK(tests::is_binomial(settled, runs, settles_first(textbook)));
    // an exponential's deviation is its mean
    CHECK(near(time / static_cast<double>(runs), mean_time(textbook),
               5 * mean_time(textbook) / std::sqrt(1e5)));
}

TEST_CASE("a race takes rates and no other numbers") {
    for (const double bad : {-0.1, std::nan(""), std::numeric_limits<double>::infinity()}) {
        CHECK_THROWS_AS(settles_first({bad, 1}), std::invalid_argument);
        CHECK_THROWS_AS(mean_time({1, bad}), std::invalid_argument);
        CHECK_THROWS_AS(settles_within(textbook, bad), std::invalid_argument);
        CHECK_THROWS_AS(value_of(textbook, 1, bad), std::invalid_argument);
        CHECK_THROWS_AS(strikes_first(std::vector<double>{bad}), std::invalid_argument);
        CHECK_THROWS_AS(plan_survival(bad, {}), std::invalid_argument);
        CHECK_THROWS_AS(plan_survival(1, std::vector<double>{bad}), std::invalid_argument);
    }
    CHECK_THROWS_AS(value_of(textbook, std::nan(""), 0), std::invalid_argument);
}
