#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/mediated.hpp>
#include <support/property.hpp>

#include <negotiation/talks/mediator/formulator.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Nash by looking at every deal, in whole numbers: the first of the greatest product of gains.
/// Nothing where every product is 0.
std::optional<outcome> nash_by_hand(const tests::specification& of) {
    std::int64_t best = 0;
    std::optional<outcome> found;
    for (const auto& row : tests::all_deals(of)) {
        std::int64_t product = row.accepted ? 1 : 0;
        for (std::size_t i = 0; i < of.agents.size(); ++i) {
            product *= row.values[i] - of.agents[i].reservation;
        }
        if (row.accepted && product > best) {
            best = product;
            found = outcome(row.deal.begin(), row.deal.end());
        }
    }
    return found;
}

/// Repeats one deal, and takes what is worth so much.
struct stubborn {
    outcome asks;
    double takes;

    move act(const turn& t, random_stream&) const {
        return t.legal().accept && t.standing_utility() >= takes ? turn::accept()
                                                                 : turn::offer(t.find(asks));
    }
};

/// The rounds in which a text was tabled.
std::vector<std::int64_t> tabled_in(const tests::run_record& record) {
    std::vector<std::int64_t> rounds;
    for (const mediator_act& act : record.acts) {
        rounds.push_back(act.round);
    }
    return rounds;
}

}  // namespace

TEST_CASE("the nash text is what brute force finds in the reports") {
    int with_text = 0;
    tests::check_always(300, [&] {
        const auto truth = *tests::problems({3, 5, 100, false, true, true, true});
        auto told = truth;
        for (auto& who : told.agents) {
            who.reservation += *rc::gen::inRange(-3, 1);  // what is reported need not be true
        }
        const problem true_problem = tests::build(truth);
        const arena at(true_problem);
        const problem told_problem = tests::build(told);
        const formulator made(text_rule::nash, reports(at, told_problem));
        if (const auto expected = nash_by_hand(told)) {
            RC_ASSERT(made.text() == expected);
            RC_ASSERT(made.text(true) == expected);
            ++with_text;
        }
    });
    CHECK(with_text > 50);
}

TEST_CASE("texts are those of the solutions, and red lines in public change them") {
    // Nobody says aloud that more than six slices are out of the question; then somebody does.
    bargaining table = tests::pie(4, 0);
    std::vector<bool> allowed(11, true);
    std::fill(allowed.begin() + 7, allowed.end(), false);
    table.parties[1].red_lines = {{0, allowed, true, false}};
    const arena at(table);
    const reports told(at);
    CHECK(formulator(text_rule::nash, told).text() == outcome{7});
    CHECK(formulator(text_rule::nash, told).text(true) == outcome{6});
    CHECK(formulator(text_rule::egalitarian, told).text() == outcome{7});
    CHECK(formulator(text_rule::kalai_smorodinsky, told).text(true) == outcome{6});
    CHECK(!formulator(text_rule::single_text, told).text());
    const arena nothing(tests::pie(8, 8));
    CHECK(!formulator(text_rule::nash, reports(nothing)).text());
}

TEST_CASE("a misreport moves the text") {
    const arena at(tests::pie(0, 0));
    CHECK(formulator(text_rule::nash, reports(at)).text() == outcome{5});
    CHECK(formulator(text_rule::nash, reports(at, tests::pie(6, 0))).text() == outcome{8});
}

TEST_CASE("parties come closer to a text") {
    tests::staged stage(tests::pie(0, 0));
    const auto distance = [&] { return distance_to(stage.view(), {5}); };
    CHECK(std::abs(distance() - 1) < 1e-12);  // both are thought to ask for everything
    stage.offer(0, {8});
    CHECK(std::abs(distance() - 0.8) < 1e-12);
    stage.offer(1, {4});
    CHECK(std::abs(distance() - 0.4) < 1e-12);
    stage.offer(1, {9});
    CHECK(std::abs(distance() - 0.3) < 1e-12);  // more than enough does not count
}

TEST_CASE("climbing makes nobody worse off") {
    tests::check_always(200, [] {
        tests::staged stage(tests::build(*tests::problems({3, 4, 80, true, true, true, true})));
        const auto& deals = *stage.at.deals();
        RC_PRE(deals.rows() > 0);
        const auto row =
            *rc::gen::inRange<deal::row_id>(0, static_cast<deal::row_id>(deals.rows()));
        const outcome start(deals.deal(row).begin(), deals.deal(row).end());
        const outcome end = climb(stage.view(), start);
        RC_ASSERT(feasible(stage.at.table().space, end));
        for (party_id i = 0; i < stage.at.parties(); ++i) {
            RC_ASSERT(stage.told.utility(i, end) >= stage.told.utility(i, start));
        }
        RC_ASSERT(climb(stage.view(), end) == end);
    });
}

TEST_CASE("a text is tabled from a round on, and then rests") {
    const arena at(tests::pie(0, 0));
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 20;
    const auto play = [&](double takes, std::int64_t after, std::int64_t pause) {
        return tests::play_mediated(
            at, protocol, {any_strategy(stubborn{{10}, takes}), any_strategy(stubborn{{0}, takes})},
            {{"a", formulator(text_rule::nash, told, after, relay{}, pause)}}, told, 1);
    };
    // The text is worth no more to an unbiased mediator than any other deal of a pie.
    CHECK(play(5, 3, 3).acts.empty());
    CHECK(play(5, 3, 3).end.status == talks_status::no_agreement);

    // In talks with something to gain from a text it is.
    const arena rich(tests::logrolling());
    const reports wanted(rich);
    const auto table = [&](double takes, std::int64_t after, std::int64_t pause) {
        return tests::play_mediated(
            rich, protocol,
            {any_strategy(stubborn{{2, 2}, takes}), any_strategy(stubborn{{0, 0}, takes})},
            {{"a", formulator(text_rule::nash, wanted, after, relay{}, pause)}}, wanted, 1);
    };
    const auto agreed = table(6, 3, 3);
    CHECK(agreed.end.status == talks_status::agreement);
    CHECK(agreed.end.round == 4);
    CHECK(agreed.end.utilities == std::vector<double>{6, 6});
    CHECK(tabled_in(agreed) == std::vector<std::int64_t>{3});
    // Nobody moves, so a text refused once is not tabled again.
    const auto refused = table(7, 3, 3);
    CHECK(refused.end.status == talks_status::no_agreement);
    CHECK(tabled_in(refused) == std::vector<std::int64_t>{3});
    // After the last round nobody could answer.
    CHECK(table(6, 20, 3).acts.empty());
}

TEST_CASE("a text refused comes back when the parties have come closer") {
    const arena at(tests::logrolling());
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 40;
    const auto record = tests::play_mediated(
        at, protocol, {any_strategy(boulware(0.1)), any_strategy(boulware(0.1))},
        {{"a", formulator(text_rule::nash, told, 2, relay{}, 4)}}, told, 1);
    const auto rounds = tabled_in(record);
    CHECK(!rounds.empty());
    for (std::size_t k = 1; k < rounds.size(); ++k) {
        CHECK(rounds[k] - rounds[k - 1] >= 4);
    }
    CHECK(record.end.status == talks_status::agreement);
}

TEST_CASE("acceptances of others are not thrown away") {
    // In round 1 the third party has seconded the second's offer; the first, whose turn is next,
    // would accept it.
    const problem three = problem_builder{}
                              .issue("text", 4)
                              .party("first", {{0, 2, 1, 3}}, 0)
                              .party("second", {{0, 2, 3, 3}}, 0)
                              .party("third", {{0, 2, 3, 3}}, 0)
                              .build();
    const arena at(three);
    const reports told(at);
    const std::vector<any_strategy> agents{any_strategy(stubborn{{0}, 1}),
                                           any_strategy(stubborn{{1}, 3}),
                                           any_strategy(stubborn{{1}, 2})};
    const auto direct = tests::play_directly(at, alternating_offers{}, agents, 1);
    CHECK(direct.end.deal == 1);
    const formulator eager(text_rule::nash, told);
    CHECK(eager.text() == outcome{3});
    const auto record =
        tests::play_mediated(at, alternating_offers{}, agents, {{"a", eager}}, told, 1);
    CHECK(record.end == direct.end);
    CHECK(record.acts.empty());
}

TEST_CASE("a single text improves the last offers at nobody's expense") {
    // Both offer their best price and forget the quality, which both would like high.
    const problem sale = problem_builder{}
                             .issue("price", 0, 4)
                             .issue("quality", 3)
                             .party(
                                 "buyer", [](auto o) { return 4 - o[0] + o[1]; }, 2)
                             .party(
                                 "seller", [](auto o) { return o[0] + 0.5 * o[1]; }, 2)
                             .build();
    const arena at(sale);
    const reports told(at);
    alternating_offers protocol;
    protocol.rounds = 5;
    const auto record = tests::play_mediated(
        at, protocol, {any_strategy(stubborn{{1, 0}, 3}), any_strategy(stubborn{{3, 0}, 2})},
        {{"a", formulator(text_rule::single_text, told)}}, told, 1);
    // The buyer's offer (1, 0) becomes (1, 2), the seller's (3, 0) becomes (3, 2), which is worth
    // more to the mediator: 3/6 and 4/5 of what the parties could get, not 5/6 and 2/5.
    REQUIRE(record.acts.size() == 1);
    const auto text = at.deals()->deal(record.acts[0].made.deal);
    CHECK(outcome(text.begin(), text.end()) == outcome{3, 2});
    CHECK(record.end.utilities == std::vector<double>{3, 4});
    CHECK(record.end.round == 2);
}

TEST_CASE("a formulator refuses parameters out of range") {
    const arena at(tests::pie(0, 0));
    const reports told(at);
    CHECK_THROWS_AS(formulator(text_rule::nash, told, 0), std::invalid_argument);
    CHECK_THROWS_AS(formulator(text_rule::nash, told, 1, relay{}, 0), std::invalid_argument);
}
