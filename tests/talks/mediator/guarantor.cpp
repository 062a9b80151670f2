#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator/guarantor.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a guarantor speaks once, and changes no offer") {
    const arena at(tests::pie(4, 4));
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 30;
    const auto agents = tests::some_agents(2, 1 + 4 * 1);
    const auto alone = tests::play_directly(at, protocol, agents, 3);
    REQUIRE(alone.end.round > 4);
    for (const char* role : {"guarantor(budget=1,after=4)", "escrow(payment=gold,after=4)"}) {
        const auto said = tests::play_mediated(
            at, protocol, agents, {{"a", make_mediator(role, {&at, &told, 0})}}, told, 3);
        CHECK(said.end == alone.end);
        CHECK(said.history == alone.history);
        REQUIRE(said.acts.size() == 1);
        CHECK(said.acts[0].round == 4);
        CHECK(said.acts[0].made == mediator_view::stand_surety());
    }
    CHECK_THROWS_WITH_AS(guarantor(0), "guarantor: after must be at least 1; got 0",
                         std::invalid_argument);
}

TEST_CASE("who stands for a deal is remembered even when it has left") {
    const arena at(tests::pie(4, 4));
    const reports told(at);
    struct leaves {
        bool said = false;
        mediator_move act(const mediator_view& v, random_stream&) {
            if (v.message() != nullptr) {
                return {};
            }
            return std::exchange(said, true) ? mediator_view::withdraw()
                                             : mediator_view::stand_surety();
        }
    };
    mediation between({{"relay", relay{}}, {"a", leaves{}}, {"b", guarantor(2)}}, told);
    std::vector<any_strategy> agents = tests::some_agents(2, 1 + 4 * 1);
    run_streams draws(3, 0, 2, 3);
    proceedings said;
    alternating_offers protocol;
    protocol.rounds = 30;
    (void)protocol.play(at, agents, between, draws, said);
    CHECK(said.sureties == std::vector<std::size_t>{1, 2});
    said.begin(at);
    CHECK(said.sureties.empty());
}

TEST_CASE("nobody stands for anything while a message is on its way") {
    tests::staged stage(tests::pie(4, 4));
    const event e{1, 0, 0, move_kind::offer, true};
    const mediator_view v(stage.said, stage.told, stage.who, stage.notes, stage.now, &e);
    CHECK(fault_in(mediator_view::stand_surety(), v) ==
          std::string("a message can be delivered or lost, no more"));
    CHECK_FALSE(fault_in(mediator_view::stand_surety(), stage.view()));
}
