#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

TEST_CASE("a concession is answered in proportion") {
    // To the buyer the seller's offers 8, 6, 5 are worth 0.2, 0.4, 0.5 of its range: it asks for
    // 1, then still 1 (one offer is no concession), then 1/2 of it, then 1/2 * 4/5 = 0.4.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto run = tests::play_out(at, protocol, 1, tit_for_tat(), offering({8, 6, 5}));
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 8, 0, 6, 5, 5});
    // It then asks for 4 and takes the price 5, worth 5.
    CHECK(run.end.status == talks_status::agreement);
    CHECK(run.end.round == 4);
    CHECK(run.end.deal == 5);
}

TEST_CASE("who never moves gets nothing") {
    const arena at(tests::sale());
    const auto run = tests::play_out(at, alternating_offers{}, 1, tit_for_tat(), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || e.deal == 0));
    }
    CHECK_THROWS(relative_tit_for_tat(0));
}

TEST_CASE("what was worth nothing before is not answered and nothing is answered twice") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 6;
    // 10 is worth nothing to the buyer: the step to 9 has no ratio. From 9 to 8 its worth doubles.
    const auto run = tests::play_out(at, protocol, 1, tit_for_tat(), offering({10, 9, 8, 8}));
    CHECK(tests::offers_of(run.said)[2] == 0);
    CHECK(tests::offers_of(run.said)[4] == 0);
    CHECK(tests::offers_of(run.said)[6] == 5);  // half of what it asked for
    CHECK(tests::offers_of(run.said)[8] == 5);  // 8 and 8 again: no concession, no answer
}
