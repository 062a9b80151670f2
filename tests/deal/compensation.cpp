#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/deal/compensation.hpp>

using namespace negotiation;
using deal::compensation_of;
using tests::near;

namespace {

using money_levels = std::vector<std::pair<double, double>>;

bool costs(const money_levels& worth, double from, double gain, double amount, bool beyond) {
    const auto found = compensation_of(worth, from, gain);
    return found && near(found->amount, amount, 1e-9) && found->beyond == beyond;
}

}  // namespace

// Worth 0, .4, .75 and 1 at 0, 10, 20 and 30: .04, .035 and .025 a unit of money.
TEST_CASE("a gain is bought along straight lines") {
    const money_levels fund{{0, 0}, {10, 0.4}, {20, 0.75}, {30, 1}};
    CHECK(costs(fund, 0, 0, 0, false));
    CHECK(costs(fund, 0, 0.2, 5, false));
    CHECK(costs(fund, 0, 0.575, 15, false));
    CHECK(costs(fund, 10, 0.6, 20, false));
    CHECK(costs(fund, 15, 0.175, 5, false));
    CHECK(costs(fund, 20, 0.5, 20, true));
    CHECK(costs(fund, 30, 0.1, 4, true));
}

TEST_CASE("what money does not improve has no price") {
    CHECK_FALSE(compensation_of(money_levels{{0, 1}, {10, 0}}, 0, 0.1));
    CHECK_FALSE(compensation_of(money_levels{{0, 0.9}, {10, 1}, {30, 1}}, 0, 0.2));
    CHECK(costs({{0, 0.9}, {10, 1}, {30, 1}}, 0, 0.05, 5, false));
    // A valley is crossed where the far side is high enough.
    CHECK(costs({{0, 0.5}, {10, 0}, {20, 1}}, 0, 0.25, 17.5, false));
}

TEST_CASE("levels of money that make no sense are refused") {
    const double nan = std::nan("");
    const money_levels two{{0, 0}, {1, 1}};
    CHECK_THROWS_AS((void)compensation_of(money_levels{{0, 0}}, 0, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)compensation_of(money_levels{{1, 0}, {0, 1}}, 0, 1),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)compensation_of(money_levels{{0, 0}, {1, nan}}, 0, 1),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)compensation_of(two, 2, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)compensation_of(two, 0, -1), std::invalid_argument);
    CHECK_THROWS_AS((void)compensation_of(two, 0, nan), std::invalid_argument);
}
