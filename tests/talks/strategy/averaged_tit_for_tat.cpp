#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/averaged_tit_for_tat.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

TEST_CASE("concessions are averaged over the window") {
    // To the buyer the seller's offers 8, 6, 5 are worth 0.2, 0.4, 0.5 of its range: it asks for 1,
    // 1, 0.2/0.4 = 1/2, then 1/2 sqrt(0.2/0.5) = 0.316 and takes 5, worth 0.5.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto run = tests::play_out(at, protocol, 1, mirroring_on_average(2), offering({8, 6, 5}));
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 8, 0, 6, 5, 5});
    CHECK(run.end.deal == 5);
    CHECK_THROWS(averaged_tit_for_tat(0));
}

TEST_CASE("as published the whole window is answered") {
    // Worth 0.2, 0.3, 0.4 and 0.5 to the buyer: it asks for 1, 1, 0.2/0.3 = 0.667, then that times
    // 0.2/0.4 = 0.333, raised to its floor of 0.2 only below it; the root asks for
    // 0.667 sqrt(0.2/0.4) = 0.471 instead.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 4;
    const auto whole = tests::play_out(at, protocol, 1, mirroring_on_average(2, window_mean::ratio),
                                       offering({8, 7, 6, 6}));
    CHECK(tests::offers_of(whole.said) == std::vector<offer_id>{0, 8, 0, 7, 3, 6});
    CHECK(whole.end.deal == 6);  // worth 0.4, at least 0.333
    const auto once =
        tests::play_out(at, protocol, 1, mirroring_on_average(2), offering({8, 7, 6, 6}));
    CHECK(tests::offers_of(once.said) == std::vector<offer_id>{0, 8, 0, 7, 3, 6, 5, 6});
    // Over a window of one turn they are the same.
    const auto steps = [&](window_mean mean) {
        return tests::offers_of(tests::play_out(at, alternating_offers{}, 1,
                                                mirroring_on_average(1, mean),
                                                offering({9, 8, 7, 7, 6, 9}))
                                    .said);
    };
    CHECK(steps(window_mean::ratio) == steps(window_mean::geometric));
}

TEST_CASE("against a hardliner an average of nothing is nothing") {
    const arena at(tests::sale());
    const auto run =
        tests::play_out(at, alternating_offers{}, 1, mirroring_on_average(), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || e.deal == 0));
    }
}
