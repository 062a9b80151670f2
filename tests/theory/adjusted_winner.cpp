#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/adjusted_winner.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

namespace {

/// Whole points with a sum of a hundred times the issues, some of them 0.
[[nodiscard]] std::vector<double> some_points(std::size_t issues) {
    std::vector<double> all(issues, 0);
    for (std::size_t k = 0; k < 10 * issues; ++k) {
        all[*rc::gen::inRange<std::size_t>(0, issues)] += 10;
    }
    return all;
}

struct gathered {
    double own = 0;      ///< what a side gave to what it gets
    double another = 0;  ///< what it gave to what the other gets
};

[[nodiscard]] gathered points_of(const std::vector<double>& points,
                                 const std::vector<double>& shares, bool first) {
    gathered sum;
    for (std::size_t k = 0; k < points.size(); ++k) {
        const double part = first ? shares[k] : 1 - shares[k];
        sum.own += part * points[k];
        sum.another += (1 - part) * points[k];
    }
    return sum;
}

}  // namespace

TEST_CASE("Camp David: one sixth of Sinai moves") {
    // Sinai, recognition, West Bank and Gaza, linkage, Palestinian rights, Jerusalem
    const std::vector<double> israel{35, 10, 20, 10, 5, 20};
    const std::vector<double> egypt{55, 5, 10, 5, 20, 5};
    const point_division found = adjusted_winner(israel, egypt);
    CHECK(near(found.first_before, 60));
    CHECK(near(found.second_before, 75));
    CHECK(found.first == printed(65.8333, 4));
    CHECK(found.second == printed(65.8333, 4));
    REQUIRE(found.split);
    CHECK(*found.split == 0);
    CHECK(near(found.shares[0], 1.0 / 6));
    CHECK(near(found.shares[3], 1));
    CHECK(near(found.shares[4], 0));
}

TEST_CASE("points that cannot be compared are refused") {
    CHECK_THROWS_AS(adjusted_winner({}, {}), std::invalid_argument);
    CHECK_THROWS_AS(adjusted_winner({50, 50}, {100}), std::invalid_argument);
    CHECK_THROWS_AS(adjusted_winner({50, 50}, {50, 40}), std::invalid_argument);
    CHECK_THROWS_AS(adjusted_winner({0, 0}, {0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(adjusted_winner({110, -10}, {50, 50}), std::invalid_argument);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(adjusted_winner({nan, 100}, {50, 50}), std::invalid_argument);
}

TEST_CASE("what nobody wants goes to the first side, and splits nothing") {
    const point_division found = adjusted_winner({100, 0, 0}, {0, 0, 100});
    CHECK(found.shares == std::vector<double>{1, 1, 0});
    CHECK_FALSE(found.split);
    CHECK(near(found.first, 100));
    CHECK(near(adjusted_winner({100}, {100}).shares[0], 0.5));
}

TEST_CASE("the division is equitable and free of envy, and splits one issue at most") {
    tests::check_always(200, [] {
        const auto issues = *rc::gen::inRange<std::size_t>(1, 9);
        const std::vector<double> a = some_points(issues);
        const std::vector<double> b = some_points(issues);
        const point_division found = adjusted_winner(a, b);
        const gathered first = points_of(a, found.shares, true);
        const gathered second = points_of(b, found.shares, false);
        RC_ASSERT(near(first.own, found.first, 1e-9));
        RC_ASSERT(near(second.own, found.second, 1e-9));
        RC_ASSERT(near(found.first, found.second, 1e-9));
        RC_ASSERT(first.own >= first.another - 1e-9);
        RC_ASSERT(second.own >= second.another - 1e-9);
        RC_ASSERT(std::count_if(found.shares.begin(), found.shares.end(),
                                [](double s) { return s > 0 && s < 1; }) <= 1);
    });
}

TEST_CASE("no division of the issues in tenths is better for both") {
    tests::check_always(60, [] {
        const auto issues = *rc::gen::inRange<std::size_t>(1, 5);
        const std::vector<double> a = some_points(issues);
        const std::vector<double> b = some_points(issues);
        const point_division found = adjusted_winner(a, b);
        std::vector<double> shares(issues, 0);
        for (int code = 0, all = static_cast<int>(std::pow(11, issues)); code < all; ++code) {
            int rest = code;
            for (double& share : shares) {
                share = 0.1 * (rest % 11);
                rest /= 11;
            }
            const double first = points_of(a, shares, true).own;
            const double second = points_of(b, shares, false).own;
            RC_ASSERT(std::min(first, second) <= found.first + 1e-9);
            RC_ASSERT(first <= found.first + 1e-9 || second <= found.second + 1e-9);
        }
    });
}
