#include <doctest/doctest.h>

#include <negotiation/talks/voting.hpp>

using namespace negotiation::talks;

TEST_CASE("majorities and vetoes decide") {
    const acceptances none;
    const acceptances first(0b0001);
    const acceptances two(0b0011);
    const acceptances three(0b0111);
    const acceptances all(0b1111);
    const voting_rule unanimity;
    CHECK(is_unanimity(unanimity));
    CHECK(carries(unanimity, all, 4));
    CHECK_FALSE(carries(unanimity, three, 4));

    voting_rule simple;
    simple.quota = 0.5;
    simple.more_than = true;
    CHECK_FALSE(is_unanimity(simple));
    CHECK_FALSE(carries(simple, two, 4));
    CHECK(carries(simple, two, 3));
    CHECK(carries(simple, three, 4));

    voting_rule qualified;
    qualified.quota = 2.0 / 3;
    CHECK(carries(qualified, two, 3));
    CHECK_FALSE(carries(qualified, two, 4));

    voting_rule weighted;
    weighted.quota = 0.6;
    weighted.votes = {3, 1, 1, 0};
    CHECK(carries(weighted, first, 4));
    CHECK_FALSE(carries(weighted, acceptances(0b1110), 4));
    weighted.veto = {2};
    CHECK_FALSE(carries(weighted, two, 4));
    CHECK(carries(weighted, three, 4));
    CHECK_FALSE(carries(weighted, none, 4));
}
