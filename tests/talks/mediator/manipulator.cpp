#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/mediated.hpp>
#include <support/property.hpp>

#include <negotiation/talks/mediator/manipulator.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("the cheapest transfer is the least shortfall") {
    tests::staged stage(tests::pie(6, 6));
    CHECK(cheapest_transfer(stage.view()).deal == no_offer);
    stage.offer(0, {9});  // leaves the second party 1 of 6
    stage.offer(1, {3});  // leaves the first party 3 of 6
    const missing_amounts cheapest = cheapest_transfer(stage.view());
    CHECK(cheapest.deal == 3);
    CHECK(cheapest.sum == 3);
    CHECK(cheapest.amounts == std::vector<double>{3, 0});
    stage.said.standing =
        4;  // a text of which nobody is the author: 2 for the one, 0 for the other
    CHECK(cheapest_transfer(stage.view()).amounts == std::vector<double>{2, 0});
}

TEST_CASE("a manipulator pays what is missing, guarantees at less, threatens if it must") {
    tests::staged stage(tests::pie(6, 6));
    stage.offer(0, {9});
    stage.offer(1, {3});
    random_stream draws(1);
    const auto answer = [&](const leverage& means) {
        return manipulator(means).act(stage.view(), draws);
    };
    CHECK(answer({3, 1, 0, 1, 0}) == mediator_view::pay(3, {3, 0}));
    CHECK(answer({2, 1, 0, 1, 0}) == mediator_view::pass());
    CHECK(answer({2, 0.5, 0, 1, 0}) == mediator_view::guarantee(3, {3, 0}, 0.5));
    CHECK(answer({1, 0.5, 4, 0.25, 0}) == mediator_view::threaten({4, 0}, 0.25));
    CHECK(answer({0.5, 0.5, 4, 0.25, 0}) == mediator_view::pass());
    stage.who.budget = 2.5;  // the table may grant less than the purse holds
    CHECK(answer({3, 1, 0, 1, 0}) == mediator_view::pass());
    stage.now.round = stage.now.rounds;
    stage.who.budget = 100;
    CHECK(answer({3, 1, 0, 1, 0}) == mediator_view::pass());
}

TEST_CASE("a threat is made once, and a promise not twice") {
    const arena at(tests::pie(6, 6));
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 20;
    const auto agents = tests::some_agents(2, 1 + 4 * 1);
    const auto pushed = tests::play_mediated(at, protocol, agents,
                                             {{"a", manipulator({8, 1, 2, 0.5, 0})}}, told, 1);
    int threats = 0;
    for (const mediator_act& act : pushed.acts) {
        threats += act.made.action == mediator_action::threaten ? 1 : 0;
    }
    CHECK(threats <= 2);
    CHECK(!pushed.acts.empty());
}

TEST_CASE("where no deal is good enough for both a payment brings one about") {
    // The zone is empty by two slices.
    const arena at(tests::pie(6, 6));
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 20;
    const auto agents = tests::some_agents(2, 1 + 4 * 1);
    CHECK(tests::play_directly(at, protocol, agents, 1).end.status == talks_status::no_agreement);
    const auto paid =
        tests::play_mediated(at, protocol, agents, {{"a", manipulator({10, 1, 0, 1, 1})}}, told, 1);
    CHECK(paid.end.status == talks_status::agreement);
    CHECK(std::min(paid.end.utilities[0], paid.end.utilities[1]) >= 6);
    // Parties that hold out until the end are not won by what is just as good as no deal.
    CHECK(
        tests::play_mediated(at, protocol, agents, {{"a", manipulator({10, 1, 0, 1, 0})}}, told, 1)
            .end.status == talks_status::no_agreement);
}

TEST_CASE("payments stay within the budget and harm nobody") {
    int payments = 0;
    tests::check_always(300, [&] {
        const problem p = tests::build(*tests::problems({4, 4, 60, true, true, true, true}));
        const arena at(p);
        const reports told(at);
        alternating_offers protocol;
        protocol.rounds = 15;
        const double budget = *rc::gen::inRange(0, 20) / 20.0;
        const double risk = *rc::gen::inRange(1, 5) / 4.0;
        const leverage means{budget, std::min(risk, 1.0), 0, 1};
        std::vector<any_strategy> agents =
            tests::some_agents(at.parties(), *rc::gen::inRange<std::uint64_t>(0, 256));
        mediation between({{"a", manipulator(means)}}, told);
        run_streams draws(1, 0, at.parties(), 1);
        proceedings said;
        const ending end = protocol.play(at, agents, between, draws, said);

        std::map<offer_id, double> cost;
        for (const mediator_act& act : between.acts()) {
            cost[act.made.deal] += cost_of(act.made);
            ++payments;
        }
        for (const auto& [deal, sum] : cost) {
            RC_ASSERT(sum <= budget + 1e-12);
        }
        for (const promise& made : said.promises) {
            RC_ASSERT(made.amount > 0);
        }
        for (party_id i = 0; i < at.parties(); ++i) {
            const double least = end.status == talks_status::agreement
                                     ? utility_of(at.table(), i,
                                                  [&] {
                                                      const auto deal = said.deal(end.deal);
                                                      return outcome(deal.begin(), deal.end());
                                                  }())
                                     : at.view(i).reservation;
            RC_ASSERT(end.utilities[i] >= least);
            RC_ASSERT(end.utilities[i] >= at.view(i).reservation - 1e-9);
        }
    });
    CHECK(payments > 20);
}

TEST_CASE("payments never cost two conceding parties their agreement") {
    // Offers depend on the clock alone, and every offer that was acceptable still is.
    tests::check_always(200, [] {
        const problem p = tests::build(*tests::problems({2, 4, 60, true, true, true, true}));
        const arena at(p);
        RC_PRE(at.parties() == 2U);
        const reports told(at);
        alternating_offers protocol;
        protocol.rounds = 15;
        const auto mix = *rc::gen::inRange<std::uint64_t>(0, 9);
        const auto agents = tests::some_agents(2, 1 + mix % 3 + 4 * (1 + mix / 3));
        const auto direct = tests::play_directly(at, protocol, agents, 1).end;
        const auto paid = tests::play_mediated(at, protocol, agents,
                                               {{"a", manipulator({0.3, 1, 0, 1, 0})}}, told, 1)
                              .end;
        if (direct.status == talks_status::agreement) {
            RC_ASSERT(paid.status == talks_status::agreement);
            RC_ASSERT(paid.round <= direct.round);
        }
    });
}

TEST_CASE("a manipulator refuses parameters out of range") {
    CHECK_THROWS_AS(manipulator({-1, 1, 0, 1}), std::invalid_argument);
    CHECK_THROWS_AS(manipulator({std::numeric_limits<double>::infinity(), 1, 0, 1}),
                    std::invalid_argument);
    CHECK_THROWS_AS(manipulator({1, 2, 0, 1, 0}), std::invalid_argument);
    CHECK_THROWS_AS(manipulator({1, 1, 0, 1, 0}, 0), std::invalid_argument);
}
