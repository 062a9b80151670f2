// The back channel with the order of steps on the table, from end to end.
#include <string>

#include <doctest/doctest.h>

#include <negotiation/deal/zone.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/describe_deals.hpp>
#include <negotiation/question/describe_run.hpp>
#include <negotiation/question/describe_value.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/question/value.hpp>
#include <negotiation/scenario/freeze.hpp>

#include "support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

const scenario& with_order() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-sequenced.toml");
    return world;
}

}  // namespace

TEST_CASE("with the order on the table few deals suit both") {
    deals_options options;
    options.scope = "nuclear";
    const deals_answer answer = deals(with_order(), options);
    CHECK(answer.feasible == outcome_count{485'100});
    CHECK(answer.zone.count == outcome_count{14});
    REQUIRE(answer.solutions.nash);
    const solution_view& nash = *answer.solutions.nash;
    CHECK(nash.utilities[0] == doctest::Approx(0.5832).epsilon(1e-12));
    CHECK(nash.utilities[1] == doctest::Approx(0.6233236220472441).epsilon(1e-12));
    CHECK(to_string(nash.outcome[0].option) == "domestic_3.67");
    CHECK(to_string(nash.outcome.back().option) == "step-by-step");
    // carried out it is worth more than may be expected of it
    CHECK(nash.carried_out[0] > nash.utilities[0]);
    CHECK(nash.carried_out[1] > nash.utilities[1]);
    CHECK_FALSE(answer.issues.back().status_quo);
    CHECK(answer.parties[0].status_quo == doctest::Approx(0.238));
    const std::string text = report::render_text(describe(answer, false));
    CHECK(tests::says(text, "Who goes first is on the table (order)"));
    CHECK(tests::says(text, "if carried out"));
}

TEST_CASE("a margin with the order on the table is where the last deal goes") {
    deals_options options;
    options.scope = "nuclear";
    const deals_answer answer = deals(with_order(), options);
    const auto some_at = [](std::size_t i, double reservation) {
        scenario world = with_order();
        world.parties[i].reservation = reservation;
        return deal::any_deal(freeze(world, {"nuclear", {}, {}})).value();
    };
    for (std::size_t i = 0; i < 2; ++i) {
        REQUIRE(answer.parties[i].margin);
        CHECK(some_at(i, *answer.parties[i].margin));
        CHECK_FALSE(some_at(i, *answer.parties[i].margin + 2e-6));
    }
}

TEST_CASE("who goes first in a deal with an order is told of that order") {
    sequence_options options;
    options.scope = "comprehensive";
    const sequence_answer answer = question::sequence(with_order(), options);
    REQUIRE(answer.order);
    CHECK(answer.order->name == "step-by-step");
}

TEST_CASE("an onlooker with a seat may have a belief") {
    scenario world = with_order();
    world.sequence->trust.named.emplace_back("Israel", 0.5);
    deals_options options;
    options.scope = "nuclear";
    options.seats = {"Israel"};
    CHECK(deals(world, options).expects->beliefs.size() == 3);
}

TEST_CASE("a deal is told with what it is worth in each order") {
    const value_answer answer = value(with_order(), {"J"}, {});
    REQUIRE(answer.deals[0].orders.size() == 3);
    CHECK(answer.deals[0].carried_out.size() == 2);
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "In which order it is carried out:"));
    CHECK(tests::says(text, "iran-first 0.6010 0.5664 does not suit all"));
    CHECK(tests::says(text, "carried out 0.6640 0.7670"));
}

TEST_CASE("talks go over the order too") {
    run_options options;
    options.scope = "nuclear";
    options.other_runs = 0;
    const run_answer answer = run(with_order(), options);
    REQUIRE(answer.expects);
    CHECK(answer.carried_out.empty() == !answer.outcome);
    CHECK(answer.nash[0] == doctest::Approx(0.5832));
    bool about_order = false;
    for (const told_event& e : answer.events) {
        about_order = about_order || (e.outcome && e.outcome->back().issue == "order");
    }
    CHECK(about_order);
    CHECK(tests::says(report::render_text(describe(answer, false)),
                      "so a deal is worth what may be"));
}

TEST_CASE("nobody can know the other side perfectly where the order is on the table") {
    run_options options;
    options.scope = "nuclear";
    options.strategies = {parse_assignment("boulware(model=perfect)")};
    CHECK_THROWS_WITH_AS(
        static_cast<void>(run(with_order(), options)),
        "perfect: the other side's preferences are no sum over issues, so no estimate of issues "
        "can be perfect; take 'frequency'",
        std::invalid_argument);
}
