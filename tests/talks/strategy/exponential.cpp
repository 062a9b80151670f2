#include <cmath>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/strategy/exponential.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

TEST_CASE("the target falls as Faratin's exponential says") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const auto target = [&](const exponential& asks, double time) {
        return asks.target(turn(said, 0, {1, 10, time, 0}, {}));
    };
    // By hand: k = 0.01, half way: 1 - exp(0.5 ln 0.01) = 1 - 0.1.
    CHECK(near(target(exponential(0.01, 1), 0.5), 2 + 8 * 0.9));
    CHECK(near(target(exponential(0.01, 1), 0), 2 + 8 * 0.99));
    CHECK(near(target(exponential(0.01, 2), 0.5), 2 + 8 * (1 - std::sqrt(0.1))));
    for (const double beta : {0.2, 1.0, 3.0}) {
        double last = 11;
        for (double time = 0; time < 1; time += 0.01) {
            CHECK(target(exponential(0.05, beta), time) <= last);
            last = target(exponential(0.05, beta), time);
        }
    }
    CHECK_THROWS(exponential(0));
    CHECK_THROWS(exponential(2));
    CHECK_THROWS(exponential(0.1, 0));
}

TEST_CASE("an exponential one gives a hardliner what it asks for") {
    // The seller's best deal, a price of 10, is worth less to the buyer than none: nothing then.
    const arena at(tests::sale());
    const auto end = play(at, alternating_offers{}, 1, conceding_exponentially(), hardliner());
    CHECK(end.status == talks_status::no_agreement);
    const auto met =
        play(at, alternating_offers{}, 1, conceding_exponentially(), tests::offering({8}));
    CHECK(met.status == talks_status::no_agreement);  // it would have come to 8 at t = 1
    CHECK(play(at, alternating_offers{}, 1, conceding_exponentially(), tests::offering({7})).deal ==
          7);
}
