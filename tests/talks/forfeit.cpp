#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

problem split() {
    return problem_builder{}
        .issue("price", 0, 10)
        .party(
            "buyer", [](auto o) { return 10 - o[0]; }, 2)
        .party(
            "seller", [](auto o) { return o[0]; }, 3)
        .build();
}

/// Plays as another, until it fails.
template <class S>
struct failing {
    S agent;
    std::int64_t round = 3;
    move act(const turn& t, random_stream& draws) {
        if (t.now().round == round) {
            throw agent_failure("fell silent");
        }
        return agent.act(t, draws);
    }
};

template <class S, class Protocol>
ending play_failing(const S& plays, const Protocol& protocol, proceedings& said) {
    const problem table = split();
    const arena at(table);
    std::vector<any_strategy> agents{any_strategy{plays}, any_strategy{failing<S>{plays}}};
    direct_talks between;
    run_streams draws(1, 0, 2);
    const ending end = protocol.play(at, agents, between, draws, said);
    CHECK(end.utilities == std::vector<double>{2, 3});
    return end;
}

}  // namespace

TEST_CASE("who fails has walked away") {
    proceedings said;
    alternating_offers offers;
    offers.rounds = 20;
    const ending end = play_failing(hardliner(), offers, said);
    CHECK(end.status == talks_status::walked_away);
    CHECK(end.round == 3);
    CHECK(said.forfeits == std::vector<forfeit>{{1, 3, "fell silent"}});
    CHECK(said.history.back().kind == move_kind::walk_away);
    CHECK(said.history.back().who == 1);
}

TEST_CASE("who fails has left a single text as well") {
    proceedings said;
    single_text text;
    text.rounds = 20;
    const ending end = play_failing(hill_climber(0.05), text, said);
    CHECK(end.status == talks_status::walked_away);
    CHECK(end.round == 3);
    CHECK(said.forfeits == std::vector<forfeit>{{1, 3, "fell silent"}});
}

TEST_CASE("the next run begins without forfeits") {
    proceedings said;
    alternating_offers offers;
    offers.rounds = 20;
    (void)play_failing(hardliner(), offers, said);
    offers.rounds = 2;
    (void)play_failing(hardliner(), offers, said);
    CHECK(said.forfeits.empty());
}
