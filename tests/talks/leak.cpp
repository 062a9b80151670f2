#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <support/mediated.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/mediator/relay.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// A pie of which the second party has said in public that it wants at least half.
bargaining with_a_public_line() {
    bargaining table = tests::pie(0, 0);
    std::vector<bool> allowed(11, false);
    std::fill(allowed.begin(), allowed.begin() + 6, true);
    table.parties[1].red_lines = {{0, allowed, true, false}};
    return table;
}

/// Offers one deal, and takes it.
struct insists {
    outcome deal;

    move act(const turn& t, random_stream&) const {
        const offer_id mine = t.find(deal);
        return t.legal().accept && t.standing() == mine && t.utility(mine) > 0 ? turn::accept()
                                                                               : turn::offer(mine);
    }
};

/// Waits for its second turn before it accepts; offers the best it may.
struct hesitates {
    int turns = 0;

    move act(const turn& t, random_stream&) {
        return ++turns > 1 && t.legal().accept && t.standing_utility() >= 0
                   ? turn::accept()
                   : turn::offer(t.order()->row(0));
    }
};

}  // namespace

TEST_CASE("a leak binds public red lines and costs an audience once") {
    const arena at(with_a_public_line());
    proceedings said;
    said.begin(at);
    const secrecy screen{true, 0, 0.5};
    CHECK(is_secret(screen, said));
    CHECK(!said.excluded(9, 1));
    CHECK(leak(screen, said));
    CHECK(said.excluded(9, 1));
    CHECK(!leak(screen, said));
    CHECK(said.reservation_shift == std::vector<double>{-0.5, -0.5});

    said.begin(at);
    CHECK(!leak(secrecy{}, said));  // open talks have no secret
    CHECK(said.reservation_shift.empty());
}

TEST_CASE("talks leak at their rate") {
    const arena at(tests::pie(2, 2));
    proceedings said;
    said.begin(at);
    random_stream draws(5);
    const secrecy screen{true, 0.1, 0};
    int leaks = 0;
    constexpr int times = 20000;
    for (int k = 0; k < times; ++k) {
        leaks += leaks_within(screen, said, 3, draws) ? 1 : 0;
    }
    const double expected = 1 - std::exp(-0.3);
    CHECK(std::abs(leaks / double{times} - expected) < 0.015);
    CHECK(!leaks_within({true, 0, 0}, said, 3, draws));
    CHECK(!leaks_within({false, 0.1, 0}, said, 1e9, draws));
}

TEST_CASE("a message that leaks takes back acceptances that public red lines forbid") {
    // The second party proposes nine slices for the first, which its public line excludes. Every
    // message leaks: the offer stands, but its own author can no longer accept it.
    const arena at(with_a_public_line());
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 6;
    protocol.screen = {true, 0, 0};
    std::vector<any_strategy> agents{any_strategy(hesitates{}), any_strategy(insists{{9}})};
    // In secret the first party accepts it in the second round.
    CHECK(tests::play_directly(at, protocol, agents, 1).end.status == talks_status::agreement);

    struct leaks_once {
        int messages = 0;
        [[nodiscard]] static bool carries() { return true; }
        mediator_move act(const mediator_view& v, random_stream&) {
            // The second message is the second party's offer.
            return v.message() == nullptr ? mediator_view::pass()
                                          : mediator_view::deliver(0, ++messages == 2);
        }
    };
    struct walks_out {
        move act(const turn& t, random_stream&) const {
            return t.has_leaked() ? turn::walk_away() : turn::offer(t.find({9}));
        }
    };
    std::vector<any_strategy> others{any_strategy(hesitates{}), any_strategy(walks_out{})};
    const auto record = tests::play_mediated(at, protocol, others, {{"a", leaks_once{}}}, told, 1);
    CHECK(record.end.leaked);
    CHECK(record.end.status == talks_status::walked_away);
    REQUIRE(record.history.size() == 4);
    CHECK(record.history[2].kind == move_kind::accept);  // arrives, and is not enough
}
