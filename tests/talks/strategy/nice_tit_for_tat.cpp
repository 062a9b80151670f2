#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/nice_tit_for_tat.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

TEST_CASE("as far as the opponent has come towards Nash") {
    // The Nash deal is the price 5, worth 5 to the buyer (as good as 6, and first to it). The
    // seller's 10, 8, 6 have come 0, 2/5, 4/5 of the way from 0 to 5: the buyer asks for 10, 10, 8,
    // 6, then takes 5.
    const arena at(tests::sale());
    const auto run = tests::play_out(at, alternating_offers{}, 1, nice_tit_for_tat(perfect(at, 0)),
                                     offering({10, 8, 6, 5}));
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 10, 0, 8, 2, 6, 4, 5});
    CHECK(run.end.deal == 5);
    CHECK_THROWS(nice_concession(2));
    CHECK_THROWS(nice_concession(0.5, -1));
}

TEST_CASE("late there is a bonus and never less than Nash") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    said.history = {{1, 10, 1, move_kind::offer, true}};
    perfect model(at, 0);
    const auto target = [&](double time, nice_concession asks) {
        return asks.target(turn(said, 0, {1, 10, time, 0}, {}), model);
    };
    CHECK(tests::near(target(0.9, nice_concession{}), 10));
    CHECK(tests::near(target(0.95, nice_concession{}), 8.75));
    CHECK(tests::near(target(1, nice_concession{}), 7.5));
    CHECK(tests::near(target(1, nice_concession{0.9, 1}), 5));
    said.history.push_back({2, 1, 1, move_kind::offer, true});  // it gives all away
    CHECK(tests::near(target(0.1, nice_concession{}), 5));
}

TEST_CASE("a hardliner gets no more of a nice one than the bonus") {
    const arena at(tests::sale());
    const auto run =
        tests::play_out(at, alternating_offers{}, 1, nice_tit_for_tat(perfect(at, 0)), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || run.said.utility(e.deal, 0) >= 7.5));
    }
}
