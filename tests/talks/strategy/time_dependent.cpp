#include <cmath>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/strategy/time_dependent.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

TEST_CASE("the target falls from the best deal to no deal") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const auto target = [&](const time_dependent& asks, double time) {
        return asks.target(turn(said, 0, {1, 10, time, 0}, {}));
    };
    for (const double e : {0.05, 0.25, 0.3, 1.0, 2.0, 4.0, 20.0}) {
        const time_dependent asks(e);
        CHECK(near(target(asks, 0), 10));
        double last = 11;
        for (double time = 0; time < 1; time += 0.01) {
            // Faratin's formula, with powers from the standard library.
            CHECK(near(target(asks, time), 2 + 8 * (1 - std::pow(time, 1 / e)), 1e-11));
            CHECK(target(asks, time) <= last);
            last = target(asks, time);
        }
    }
    CHECK(near(target(time_dependent(1, 0.25), 0), 8));
    CHECK(near(target(time_dependent(1, 0.25), 0.5), 5));
    CHECK(near(target(time_dependent(1, 0, 0.5), 0.5), 5.5));
    CHECK_THROWS(time_dependent(0));
    CHECK_THROWS(time_dependent(-1));
    CHECK_THROWS(time_dependent(1, 2));
    CHECK_THROWS(time_dependent(1, 0, -1));
    CHECK_THROWS(time_dependent(std::nan("")));
}

TEST_CASE("a boulware yields less than a conceder") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 100;
    const auto end = play(at, protocol, 1, boulware(), conceder());
    const auto even = play(at, protocol, 1, linear(), linear());
    CHECK(end.utilities[0] > even.utilities[0]);
    CHECK(end.utilities[1] < even.utilities[1]);
}
