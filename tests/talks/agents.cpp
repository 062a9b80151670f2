#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/agents.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("everybody draws from a stream of its own") {
    run_streams one(5, 7, 2, 1);
    run_streams again(1, 1, 1);
    again.begin(5, 7, 2, 1);
    CHECK(one.parties.size() == 2);
    CHECK(one.mediators.size() == 1);
    const auto first = one.parties[0]();
    CHECK(first == again.parties[0]());
    CHECK(first != one.parties[1]());
    CHECK(first != one.mediators[0]());
    CHECK(first != one.protocol());
    run_streams other(5, 8, 2, 1);
    CHECK(first != other.parties[0]());
}

TEST_CASE("whoever draws in a run is noticed") {
    run_streams draws(5, 7, 2, 1);
    CHECK_FALSE(draws.any_drawn());
    for (random_stream* bits : {&draws.protocol, &draws.parties[1], &draws.mediators[0]}) {
        (*bits)();
        CHECK(draws.any_drawn());
        draws.begin(5, 8, 2, 1);
        CHECK_FALSE(draws.any_drawn());
    }
}
