#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/conceder_at_once.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("who concedes at once gets no deal's worth") {
    const arena at(tests::sale());
    const auto end = play(at, alternating_offers{}, 1, conceder_at_once(), tests::offering({8}));
    CHECK(end.status == talks_status::agreement);
    CHECK(end.round == 2);
    CHECK(end.deal == 8);
    const auto run = tests::play_out(at, alternating_offers{}, 1, conceder_at_once(), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);  // 8 is less than the seller's best
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || e.deal == 8));
    }
    const auto both = play(at, alternating_offers{}, 1, conceder_at_once(), conceder_at_once());
    CHECK(both.deal == 8);
    CHECK(both.round == 1);
}
