#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator/relay.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("two relays in a row flip a binary message") {
    CHECK(std::abs(chained_noise(0.1, 0.1) - 0.18) < 1e-15);
    CHECK(chained_noise(0, 0.25) == 0.25);
    CHECK(chained_noise(0.5, 0.1) == 0.5);
}

TEST_CASE("a relay loses messages at its rate") {
    tests::staged stage(tests::pie(2, 2));
    random_stream draws(2);
    relay channel(0.25, 3, 0.5);
    const event message{1, 7, 0, move_kind::offer, true};
    int lost = 0;
    int leaked = 0;
    for (int k = 0; k < 4000; ++k) {
        const mediator_move made = channel.act(stage.view(&message), draws);
        CHECK(made.days == 3);
        lost += made.action == mediator_action::lose ? 1 : 0;
        leaked += made.leaks ? 1 : 0;
    }
    CHECK(std::abs(lost / 4000.0 - 0.25) < 0.03);
    CHECK(std::abs(leaked / 4000.0 - 0.5) < 0.03);
    CHECK(channel.act(stage.view(), draws) == mediator_view::pass());
}

TEST_CASE("a relay refuses parameters out of range") {
    CHECK_THROWS_AS(relay(1.5), std::invalid_argument);
    CHECK_THROWS_AS(relay(0, -1), std::invalid_argument);
    CHECK_THROWS_AS(relay(0, 0, std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS(relay(0, 0, 0, false, 0), std::invalid_argument);
}

TEST_CASE("talks break down when the only channel leaves") {
    const arena at(tests::pie(0, 0));
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 50;
    const auto agents = [] {
        return std::vector<any_strategy>{any_strategy(boulware()), any_strategy(boulware())};
    };
    // Every deal of a pie is worth one half to an unbiased mediator: it asks for more.
    const stance wants{0, {}, 0.6, 0};
    const auto cut = tests::play_mediated(at, protocol, agents(),
                                          {{"a", relay(0, 0, 0, true, 4), wants}}, told, 1);
    CHECK(cut.end.status == talks_status::broken_down);
    CHECK(cut.end.round == 4);
    REQUIRE(cut.acts.size() == 1);
    CHECK(cut.acts[0].made == mediator_view::withdraw(true));

    const auto without = tests::play_mediated(at, protocol, agents(),
                                              {{"a", relay(0, 0, 0, false), wants}}, told, 1);
    CHECK(without.end.status == talks_status::agreement);
    CHECK(without.acts.at(0).round == 3);
    CHECK(without.end == tests::play_directly(at, protocol, agents(), 1).end);
}
