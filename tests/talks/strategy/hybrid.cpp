#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/hybrid.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

TEST_CASE("clock and behaviour are weighed by the square of time") {
    // Times 0, 1/4, 1/2, 3/4. To the buyer 8, 6, 5 are worth 0, 1/4, 3/8 of its aspiration.
    // It asks for 1; 0.992; 0.797; and 0.5625 * 0.625 + 0.4375 (0.875 - 0.875 / 6) = 0.671: the
    // prices 0, 0, 1, 2.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto run = tests::play_out(at, protocol, 1, hybrid(), offering({8, 6, 5}));
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 8, 0, 6, 1, 5, 2, 5});
    CHECK_THROWS(hybrid_concession(2));
    CHECK_THROWS(hybrid_concession(1, -1));
    CHECK_THROWS(hybrid_concession(1, 1, 1, -1));
}

TEST_CASE("a hybrid is the same in other units") {
    // Everything is measured on the aspiration: a thousand times the utility, the same talks.
    const problem large = problem_builder{}
                              .issue("price", 0, 10)
                              .party(
                                  "buyer", [](auto o) { return 1000 * (10 - o[0]); }, 2000)
                              .party(
                                  "seller", [](auto o) { return o[0]; }, 3)
                              .build();
    const arena at(tests::sale());
    const arena other(large);
    const auto here = tests::play_out(at, alternating_offers{}, 1, hybrid(), hybrid());
    const auto there = tests::play_out(other, alternating_offers{}, 1, hybrid(), hybrid());
    CHECK(tests::offers_of(here.said) == tests::offers_of(there.said));
}

TEST_CASE("a hardliner gets of a hybrid what the clock gives") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 1000;
    const auto run = tests::play_out(at, protocol, 1, hybrid(), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    // Its last offers tend to half of its aspiration, a price of 4.
    CHECK(run.said.history[run.said.history.size() - 2].deal == 3);
}
