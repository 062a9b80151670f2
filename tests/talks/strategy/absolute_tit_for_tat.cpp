#include <set>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/absolute_tit_for_tat.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

TEST_CASE("a concession is answered by as much") {
    // To the buyer the seller's offers 8, 6, 5 are worth 0.2, 0.4, 0.5 of its range: it asks for
    // 1, 1, 0.8, 0.7.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto run =
        tests::play_out(at, protocol, 1, mirroring_absolutely(1, 0), offering({8, 6, 5}));
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 8, 0, 6, 2, 5, 3, 5});
    CHECK_THROWS(absolute_tit_for_tat(0));
    CHECK_THROWS(absolute_tit_for_tat(1, -1));
    CHECK_THROWS(absolute_tit_for_tat(1, 2));
}

TEST_CASE("without noise who never moves gets nothing and noise leads on") {
    const arena at(tests::sale());
    const auto still =
        tests::play_out(at, alternating_offers{}, 1, mirroring_absolutely(1, 0), hardliner());
    for (const event& e : still.said.history) {
        CHECK((e.who == 1 || e.deal == 0));
    }
    const auto moved =
        tests::play_out(at, alternating_offers{}, 1, mirroring_absolutely(1, 0.3), hardliner());
    std::set<offer_id> asked;
    for (const event& e : moved.said.history) {
        if (e.who == 0) {
            asked.insert(e.deal);
            CHECK(moved.said.utility(e.deal, 0) >= 2);
        }
    }
    CHECK(asked.size() > 2);
}
