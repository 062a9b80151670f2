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

poset random_order(std::uint64_t number) {
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
    return {steps, before};
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
    // places need not follow the order
    const poset back(5, {{4, 3}, {3, 0}, {2, 0}, {4, 1}});
    for (step_set done = 0; done <= back.all(); ++done) {
        step_set next = 0;
        for_each(back.all() & ~done,
                 [&](step_id s) { next |= within(back.before(s), done) ? only(s) : 0; });
        CHECK(back.available(done) == next);
    }
}

TEST_CASE("implied relations are not covers") {
    const poset of(3, {{0, 1}, {1, 2}, {0, 2}, {0, 1}});
    CHECK(of.covers() == poset::relations{{0, 1}, {1, 2}});
}

TEST_CASE("chains cover every step once") {
    CHECK(chains_of(poset(0, {})).empty());
    for (std::uint64_t number = 0; number < 60; ++number) {
        const poset of = random_order(number);
        step_set covered = 0;
        std::size_t steps = 0;
        for (const std::vector<step_id>& chain : chains_of(of)) {
            for (std::size_t k = 0; k < chain.size(); ++k) {
                CHECK((k == 0 || has(of.before(chain[k]), chain[k - 1])));
                covered |= only(chain[k]);
                ++steps;
            }
        }
        CHECK(steps == of.size());
        CHECK(covered == of.all());
    }
}

TEST_CASE("the width is that of the largest antichain") {
    CHECK(width_of(poset(0, {})) == 0);
    for (std::uint64_t number = 0; number < 60; ++number) {
        const poset of = random_order(number);
        CHECK(width_of(of) == largest_antichain(of));
    }
}
