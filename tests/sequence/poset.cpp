#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>

#include <negotiation/sequence/poset.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

/// The largest set of steps of which none waits for another, by trying all.
std::size_t largest_antichain(const poset& of) {
    std::size_t most = 0;
    for (step_set set = 0; set < (step_set{1} << of.size()); ++set) {
        bool free = true;
        for_each(set, [&](step_id s) { free = free && (of.before(s) & set) == 0; });
        most = free ? std::max(most, count_of(set)) : most;
    }
    return most;
}

}  // namespace

TEST_CASE("a cycle is named") {
    try {
        const poset never(4, {{0, 1}, {1, 2}, {2, 0}, {3, 1}});
        FAIL("no cycle was found");
    } catch (const cycle_error& wrong) {
        CHECK(wrong.cycle().size() == 3);
        CHECK(std::string(wrong.what()) ==
              "poset: steps wait for one another: 0 before 1 before 2 before 0");
    }
    CHECK_THROWS_WITH_AS(poset(1, {{0, 0}}), "poset: steps wait for one another: 0 before 0",
                         cycle_error);
    CHECK_THROWS_WITH_AS(poset(2, {{0, 2}}), "poset: step 0 before 2: there are 2 steps",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(poset(129, {}), "poset: at most 128 steps; got 129",
                         std::invalid_argument);
}

TEST_CASE("what can be next has everything before it done") {
    const poset of(4, {{0, 1}, {1, 2}, {3, 2}});
    CHECK(of.before(2) == (only(0) | only(1) | only(3)));
    CHECK(of.behind(0) == (only(1) | only(2)));
    CHECK(of.available(0) == (only(0) | only(3)));
    CHECK(of.available(only(0) | only(1)) == only(3));
    CHECK(of.available(of.all()) == 0);
}

TEST_CASE("implied relations are not covers") {
    const poset of(3, {{0, 1}, {1, 2}, {0, 2}, {0, 1}});
    CHECK(of.covers() == poset::relations{{0, 1}, {1, 2}});
}

TEST_CASE("the width is that of the largest antichain") {
    CHECK(width_of(poset(0, {})) == 0);
    for (std::uint64_t number = 0; number < 60; ++number) {
        random_stream from(3, number);
        const auto steps = static_cast<std::size_t>(tests::draw(from, 1, 9));
        poset::relations before;
        for (step_id b = 0; b < steps; ++b) {
            for (step_id a = 0; a < b; ++a) {
                if (tests::draw(from, 0, 2) == 0) {
                    before.emplace_back(a, b);
                }
            }
        }
        const poset of(steps, before);
        CHECK(width_of(of) == largest_antichain(of));
    }
}
