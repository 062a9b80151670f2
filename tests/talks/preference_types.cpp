#include <algorithm>
#include <set>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/preference_types.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

namespace {

problem two_by_three() {
    return problem_builder{}
        .issue("a", 2)
        .issue("b", 3)
        .party("one", {{0, 4}, {0, 1, 4}}, 0)
        .party("two", {{4, 0}, {4, 1, 0}}, 0)
        .build();
}

}  // namespace

TEST_CASE("regular types are every order and every peak") {
    const arena at(two_by_three());
    const preference_types all = regular_types(at.table().space, 100);
    REQUIRE(all.size() == 2 * 2 * 3);
    CHECK(all.first == std::vector<std::size_t>{0, 2, 5});
    CHECK(std::set<std::vector<double>>(all.worth.begin(), all.worth.end()).size() == 12);
    for (std::size_t h = 0; h < all.size(); ++h) {
        CHECK(near(all.prior[h], 1.0 / 12));
        const auto& worth = all.worth[h];
        const double a = std::max(worth[0], worth[1]);
        const double b = std::max({worth[2], worth[3], worth[4]});
        CHECK(near(a + b, 1));
        CHECK(near(std::max(a, b), 2.0 / 3));
        CHECK(near(std::min(worth[0], worth[1]), 0));
    }
    // The peak in the middle falls to nothing at both ends.
    CHECK(std::any_of(all.worth.begin(), all.worth.end(), [](const std::vector<double>& worth) {
        return near(worth[3], 2.0 / 3) && near(worth[2], 0) && near(worth[4], 0);
    }));
    const preference_types some = regular_types(at.table().space, 5);
    CHECK(some.size() == 5);
    CHECK(some == regular_types(at.table().space, 5));
    CHECK_THROWS((void)regular_types(at.table().space, 0));
    CHECK_THROWS((void)regular_types(at.table().space, 1'000'000));
}

TEST_CASE("opposed types differ in their weights") {
    const arena at(two_by_three());
    const preference_types made = opposed_types(at, 0, {{3, 1}, {1, 3}}, {3, 1});
    REQUIRE(made.size() == 2);
    CHECK(near(made.prior[0], 0.75));
    const std::vector<double> first{0.75, 0, 0.25, 0.1875, 0};
    for (std::size_t o = 0; o < first.size(); ++o) {
        CHECK(near(made.worth[0][o], first[o]));
    }
    CHECK(opposed_types(at, 0).size() == 2);
    CHECK_THROWS((void)opposed_types(at, 0, {{1}}));
    CHECK_THROWS((void)opposed_types(at, 0, {{1, -1}}));
    CHECK_THROWS((void)opposed_types(at, 0, {{0, 0}}));
    CHECK_THROWS((void)opposed_types(at, 0, {{1, 1}}, {1, 1}));
}

TEST_CASE("true types are read from their terms") {
    const arena at(two_by_three());
    const std::vector<utility_term> one{{{0}, {10, 30}}, {{1}, {5, 5, 65}}};
    const preference_types made = given_types(at.table().space, {one, {}}, {1, 3});
    REQUIRE(made.size() == 2);
    CHECK(near(made.worth[0][1], 0.25));
    CHECK(near(made.worth[0][0], 0));
    CHECK(near(made.worth[0][4], 0.75));
    CHECK(near(made.worth[1][4], 0));
    CHECK(near(made.prior[1], 0.75));
    CHECK_THROWS((void)given_types(at.table().space, {{{{0, 1}, std::vector<grains>(6)}}}));
    CHECK_THROWS((void)given_types(at.table().space, {{{{0}, {1}}}}));
    CHECK_THROWS((void)given_types(at.table().space, {}));
}
