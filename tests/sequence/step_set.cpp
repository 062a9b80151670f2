#include <vector>

#include <doctest/doctest.h>

#include <negotiation/sequence/step_set.hpp>

using namespace negotiation::sequence;

TEST_CASE("a set knows its members") {
    const step_set some = only(0) | only(63) | only(64) | only(127);
    CHECK(count_of(some) == 4);
    CHECK(has(some, 64));
    CHECK_FALSE(has(some, 65));
    CHECK(first_of(some) == 0);
    CHECK(first_of(some & ~first_steps(1)) == 63);
    CHECK(first_of(some & ~first_steps(64)) == 64);
    CHECK(first_of(step_set{0}) == 128);
    CHECK(last_of(some) == 127);
    CHECK(last_of(some & first_steps(127)) == 64);
    CHECK(last_of(some & first_steps(64)) == 63);
    CHECK(last_of(only(0)) == 0);
    CHECK(count_of(first_steps(128)) == 128);
    CHECK(count_of(first_steps(0)) == 0);
    CHECK(within(only(63), some));
    CHECK_FALSE(within(only(63) | only(62), some));
    std::vector<step_id> seen;
    for_each(some, [&](step_id s) { seen.push_back(s); });
    CHECK(seen == std::vector<step_id>{0, 63, 64, 127});
}
