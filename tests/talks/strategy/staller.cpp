#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/compliance/good_faith.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/staller.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// A price of 0 to 100: the buyer signs up to 80, the seller from 30.
problem fine_sale() {
    return problem_builder{}
        .issue("price", 0, 100)
        .party(
            "buyer", [](auto o) { return 100 - o[0]; }, 20)
        .party(
            "seller", [](auto o) { return o[0]; }, 30)
        .build();
}

/// What the buyer's offers were worth to the seller.
std::vector<compliance::offer_received> record(const proceedings& said, std::int64_t rounds) {
    std::vector<compliance::offer_received> offers;
    for (const event& e : said.history) {
        if (e.who == 0 && e.kind == move_kind::offer) {
            offers.push_back({static_cast<double>(e.round - 1) / static_cast<double>(rounds),
                              said.utility(e.deal, 1)});
        }
    }
    return offers;
}

template <class Buyer>
double judged_to_stall(Buyer buyer, const std::vector<compliance::concession>& types) {
    const arena at(fine_sale());
    const auto run = tests::play_out(at, alternating_offers{}, 1, buyer, hardliner());
    return compliance::judged(record(run.said, 100), types, 5).stalling;
}

}  // namespace

TEST_CASE("a staller never signs and is found out") {
    const arena at(fine_sale());
    using knowing = composed<stalling, accept_never, perfect>;
    const knowing buyer{stalling{}, {}, perfect(at, 0)};
    for (const auto& run : {tests::play_out(at, alternating_offers{}, 1, staller(), conceder()),
                            tests::play_out(at, alternating_offers{}, 1, buyer, conceder()),
                            tests::play_out(at, alternating_offers{}, 1, buyer, linear())}) {
        CHECK(run.end.status == talks_status::no_agreement);
        CHECK(run.said.history.size() == 200);
    }
    // The seller would sign at half way. Half of the belief that somebody stalls is prior.
    const auto types = compliance::usual_concessions(0, 50, 0.5);
    CHECK(judged_to_stall(staller(), types) > 0.999);
    CHECK(judged_to_stall(linear(), types) < 1e-6);
    CHECK(judged_to_stall(boulware(), types) < 1e-6);
    // One that gives all that costs it nothing is found by who reckons with such a one.
    auto wary = types;
    wary.push_back({0, 29, 1, true, 0.5});
    CHECK(judged_to_stall(buyer, wary) > 0.999);
    CHECK(judged_to_stall(linear(), wary) < 1e-6);
}

TEST_CASE("the line lies just above what the opponent would sign") {
    const arena at(fine_sale());
    proceedings said;
    said.begin(at);
    perfect model(at, 0);
    const auto target = [&](double time) {
        stalling asks;
        const turn t(said, 0, {1, 100, time, 0}, {});
        return t.cheapest_at_least(asks.target(t, model));
    };
    CHECK(target(0) == 0);
    CHECK(target(0.5) == 14);
    CHECK(target(1) == 29);  // the seller signs from 30
    // Against a hardliner it moves all the same.
    const composed<stalling, accept_never, perfect> buyer{stalling{}, {}, perfect(at, 0)};
    const auto run = tests::play_out(at, alternating_offers{}, 1, buyer, hardliner());
    CHECK(run.said.history[198].deal == 29);  // at t = 0.99 it asks for 70.3
    frequency guess;
    stalling asks(0.5);
    CHECK(asks.target(turn(said, 0, {1, 100, 1, 0}, {}), guess) == 60);
    CHECK_THROWS(stalling(2));
}
