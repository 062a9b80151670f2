#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/listed.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/sequence.hpp>

using namespace negotiation;
using namespace negotiation::question;
namespace seq = negotiation::sequence;

namespace {

scenario scenario_named(const std::string& name) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
}

std::string exact(const order_view& of) {
    std::string text;
    for (const trust_view& t : of.by_party) {
        text += (text.empty() ? "" : ", ") + t.exact;
    }
    return text;
}

}  // namespace

TEST_CASE("the text of 2022 is answered") {
    const sequence_answer answer = question::sequence(
        scenario_named("vienna-2022"), {.compare = {"iran-first", "us-first", "no-snapback"}});
    REQUIRE(answer.variants.size() == 4);
    const sequence_variant& free = answer.variants[0];
    CHECK(free.ideals == "344");
    CHECK(free.orders == "554400");
    CHECK(free.whole == std::vector<double>{9, 9.5});
    CHECK(free.status == seq::search_status::found);
    CHECK(exact(free.least_trust) == "5/34, 19/110");
    CHECK(free.pareto.size() == 11);
    CHECK(exact(answer.variants[1].least_trust) == "0, 39/134");
    CHECK(exact(answer.variants[2].least_trust) == "2/7, 19/37");
    CHECK(exact(answer.variants[3].least_trust) == "8/19, 4/9");
    // at 0.25 and 0.15 no order carries itself out
    REQUIRE(free.self_enforcing);
    CHECK_FALSE(free.self_enforcing->feasible);
    CHECK(free.self_enforcing->shortfall == doctest::Approx(10.0 / 39 - 0.25));
    REQUIRE(free.self_enforcing->mends.size() == 2);
    CHECK(free.self_enforcing->mends[0].completion == doctest::Approx(0.1));
}

TEST_CASE("what the trust of 2022 hangs on") {
    const sequence_variant free = question::sequence(scenario_named("vienna-2022")).variants[0];
    REQUIRE(free.sweep);
    REQUIRE(free.sweep->completion.size() == 5);
    CHECK(free.sweep->completion[2].trust == doctest::Approx(19.0 / 110));
    CHECK(free.sweep->undone[2].trust == doctest::Approx(19.0 / 110));
    CHECK(free.sweep->undone[0].trust == doctest::Approx(4.0 / 9));  // no snapback
    for (std::size_t k = 1; k < 5; ++k) {                            // never rises with completion
        if (free.sweep->completion[k - 1].trust) {
            CHECK(*free.sweep->completion[k].trust <= *free.sweep->completion[k - 1].trust);
        }
    }
}

TEST_CASE("the other readings of 2022") {
    sequence_options next;
    next.trusts.how = seq::reading::next_turn;
    next.compare = {"iran-first"};
    const sequence_answer answer = question::sequence(scenario_named("vienna-2022"), next);
    CHECK(answer.variants[0].least_trust.trust == doctest::Approx(3.0 / 22));
    CHECK(answer.variants[1].least_trust.trust == doctest::Approx(23.0 / 134));
}

TEST_CASE("the order of 2013 and the others that were possible") {
    sequence_options options;
    options.order = "history";
    options.compare = {"iran-all-first", "us-all-first", "two-halves"};
    const sequence_answer answer = question::sequence(scenario_named("jpoa-2013"), options);
    CHECK(exact(answer.variants[0].least_trust) == "33/238, 28/173");
    REQUIRE(answer.order);
    CHECK(exact(*answer.order) == "105/298, 4/9");
    CHECK(answer.order->runs.size() == 10);
    CHECK(answer.variants[1].fixed);
    CHECK(answer.variants[2].status == seq::search_status::infeasible);
    CHECK(answer.variants[2].least_trust.refused_by == "Iran");
    CHECK(exact(answer.variants[3].least_trust) == "9/17, 28/109");
}

TEST_CASE("beliefs that are enough carry an order out") {
    sequence_options options;
    options.beliefs = {{"United States", 0.2}, {"Iran", 0.2}};
    const sequence_answer answer = question::sequence(scenario_named("vienna-2022"), options);
    REQUIRE(answer.variants[0].self_enforcing);
    CHECK(answer.variants[0].self_enforcing->feasible);
    CHECK(answer.variants[0].self_enforcing->shortfall == 0);
    CHECK_FALSE(answer.variants[0].least_trust.breaks);
}

TEST_CASE("the deal that the talks would reach is carried out") {
    const scenario world = scenario_named("backchannel-2025");
    const sequence_answer nash = question::sequence(world);
    CHECK(nash.deal == "nash");
    CHECK(nash.variants[0].status == seq::search_status::found);
    // V is v(x) + F - r: .6890 + .05 - .58 and .7515 + .05 - .62
    CHECK(nash.variants[0].whole[0] == doctest::Approx(0.159));
    CHECK(nash.variants[0].whole[1] == doctest::Approx(0.1815));
    // every step against one that implements an issue which J leaves as it is
    const sequence_answer j = question::sequence(world, {.deal = "J"});
    CHECK(j.variants[0].steps.size() < nash.variants[0].steps.size());
    CHECK(j.outcome.size() == world.issues.size());
    const sequence_answer nuclear = question::sequence(world, {.scope = "nuclear"});
    CHECK(nuclear.outcome.size() == 8);
}

TEST_CASE("a deal that leaves nothing to be done, and completion worth less than nothing") {
    scenario world = scenario_named("backchannel-2025");
    seq::named_order any;
    any.name = "any";
    for (const seq::written_step& s : world.sequence->steps) {
        any.steps.push_back(s.name);
    }
    world.sequence->orders.push_back(any);
    const sequence_answer answer =
        question::sequence(world, {.deal = "enrichment=domestic_60", .order = "any"});
    CHECK(answer.variants[0].steps.empty());
    CHECK(answer.variants[0].status == seq::search_status::infeasible);
    CHECK(answer.variants[0].refused_by == "United States");
    REQUIRE(answer.order);
    CHECK_FALSE(answer.order->feasible);
    CHECK_FALSE(answer.order->breaks);
}

TEST_CASE("what cannot be asked is said") {
    const scenario vienna = scenario_named("vienna-2022");
    const auto ask = [&](const sequence_options& how) { return question::sequence(vienna, how); };
    CHECK_THROWS_WITH_AS(ask({.deal = "nash"}),
                         "deal 'nash': the steps of this scenario state their values and carry out "
                         "no deal",
                         std::invalid_argument);
    CHECK_THROWS_AS(ask({.variant = "iran-frist"}), std::invalid_argument);
    CHECK_THROWS_AS(ask({.order = "history"}), std::invalid_argument);
    CHECK_THROWS_AS(ask({.beliefs = {{"Oman", 0.5}}}), std::invalid_argument);
    CHECK_THROWS_WITH_AS(ask({.beliefs = {{"Iran", 1.0}}}),
                         "trust of 'Iran' must lie in (0, 1); got 1", std::invalid_argument);
    CHECK_THROWS_AS(question::sequence(scenario_named("orange")), std::invalid_argument);
    CHECK_THROWS_WITH_AS(
        question::sequence(scenario_named("jpoa-2013"), {.beliefs = {{"Iran", 0.2}}}),
        "trust: needs a belief of every party; 'United States' has none, here or in the file",
        std::invalid_argument);
    const sequence_answer few = question::sequence(vienna, {.maximum_ideals = 100});
    CHECK(few.variants[0].status == seq::search_status::exhausted);
    CHECK(few.variants[0].ideals.empty());
    CHECK_FALSE(few.variants[0].refused.empty());
    REQUIRE(few.variants[0].lower_bound);  // and the best of a beam
    CHECK(*few.variants[0].lower_bound <= 19.0 / 110);
    CHECK(few.variants[0].least_trust.trust >= 19.0 / 110);
    CHECK(few.variants[0].least_trust.steps.size() == 12);
    const sequence_answer labels = question::sequence(vienna, {.maximum_labels = 20});
    CHECK(labels.variants[0].status == seq::search_status::exhausted);
}

TEST_CASE("steps are drawn as a graph") {
    const scenario world = scenario_named("four-steps");
    const std::string dot = sequence_graph(world, {}, question::sequence(world));
    CHECK(dot.starts_with("digraph steps {"));
    CHECK(dot.find("\"U1\" -> \"U2\";") != std::string::npos);
    CHECK(dot.find("label = \"1. U1 (United States)\"") != std::string::npos);
    CHECK(dot.ends_with("}\n"));
}

TEST_CASE("a guarantee and an escrow lower what an order asks for") {
    const scenario world = scenario_named("four-steps");
    const auto asked = [&](const sequence_options& options) {
        return question::sequence(world, options).variants.front();
    };
    // U1 U2 I1 I2 asks the United States for 3.5 / 10.5; half of it made good: 1.75 / 8.75
    const sequence_variant half = asked({.variant = "", .guarantees = {{"United States", 0.5}}});
    CHECK(half.least_trust.trust == doctest::Approx(0.2));
    CHECK(half.least_trust.by_party[0].exact.empty());
    const sequence_variant named = asked({.escrows = {{"U1", "I1", 0}}});
    CHECK(exact(named.least_trust) == "0, 1/9");
    CHECK(named.least_trust.steps ==
          std::vector<std::string>{"U1", "I1", "I2", "release of U1", "U2"});
    REQUIRE(named.escrows.size() == 1);
    CHECK(named.escrows[0].release == "release of U1");
    CHECK(named.notes.size() == named.steps.size());
    CHECK(named.notes.back().empty());
    // of both answers the one with which least trust is needed; it is said which
    const sequence_variant found = asked({.escrows = {{"U1", "", 0}}});
    CHECK(found.escrows[0].answer == "I1");
    CHECK(found.least_trust.trust <= asked({.escrows = {{"U1", "I2", 0}}}).least_trust.trust);
    // an order that is kept to has the release where it comes first
    const sequence_variant kept =
        asked({.variant = "in-turn-us-first", .escrows = {{"U1", "I1", 0.25}}});
    CHECK(kept.fixed);
    CHECK(kept.least_trust.steps[2] == "release of U1");
    CHECK(kept.least_trust.runs[0].loss == doctest::Approx(0.25));
    const auto also =
        question::sequence(world, {.order = "in-turn-us-first", .escrows = {{"U1", "I1", 0}}});
    REQUIRE(also.order);
    CHECK(also.order->steps == kept.least_trust.steps);
}

TEST_CASE("what mediators of the file stand for is what was asked for by hand") {
    scenario world = scenario_named("four-steps");
    world.protocol.emplace();
    world.protocol->mediators.resize(3);
    const char* const roles[] = {"relay", "escrow(payment=U1,answer=I1)",
                                 "guarantor(party=Iran,share=0.25,budget=100)"};
    for (std::size_t m = 0; m < 3; ++m) {
        world.protocol->mediators[m].name = "mediator " + std::to_string(m);
        world.protocol->mediators[m].role = roles[m];
    }
    const sequence_variant file = question::sequence(world, {.sureties = true}).variants.front();
    const sequence_variant hand =
        question::sequence(world, {.guarantees = {{"Iran", 0.25}}, .escrows = {{"U1", "I1", 0}}})
            .variants.front();
    CHECK(file.least_trust.steps == hand.least_trust.steps);
    CHECK(file.least_trust.trust == hand.least_trust.trust);
    REQUIRE(file.sureties.size() == 2);
    CHECK(file.sureties[0].what == "holds 'U1' in escrow until 'I1' is done");
    CHECK(file.sureties[1].what ==
          "makes good 25 % of what Iran loses if others stop, as far "
          "as 100.0000 goes");
    CHECK(file.sureties[0].idle.empty());
    CHECK(file.escrows.size() == 1);
    CHECK(hand.sureties.empty());
    CHECK(question::sequence(world).variants.front().sureties.empty());
}

TEST_CASE("the six billion of 2023 are held, and twelve are too much for Qatar") {
    const scenario world = scenario_named("backchannel-2025");
    const auto asked = [&](const std::string& assets, const sequence_options& how) {
        sequence_options options = how;
        options.deal =
            "enrichment=consortium_iran_3pct,leu_stock=0,centrifuges=5060,"
            "inspection=jcpoa_plus,sanctions_relief=100,duration=25,"
            "exit_guarantee=penalty_or_treaty,frozen_assets=" +
            assets;
        return question::sequence(world, options).variants.front();
    };
    const sequence_variant six = asked("6", {.sureties = true});
    REQUIRE(six.sureties.size() == 1);
    CHECK(six.sureties[0].idle.empty());
    const sequence_variant by_hand = asked("6", {.escrows = {{"assets", "", 0}}});
    CHECK(six.least_trust.steps == by_hand.least_trust.steps);
    CHECK(six.least_trust.steps.size() == 9);
    CHECK(six.least_trust.trust < asked("6", {}).least_trust.trust);
    CHECK(six.escrows[0].answer == by_hand.escrows[0].answer);
    const sequence_variant twelve = asked("12", {.sureties = true});
    CHECK(twelve.sureties[0].idle == "12 is more than it can hold");
    CHECK(twelve.least_trust.steps == asked("12", {}).least_trust.steps);
}

TEST_CASE("a guarantee or an escrow that cannot be is said by names") {
    const scenario world = scenario_named("four-steps");
    const auto says = [&](const sequence_options& options) {
        try {
            (void)question::sequence(world, options);
        } catch (const std::invalid_argument& wrong) {
            return std::string(wrong.what());
        }
        return std::string();
    };
    CHECK(says({.guarantees = {{"Iram", 0.5}}}) ==
          "guarantee: no party 'Iram' at the table; did you mean 'Iran'? known: United States, "
          "Iran");
    CHECK(says({.guarantees = {{"", 0.5}}}) ==
          "guarantee: no party ''; known: United States, Iran");
    CHECK(says({.guarantees = {{"Iran", 1.5}}}) ==
          "guarantee: the share of the losses of 'Iran' that is made good must lie in [0, 1]; got "
          "1.5");
    CHECK(says({.escrows = {{"U3", "", 0}}}).starts_with("escrow: no step 'U3' is to be done; "));
    CHECK(says({.escrows = {{"U1", "U2", 0}}}) ==
          "escrow: 'U2' cannot answer 'U1': the same party performs both");
    CHECK(says({.variant = "in-turn-iran-first", .escrows = {{"U1", "I1", 0}}}) ==
          "escrow: 'I1' cannot answer 'U1': it comes before the payment");
    CHECK(says({.escrows = {{"U1", "I1", 3}}}) ==
          "escrow: the cost of holding 'U1' must lie between 0 and the 2 that 'United States' "
          "would lose of it without an escrow; got 3");
    CHECK(says({.variant = "in-turn-us-first", .escrows = {{"U2", "I1", 0}}}) ==
          "escrow: 'I1' cannot answer 'U2': it comes before the payment");
}
