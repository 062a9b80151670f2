#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/hardliner.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a hardliner offers one deal and takes no other") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 5;
    const auto run = tests::play_out(at, protocol, 1, hardliner(), tests::offering({10, 5, 1}));
    CHECK(run.end.status == talks_status::no_agreement);
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || e.deal == 0));
    }
    const auto won = tests::play_out(at, protocol, 1, hardliner(), tests::offering({10, 0}));
    CHECK(won.end.status == talks_status::agreement);
    CHECK(won.end.deal == 0);
}
