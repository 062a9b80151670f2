#include <stop_token>

#include <doctest/doctest.h>

#include <negotiation/laboratory/seat_agent.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::seat_agent;

TEST_CASE("an agent in its seat plays as without it and leaves a trace") {
    const talks::arena at(tests::two_issues());
    talks::alternating_offers rules;
    rules.rounds = 20;
    const auto plain = talks::play(at, rules, 1, talks::boulware(), talks::linear());
    laboratory::last_turn trace;
    const seat_agent first(talks::any_strategy(talks::boulware()), trace);
    const seat_agent second(talks::any_strategy(talks::linear()), trace);
    static_assert(talks::strategy<seat_agent>);
    CHECK(trace.round == 0);
    CHECK(talks::play(at, rules, 1, first, second) == plain);
    CHECK(trace.round == plain.round);
    CHECK(trace.party < 2);
}

TEST_CASE("a seat that is stopped ends its match before the next turn") {
    const talks::arena at(tests::two_issues());
    std::stop_source source;
    const std::stop_token stop = source.get_token();
    laboratory::last_turn trace;
    const seat_agent first(talks::any_strategy(talks::boulware()), trace, &stop);
    const seat_agent second(talks::any_strategy(talks::boulware()), trace, &stop);
    talks::alternating_offers rules;
    CHECK(talks::play(at, rules, 1, first, second).round > 0);
    source.request_stop();
    trace = {};
    CHECK_THROWS_AS(talks::play(at, rules, 1, first, second), laboratory::match_stopped);
    CHECK(trace.round == 0);
}
