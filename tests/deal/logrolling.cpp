#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/logrolling.hpp>

using namespace negotiation;
using deal::divide;
using deal::divisible_issue;
using tests::near;

namespace {

/// The most that a grid of divisions leaves the second side where the first gets `least`.
double best_of_grid(const std::vector<divisible_issue>& issues, double least, int steps) {
    double best = -1;
    std::vector<int> at(issues.size(), 0);
    for (;;) {
        double first = 0;
        double second = 0;
        for (std::size_t k = 0; k < issues.size(); ++k) {
            first += issues[k].first * at[k] / steps;
            second += issues[k].second * (steps - at[k]) / steps;
        }
        if (first >= least - 1e-12) {
            best = std::max(best, second);
        }
        std::size_t k = 0;
        while (k < at.size() && ++at[k] > steps) {
            at[k++] = 0;
        }
        if (k == at.size()) {
            return best;
        }
    }
}

}  // namespace

TEST_CASE("three issues are divided by the ratio of weights") {
    const std::vector<divisible_issue> issues{{0.2, 0.5}, {0.5, 0.2}, {0.3, 0.3}};
    // The second issue whole and a third of the third: 0.5 + 0.1 = 0.6 to the first side.
    const auto found = divide(issues, 0.6, 0.7);
    CHECK(near(found.shares[0], 0));
    CHECK(near(found.shares[1], 1));
    CHECK(near(found.shares[2], 1.0 / 3));
    CHECK(near(found.second, 0.7));
    CHECK(divide(issues, 0.6, 0.69).suits_both);
    CHECK_FALSE(divide(issues, 0.6, 0.71).suits_both);
    const auto too_much = divide(issues, 1.5, 0);
    CHECK_FALSE(too_much.suits_both);
    CHECK(near(too_much.first, 1));
}

// No division of a grid leaves the second side more, and one of a grid that holds the split does as
// much.
TEST_CASE("divisible issues leave a deal exactly if a fine grid of them does") {
    tests::check_always(100, [] {
        constexpr int steps = 8;
        std::vector<divisible_issue> issues;
        const int n = *rc::gen::inRange(1, 4);
        for (int k = 0; k < n; ++k) {
            issues.push_back({*rc::gen::inRange(0, 5) * 1.0, *rc::gen::inRange(0, 5) * 1.0});
        }
        const double least = *rc::gen::inRange(-2, 40) / 4.0;
        const auto found = divide(issues, least, 0);
        const double grid = best_of_grid(issues, least, steps);
        RC_ASSERT((found.first >= least) == (grid >= 0));
        if (found.first >= least) {
            RC_ASSERT(found.second >= grid - 1e-9);
            int split = 0;
            bool on_grid = true;
            for (const double share : found.shares) {
                split += share > 0 && share < 1 ? 1 : 0;
                on_grid = on_grid && near(share * steps, std::round(share * steps));
            }
            RC_ASSERT(split <= 1);
            RC_ASSERT(!on_grid || near(found.second, grid, 1e-9));
            RC_ASSERT(divide(issues, least, found.second).suits_both);
            RC_ASSERT(!divide(issues, least, found.second + 0.001).suits_both);
        }
    });
}

TEST_CASE("weights that make no sense are refused") {
    CHECK_THROWS_AS((void)divide(std::vector<divisible_issue>{{-1, 0}}, 0, 0),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)divide(std::vector<divisible_issue>{{1, std::nan("")}}, 0, 0),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)divide({}, std::nan(""), 0), std::invalid_argument);
}
