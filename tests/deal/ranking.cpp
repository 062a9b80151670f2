#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>

#include <negotiation/deal/ranking.hpp>

using namespace negotiation;
using deal::ranking;

TEST_CASE("ties go to the deal that comes first") {
    const ranking r({3, 5, 8, 9}, {5, 7, 5, 7}, {0.5, 0.7, 0.5, 0.7});
    REQUIRE(r.size() == 4);
    CHECK(r.row(0) == 5);
    CHECK(r.row(1) == 9);
    CHECK(r.row(2) == 3);
    CHECK(r.row(3) == 8);
    CHECK(r.cheapest_row(0.4, 4) == 3);
    CHECK(r.cheapest_row(0.6, 4) == 5);
    CHECK(r.cheapest_row(0.4, 2) == 5);
    CHECK(r.cheapest_row(0.8, 4) == 5);
    CHECK(r.count_at_least(0.7) == 2);
}

TEST_CASE("the cheapest deal worth so much is the first of its equals") {
    tests::check_always(300, [] {
        const auto levels =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-40, 1000)));
        const double step = *rc::gen::element(0.0001, 0.05, 7.0, 1e-9);
        std::vector<double> utilities;
        std::vector<deal::row_id> rows;
        std::vector<grains> sums;
        for (const int level : levels) {
            utilities.push_back(level * step);
            sums.push_back(level);
            rows.push_back(static_cast<deal::row_id>(rows.size()));
        }
        const ranking r(rows, sums, utilities);
        std::size_t cursor = *rc::gen::inRange<std::size_t>(0, 50);
        for (int level = -45; level < 1003; level += 3) {
            // Half a step between two levels, and just at one, as rounding would leave it.
            for (const double target :
                 {level * step, (level + 0.5) * step, level * step * (1 + 2e-16)}) {
                const int least = target > (level + 0.25) * step ? level + 1 : level;
                std::size_t expected = 0;
                bool some = false;
                for (std::size_t k = 0; k < levels.size(); ++k) {
                    if (levels[k] >= least && (!some || levels[k] < levels[expected])) {
                        expected = k;
                        some = true;
                    }
                }
                if (!some) {
                    expected = static_cast<std::size_t>(
                        std::max_element(levels.begin(), levels.end()) - levels.begin());
                }
                RC_ASSERT(r.cheapest_row(target, r.size()) == expected);
                RC_ASSERT(r.cheapest_row(target, r.size(), cursor) == expected);
            }
        }
    });
}

TEST_CASE("sums decide where utilities cannot tell deals apart") {
    // A utility that saturates: three sums, one number.
    const ranking r({0, 1, 2, 3}, {10, 30, 20, 5}, {1.0, 1.0, 1.0, 0.5});
    CHECK(r.row(0) == 1);
    CHECK(r.row(2) == 0);
    CHECK(r.cheapest_row(0.9, 4) == 0);
    CHECK(r.cheapest_row(0.9, 2) == 2);
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(r.cheapest_row(-infinity, 4) == 3);
    CHECK(r.cheapest_row(infinity, 4) == 1);
    CHECK(r.cheapest_row(std::numeric_limits<double>::quiet_NaN(), 4) == 3);
    const ranking one({7}, {3}, {0.3});
    CHECK(one.cheapest_row(-infinity, 1) == 7);
}
