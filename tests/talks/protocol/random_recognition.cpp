#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/protocol_conformance.hpp>
#include <negotiation/talks/strategy/conceder_at_once.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Asks for one deal when it is recognised; votes for what is worth at least so much to it.
struct legislator {
    offer_id wants = 0;
    double least = 0;
    move act(const turn& t, random_stream&) const {
        if (t.legal().offer) {
            return turn::offer(wants);
        }
        return t.legal().accept && t.standing_utility() >= least ? turn::accept() : turn::reject();
    }
};

/// A pie of ten cut among three: who gets how much is `deal` of "a.b", the third takes the rest.
problem pie() {
    return problem_builder{}
        .issue("first", 0, 10)
        .issue("second", 0, 10)
        .party(
            "one", [](auto o) { return o[0] + o[1] > 10 ? -1 : o[0]; }, 0)
        .party(
            "two", [](auto o) { return o[0] + o[1] > 10 ? -1 : o[1]; }, 0)
        .party(
            "three", [](auto o) { return o[0] + o[1] > 10 ? -1 : 10 - o[0] - o[1]; }, 0)
        .build();
}

offer_id cut(const arena& at, option_id first, option_id second) {
    return *at.deals()->find(outcome{first, second});
}

}  // namespace

TEST_CASE("one is recognised and the others vote") {
    // Baron and Ferejohn, three players, a majority of two, discount 0.9: the proposer keeps 0.7
    // and buys one vote for 0.3. Each plays its part of that equilibrium; a vote costs 3.
    const arena at(pie());
    random_recognition rules;
    rules.agreement.quota = 2.0 / 3;
    const legislator one{cut(at, 7, 3), 3};
    const legislator two{cut(at, 0, 7), 3};
    const legislator three{cut(at, 3, 0), 3};
    double shares = 0;
    constexpr int runs = 3000;
    for (int seed = 1; seed <= runs; ++seed) {
        const auto run =
            tests::play_out(at, rules, static_cast<std::uint64_t>(seed), one, two, three);
        REQUIRE(run.end.status == talks_status::agreement);
        CHECK(run.end.round == 1);
        CHECK(run.end.offers == 1);
        shares += run.end.utilities[0];
        // Votes are heard in order, and no more of them than are needed.
        const event& first = run.said.history.front();
        CHECK(first.kind == move_kind::offer);
        CHECK(run.end.accepted[first.who]);
        CHECK(run.said.history.size() == (first.who == 1 ? 3 : 2));
    }
    // One gets 7 of its own, nothing of two's and 3 of three's: 10/3, give or take five standard
    // deviations of a draw of 7, 0 or 3.
    CHECK(std::abs(shares / runs - 10.0 / 3) < 5 * std::sqrt(74.0 / 9 / runs));
}

TEST_CASE("recognition follows its weights and unanimity needs everybody") {
    const arena at(pie());
    random_recognition rules;
    rules.rounds = 1;
    rules.recognition = {0, 3, 1};
    int second = 0;
    constexpr int runs = 2000;
    for (int seed = 1; seed <= runs; ++seed) {
        const legislator greedy{cut(at, 3, 3), 4};
        const auto run =
            tests::play_out(at, rules, static_cast<std::uint64_t>(seed), greedy, greedy, greedy);
        CHECK(run.end.status == talks_status::no_agreement);
        CHECK(run.said.history.front().who != 0);
        second += run.said.history.front().who == 1 ? 1 : 0;
        CHECK(run.said.history.size() == 3);
    }
    CHECK(std::abs(second / static_cast<double>(runs) - 0.75) < 5 * std::sqrt(0.75 * 0.25 / runs));
    rules.recognition = {1, 1};
    const legislator any{};
    CHECK_THROWS_AS((void)play(at, rules, 1, any, any, any), std::invalid_argument);
    rules.recognition = {0, 0, 0};
    CHECK_THROWS_AS((void)play(at, rules, 1, any, any, any), std::invalid_argument);
    rules.recognition = {1, -1, 1};
    CHECK_THROWS_AS((void)play(at, rules, 1, any, any, any), std::invalid_argument);
}

TEST_CASE("the usual strategies play under random recognition") {
    const arena at(tests::sale());
    random_recognition rules;
    const auto end = play(at, rules, 1, linear(), linear());
    CHECK(end.status == talks_status::agreement);
    CHECK(end.utilities[0] >= 2);
    CHECK(end.utilities[1] >= 3);
    CHECK(play(at, rules, 1, hardliner(), hardliner()).status == talks_status::no_agreement);
    CHECK(play(at, rules, 1, conceder_at_once(), hardliner()).status == talks_status::no_agreement);
    rules.breakdown = 1;
    CHECK(play(at, rules, 1, hardliner(), hardliner()).status == talks_status::broken_down);
}

TEST_CASE("random recognition keeps the rules of protocols") {
    for (const problem& p : {tests::sale(), tests::three_at_a_table()}) {
        const arena written(p);
        const arena searched(p, {0});
        for (const arena* at : {&written, &searched}) {
            random_recognition rules;
            rules.rounds = 20;
            CHECK(check_protocol(rules, *at).empty());
            rules.agreement.quota = 0.5;
            rules.agreement.more_than = true;
            rules.breakdown = 0.1;
            CHECK(check_protocol(rules, *at).empty());
        }
    }
}
