#include <set>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/micro.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("micro concedes a deal for a deal") {
    // Both walk down the price one by one and meet in the middle: 0, 10, 1, 9, 2, 8, 3, 7, 4, 6, 5.
    const arena at(tests::sale());
    const alternating_offers protocol;
    const auto run = tests::play_out(at, protocol, 1, micro{}, micro{});
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 10, 1, 9, 2, 8, 3, 7, 4, 6, 5});
    CHECK(run.end.status == talks_status::agreement);
    CHECK(run.end.deal == 5);
    CHECK(run.end.round == 6);
}

TEST_CASE("against a hardliner micro makes two offers and repeats them") {
    const arena at(tests::sale());
    const alternating_offers protocol;
    const auto run = tests::play_out(at, protocol, 1, micro{}, hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    std::set<offer_id> mine;
    for (const event& e : run.said.history) {
        if (e.who == 0) {
            mine.insert(e.deal);
        }
    }
    CHECK(mine == std::set<offer_id>{0, 1});
}

TEST_CASE("micro refuses deals that are not ranked") {
    const arena searched(tests::sale(), {0});
    CHECK_THROWS_WITH(play(searched, alternating_offers{}, 1, micro{}, micro{}),
                      "micro: needs every deal ranked; this space is too large to be written down");
}

TEST_CASE("of several opponents the slowest sets the pace") {
    const arena at(tests::three_at_a_table());
    alternating_offers protocol;
    protocol.rounds = 10;
    const auto run = tests::play_out(at, protocol, 1, micro{}, hardliner(), micro{});
    std::set<offer_id> first;
    for (const event& e : run.said.history) {
        if (e.who == 0 && e.kind == move_kind::offer) {
            first.insert(e.deal);
        }
    }
    CHECK(first.size() <= 2);
}

TEST_CASE("after a leak micro forgets what it could no longer sign") {
    // In public the buyer may not go above 3: of its offers 0, 1, 2, ... those above are gone.
    const problem p = problem_builder{}
                          .issue("price", 0, 10)
                          .party(
                              "buyer", [](auto o) { return 10 - o[0]; }, 2)
                          .red_line(0, {0, 1, 2, 3}, true)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 3)
                          .build();
    const arena at(with_red_lines(p.table, [](party_id, const auto&) { return false; }));
    alternating_offers protocol;
    protocol.rounds = 40;
    std::size_t forgot = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        protocol.screen = {true, 0.1, 0.5};
        const auto run = tests::play_out(at, protocol, seed, micro{},
                                         tests::offering({10, 9, 8, 7, 6, 10, 9, 8, 7, 6}));
        bool beyond = false;
        for (std::size_t k = 0; k < run.said.history.size(); ++k) {
            const event& e = run.said.history[k];
            if (e.who != 0 || e.kind != move_kind::offer) {
                continue;
            }
            const bool after = run.end.leaked && k >= run.said.leaked_after;
            beyond = beyond || (!after && e.deal > 3);
            CHECK((!after || e.deal <= 3));
            forgot += after && beyond ? 1U : 0U;
        }
    }
    CHECK(forgot > 0);  // some run had offered more before the talks leaked
}
