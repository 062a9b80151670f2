#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/micro.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;
using tests::offering;
using tests::offers_of;
using tests::play_out;
using tests::scripted;

namespace {

scripted saying(std::vector<move> lines) { return {std::move(lines), 0}; }

}  // namespace

TEST_CASE("a sale by hand: linear against linear") {
    // Four rounds under the clock of GeniusWeb: t = 0, 1/4, 1/2, 3/4. The buyer may aspire from 2
    // to 10, so it asks for 10, 8, 6, 4; the seller from 3 to 10: 10, 8.25, 6.5, 4.75. Prices are
    // whole:
    //   round 1: buyer offers 0,  seller offers 10
    //   round 2: buyer offers 2,  seller offers 9 (the cheapest worth 8.25)
    //   round 3: buyer offers 4,  seller offers 7
    //   round 4: buyer asks for 4: price 6 is worth 4; the seller asks for 4.75 and takes it.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto run = play_out(at, protocol, 1, linear(), linear());
    CHECK(offers_of(run.said) == std::vector<offer_id>{0, 10, 2, 9, 4, 7, 6});
    CHECK(run.end.status == talks_status::agreement);
    CHECK(run.end.round == 4);
    CHECK(run.end.offers == 7);
    CHECK(run.end.deal == 6);
    CHECK(run.end.utilities == std::vector<double>{4, 6});
    CHECK(near(run.end.time, 0.75));
    CHECK(near(run.end.days, 4));
}

TEST_CASE("the other clock lets the same parties agree to another deal") {
    // t = r / 5: the buyer asks for 8.4, 6.8, 5.2, 3.6 and the seller for 8.6, 7.2, 5.8, 4.4.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    protocol.convention = clock::negmas;
    const auto run = play_out(at, protocol, 1, linear(), linear());
    CHECK(offers_of(run.said) == std::vector<offer_id>{1, 9, 3, 8, 4, 6});
    CHECK(run.end.round == 4);  // where the buyer asks for 3.6 and takes the price 6
    CHECK(run.end.deal == 6);
}

TEST_CASE("three parties accept one after another") {
    const arena at(tests::three_at_a_table());
    alternating_offers protocol;
    protocol.rounds = 5;
    SUBCASE("a counter-offer resets the count") {
        // second accepts text 1, third makes a counter-offer; then all accept text 2.
        const auto run = play_out(at, protocol, 1, saying({turn::offer(1), turn::accept()}),
                                  saying({turn::accept()}), saying({turn::offer(2)}));
        CHECK(run.end.status == talks_status::agreement);
        CHECK(run.end.round == 2);
        CHECK(run.end.offers == 2);
        CHECK(run.end.deal == 2);
        CHECK(run.end.utilities == std::vector<double>{1, 2, 2});
        CHECK(run.said.history.size() == 5);
    }
    SUBCASE("a majority needs two") {
        protocol.agreement.quota = 0.5;
        protocol.agreement.more_than = true;
        const auto run =
            play_out(at, protocol, 1, offering({1}), saying({turn::accept()}), offering({3}));
        CHECK(run.end.status == talks_status::agreement);
        CHECK(run.end.round == 1);
        CHECK(run.end.deal == 1);
    }
    SUBCASE("a veto player must be among those who accept") {
        protocol.agreement.quota = 0.5;
        protocol.agreement.more_than = true;
        protocol.agreement.veto = {2};
        const auto run =
            play_out(at, protocol, 1, offering({1}), saying({turn::accept()}), offering({3}));
        CHECK(run.end.status == talks_status::no_agreement);
    }
}

TEST_CASE("talks end without a deal in four ways") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 3;
    SUBCASE("the deadline") {
        const auto end = play(at, protocol, 1, hardliner(), hardliner());
        CHECK(end.status == talks_status::no_agreement);
        CHECK(end.round == 3);
        CHECK(end.offers == 6);
        CHECK(end.deal == no_offer);
        CHECK(end.utilities == std::vector<double>{2, 3});
    }
    SUBCASE("a party leaves") {
        const auto end = play(at, protocol, 1, offering({0}), saying({turn::walk_away()}));
        CHECK(end.status == talks_status::walked_away);
        CHECK(end.round == 1);
        CHECK(end.offers == 1);
    }
    SUBCASE("breakdown") {
        protocol.breakdown = 1;
        const auto end = play(at, protocol, 1, hardliner(), hardliner());
        CHECK(end.status == talks_status::broken_down);
        CHECK(end.round == 1);
    }
    SUBCASE("nobody has a deal to offer") {
        auto hopeless = tests::sale();
        hopeless.table.parties[0].threshold = 1'000'000'000'000'000;
        const arena nothing(hopeless);
        const auto end = play(nothing, protocol, 1, boulware(), boulware());
        CHECK(end.status == talks_status::walked_away);
        CHECK(end.offers == 0);
    }
}

TEST_CASE("breakdown comes as often as its probability says") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 2;
    protocol.breakdown = 0.3;
    int broken = 0;
    constexpr int runs = 4000;
    for (int k = 0; k < runs; ++k) {
        broken +=
            play(at, protocol, static_cast<std::uint64_t>(k), hardliner(), hardliner()).status ==
                    talks_status::broken_down
                ? 1
                : 0;
    }
    // Five standard deviations of the binomial count.
    CHECK(broken > 1200 - 5 * 29);
    CHECK(broken < 1200 + 5 * 29);
}

TEST_CASE("a move that is not legal is refused with who made it") {
    const arena at(tests::sale());
    const alternating_offers protocol;
    CHECK_THROWS_WITH(play(at, protocol, 1, saying({turn::accept()}), hardliner()),
                      "alternating_offers: party 0 made a move that is not legal in round 1; got "
                      "'accept'");
    CHECK_THROWS(play(at, protocol, 1, saying({turn::reject()}), hardliner()));
    CHECK_THROWS(play(at, protocol, 1, hardliner()));
    alternating_offers never;
    never.rounds = 0;
    CHECK_THROWS(play(at, never, 1, hardliner(), hardliner()));
}

TEST_CASE("concrete and forgotten types play alike") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 50;
    const auto concrete = play_out(at, protocol, 3, boulware(), micro{});
    std::vector<any_strategy> agents{any_strategy{boulware()}, any_strategy{micro{}}};
    direct_talks between;
    run_streams draws(3, 0, 2);
    proceedings said;
    const ending erased = protocol.play(at, agents, between, draws, said);
    CHECK(erased == concrete.end);
    CHECK(said.history == concrete.said.history);
}

TEST_CASE("a leak makes public red lines bind and failure dearer") {
    // In public the seller may not go below 7, the buyer not above 5: no deal any more.
    const problem p = problem_builder{}
                          .issue("price", 0, 10)
                          .party(
                              "buyer", [](auto o) { return 10 - o[0]; }, 2)
                          .red_line(0, {0, 1, 2, 3, 4, 5}, true)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 3)
                          .red_line(0, {7, 8, 9, 10}, true)
                          .build();
    const bargaining secret = with_red_lines(p.table, [](party_id, const auto&) { return false; });
    const arena at(secret);
    alternating_offers protocol;
    protocol.rounds = 20;
    protocol.screen = {true, 0, 0.5};
    const auto quiet = play(at, protocol, 1, linear(), linear());
    CHECK(quiet.status == talks_status::agreement);
    CHECK_FALSE(quiet.leaked);
    protocol.screen.leak_rate = 1e6;  // leaks after the first round
    const auto loud = play(at, protocol, 1, linear(), linear());
    CHECK(loud.status == talks_status::no_agreement);
    CHECK(loud.leaked);
    CHECK(loud.utilities == std::vector<double>{1.5, 2.5});
}

TEST_CASE("a leak frees whoever may no longer sign what it accepted") {
    // In public the seller may go no lower than 7: its own offer of 5 falls when the talks leak.
    const problem p = problem_builder{}
                          .issue("price", 0, 10)
                          .party(
                              "buyer", [](auto o) { return 10 - o[0]; }, 2)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 3)
                          .red_line(0, {7, 8, 9, 10}, true)
                          .build();
    const arena at(with_red_lines(p.table, [](party_id, const auto&) { return false; }));
    alternating_offers protocol;
    protocol.rounds = 2;
    protocol.screen = {true, 1e6, 0};  // leaks after the first round
    const auto run =
        play_out(at, protocol, 1, saying({turn::offer(0), turn::accept()}), offering({5, 8}));
    CHECK(run.end.leaked);
    CHECK(run.end.status == talks_status::no_agreement);
    protocol.screen = {};
    const auto quiet =
        play_out(at, protocol, 1, saying({turn::offer(0), turn::accept()}), offering({5, 8}));
    CHECK(quiet.end.status == talks_status::agreement);
}

TEST_CASE("a number that is no deal of the run is refused") {
    const arena at(tests::sale());
    CHECK_THROWS(play(at, alternating_offers{}, 1, offering({11}), hardliner()));
    const arena searched(tests::sale(), {0});
    CHECK_THROWS(play(searched, alternating_offers{}, 1, offering({0}), hardliner()));
}

TEST_CASE("after the last round nothing more can happen") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 1;
    protocol.breakdown = 1;
    protocol.screen = {true, 1e6, 1};
    const auto end = play(at, protocol, 1, hardliner(), hardliner());
    CHECK(end.status == talks_status::no_agreement);
    CHECK_FALSE(end.leaked);
    CHECK(end.time == 1);
}
