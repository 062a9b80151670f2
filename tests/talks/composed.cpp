#include <set>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Two issues that the sides weigh differently: there is something to trade.
problem two_issues() {
    return problem_builder{}
        .issue("a", 5)
        .issue("b", 5)
        .party("one", {{0, 2, 4, 6, 8}, {0, 1, 2, 3, 4}}, 2)
        .party("two", {{4, 3, 2, 1, 0}, {8, 6, 4, 2, 0}}, 2)
        .build();
}

}  // namespace

TEST_CASE("parts can be exchanged") {
    const arena at(two_issues());
    alternating_offers protocol;
    protocol.rounds = 20;
    SUBCASE("the best for the other side is agreed on sooner than the cheapest") {
        const composed<time_dependent, accept_target, perfect> one{
            time_dependent(1), {}, perfect(at, 0), selection::best};
        const composed<time_dependent, accept_target, perfect> two{
            time_dependent(1), {}, perfect(at, 1), selection::best};
        const auto traded = play(at, protocol, 1, one, two);
        const auto cheap = play(at, protocol, 1, linear(), linear());
        CHECK(traded.status == talks_status::agreement);
        CHECK(traded.round < cheap.round);
        CHECK(traded.utilities[0] + traded.utilities[1] >= cheap.utilities[0] + cheap.utilities[1]);
    }
    SUBCASE("a constant acceptance ends the talks sooner") {
        const composed<time_dependent, accept_constant, no_model> easy{
            time_dependent(1), {0.0}, {}, selection::cheapest};
        const auto end = play(at, protocol, 1, boulware(), easy);
        CHECK(end.status == talks_status::agreement);
        CHECK(end.utilities[1] >= 2);  // but never worse than no deal
        CHECK(end.round < play(at, protocol, 1, boulware(), linear()).round);
    }
    SUBCASE("a band is drawn from at random and kept within") {
        const composed<time_dependent, accept_target, no_model> band{
            time_dependent(1, 0.3), {}, {}, selection::band, 0.3};
        proceedings said;
        said.begin(at);
        const turn t(said, 0, {1, 20, 0, 0}, {});
        random_stream draws(1);
        std::set<offer_id> seen;
        auto agent = band;
        for (int k = 0; k < 200; ++k) {
            const move made = agent.act(t, draws);
            CHECK(t.utility(made.deal) >= t.aspiration(0.7) - 1e-12);
            seen.insert(made.deal);
        }
        CHECK(seen.size() > 3);
    }
}

TEST_CASE("where deals are not written down the best for the other side is offered") {
    const arena searched(two_issues(), {0});
    alternating_offers protocol;
    protocol.rounds = 50;
    const auto run = tests::play_out(searched, protocol, 1, boulware(), conceder());
    CHECK(run.end.status == talks_status::agreement);
    for (const event& e : run.said.history) {
        if (e.kind == move_kind::offer) {
            CHECK(run.said.utility(e.deal, e.who) >= 2);
        }
    }
}
