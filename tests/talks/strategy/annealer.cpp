#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/mediated.hpp>
#include <support/property.hpp>

#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/strategy/annealer.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("without heat an annealer is a hill climber") {
    tests::check_always(100, [] {
        const problem p = tests::build(*tests::problems({3, 5, 100, true, true, true, true}));
        const arena at(p);
        single_text protocol;
        protocol.rounds = 60;
        const auto seed = *rc::gen::inRange<std::uint64_t>(0, 1000);
        const auto play = [&](const any_strategy& voter) {
            return tests::play_directly(at, protocol,
                                        std::vector<any_strategy>(at.parties(), voter), seed);
        };
        const auto climbed = play(any_strategy(hill_climber{}));
        RC_ASSERT(play(any_strategy(annealer(0))) == climbed);
        // In the limit too: no loss in these problems is so small that it would be taken.
        RC_ASSERT(play(any_strategy(annealer(1e-9))) == climbed);
    });
}

TEST_CASE("a hot annealer takes losses, the more the hotter") {
    const arena at(tests::pie(0, 0));
    const auto accepted = [&](double heat) {
        single_text protocol;
        protocol.rounds = 2000;
        protocol.start = {5};
        const auto record = tests::play_directly(
            at, protocol, {any_strategy(annealer(heat)), any_strategy(annealer(heat))}, 1);
        int count = 0;
        for (const event& e : record.history) {
            count += e.kind == move_kind::accept ? 1 : 0;
        }
        return count;
    };
    CHECK(accepted(0) == 2000);  // in a pie one side gains what the other loses
    CHECK(accepted(1) > 2000);
    CHECK(accepted(100) > accepted(1));
}

TEST_CASE("votes on small changes are weak") {
    const arena at(tests::pie(0, 0));
    proceedings said;
    said.begin(at);
    said.text = 5;
    random_stream draws(1);
    const annealer voter(0, 0.1);
    const auto vote = [&](offer_id deal) {
        said.standing = deal;
        return voter.act(turn(said, 0, {1, 10, 0, 0}, {false, true, true, false}), draws);
    };
    CHECK(vote(6) == turn::accept(vote_strength::weak));
    CHECK(vote(7) == turn::accept());
    CHECK(vote(4) == turn::reject(vote_strength::weak));
    CHECK(vote(3) == turn::reject());
}

TEST_CASE("where it may propose it asks for its best deal") {
    const arena at(tests::pie(2, 2));
    const auto record = tests::play_directly(
        at, alternating_offers{}, {any_strategy(annealer{}), any_strategy(conceder())}, 1);
    CHECK(record.history[0].deal == 10);
    CHECK_THROWS_AS(annealer(-1), std::invalid_argument);
    CHECK_THROWS_AS(annealer(0, -1), std::invalid_argument);
}
