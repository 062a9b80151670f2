#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/scenario/diagnostic.hpp>

using namespace negotiation;
using namespace negotiation::question;
using tests::near;
using tests::printed;

namespace {

constexpr double days_a_month = 30.4375;

/// Talks of ten rounds of half a month, with a truce that may break down.
scenario with_truce(double rate) {
    scenario world = tests::tiny_scenario();
    world.protocol.emplace();
    world.protocol->rounds = 10;
    world.protocol->days_per_round = days_a_month / 2;
    world.survival.emplace();
    world.survival->hazards.resize(1);
    world.survival->hazards[0].name = "truce";
    world.survival->hazards[0].value = rate;
    world.survival->hazards[0].period = days_a_month;
    return world;
}

/// A bargain about a price on which patient sides agree only at the deadline.
race_answer raced(double rate, race_options options = {}) {
    options.runs = 30;
    return race(with_truce(rate), options);
}

}  // namespace

TEST_CASE("chances are those of the runs' own days") {
    const race_answer answer = raced(0.1);
    REQUIRE(answer.plans.size() == 5);
    const race_plan& plan = answer.plans.front();
    CHECK(plan.name == "as written");
    CHECK(answer.hazards.size() == 1);
    CHECK(near(plan.here.rate, 0.1));
    REQUIRE(plan.agreed.share == 1);
    REQUIRE(plan.days);
    // nothing is drawn in these talks: every run agrees on the same day
    const double months = *plan.days / days_a_month;
    CHECK(near(plan.here.before_collapse, std::exp(-0.1 * months), 1e-9));
    CHECK(near(plan.settlement, 1 / months, 1e-9));
    CHECK(near(plan.here.closed_form, 1 / (1 + 0.1 * months), 1e-9));
    CHECK(near(plan.here.calm, std::exp(-0.1 * std::max(0.0, months - 1)) - std::exp(-0.1 * months),
               1e-9));
    CHECK(answer.months.back().settled == plan.here.before_collapse);
    CHECK(answer.months.back().settled_calmly == 1);
    CHECK(near(answer.months[1].calm_holds, std::exp(-0.1)));
}

TEST_CASE("without a hazard agreement is all that counts") {
    const race_answer answer = race(tests::tiny_scenario(), {.runs = 3});
    const race_plan& plan = answer.plans.front();
    CHECK(answer.hazards.empty());
    CHECK(plan.here.rate == 0);
    CHECK(plan.here.before_collapse == plan.agreed.share);
    CHECK(plan.here.calm == 0);
    CHECK(plan.here.closed_form == 1);
}

TEST_CASE("events end talks that last until their dates") {
    scenario world = with_truce(0.1);
    world.survival->events.resize(4);
    for (survival::written_event& event : world.survival->events) {
        event.days = 1e5;  // long after the talks
        event.name = "late " + std::to_string(&event - world.survival->events.data());
    }
    world.survival->events[0].name = "vote";
    world.survival->events[0].days = 60;
    world.survival->events[0].probability = 0.4;
    world.survival->events[0].effect.ends = 0.5;
    world.survival->events[1].name = "eve";
    world.survival->events[1].days = 30;
    world.survival->events[1].probability = 0.25;
    world.survival->events[3].name = "fair";
    world.survival->events[3].days = 40;
    world.survival->events[3].effect.ends = 0;
    const race_answer with = race(world, {.runs = 20});
    REQUIRE(with.events.size() == 2);  // what ends nothing, or comes too late, is no threat
    CHECK(with.events[0].name == "eve");
    CHECK(near(with.events[0].ends, 0.25));
    CHECK(near(with.events[1].ends, 0.2));
    const race_plan& plan = with.plans.front();
    REQUIRE(plan.days);
    REQUIRE(*plan.days > 60);
    const double spared = 0.75 * 0.8;
    const race_plan without = raced(0.1).plans.front();
    CHECK(near(plan.here.before_collapse, spared * without.here.before_collapse, 1e-12));
    CHECK(near(plan.here.calm, spared * without.here.calm, 1e-12));
    CHECK(near(plan.here.gains[0], spared * without.here.gains[0], 1e-12));
    CHECK(near(plan.sweep[0].before_collapse, spared * without.sweep[0].before_collapse, 1e-12));
    CHECK(near(with.months[1].calm_holds, 0.75 * std::exp(-0.1)));
    CHECK(near(with.months[2].calm_holds, spared * std::exp(-0.2)));
    CHECK(with.months.back().settled == plan.here.before_collapse);
    // a rate asked about stands for hazards, not for events
    world.survival->hazards.clear();
    const race_answer asked = race(world, {.runs = 20, .rate = 0.1});
    CHECK(asked.plans.front().here.before_collapse == plan.here.before_collapse);
    CHECK(near(race(world, {.runs = 20}).plans.front().here.before_collapse, spared, 1e-12));
}

TEST_CASE("in haste something else plays for a program") {
    race_options options;
    options.strategies = {{"Buyer", "exec:exit 3"}};
    options.haste = 2;
    options.runs = 1;
    const race_answer answer = race(with_truce(0.1), options);
    REQUIRE(answer.plans.size() == 5);
    const auto played = [&](std::size_t plan) { return answer.plans[plan].strategies; };
    using texts = std::vector<std::string>;
    CHECK(played(0) == texts{"boulware", "exec:exit 3"});
    CHECK(played(1) == played(0));
    CHECK(played(2) == texts{"time-dependent(e=2)", "exec:exit 3"});
    CHECK(played(3) == texts{"boulware", "time-dependent(e=2)"});
    CHECK(played(4) == texts{"time-dependent(e=2)", "time-dependent(e=2)"});
    // A program that ends has left the table; what stands in for it has not.
    CHECK(answer.plans[0].agreed.share == 0);
    CHECK(answer.plans[3].agreed.share == 1);
}

TEST_CASE("a plan is better only beyond chance") {
    // nothing is drawn: a difference is the same in every run, and no luck
    const race_answer certain = raced(0.3, {.haste = 20});
    CHECK(certain.best[1] != 0);
    CHECK(certain.plans[certain.best[1]].here.better[1]);
    CHECK_FALSE(certain.plans[0].here.better[1]);
    // few runs tell nothing
    const race_answer few = race(with_truce(0.3), {.runs = 29, .haste = 20});
    CHECK(few.plans[2].here.gains[1] > few.plans[0].here.gains[1]);
    CHECK(few.best == std::vector<std::size_t>{0, 0});
}

TEST_CASE("a hazard that strikes too often to be counted is refused") {
    scenario world = with_truce(9e5);
    world.survival->hazards[0].period = 1;
    CHECK_THROWS_WITH_AS(race(world, {.runs = 1}),
                         "hazard 'truce' ends talks 2.739e+07 times a month; a race counts at most "
                         "10^6",
                         std::invalid_argument);
}

TEST_CASE("haste is half the deadline, or a party that concedes faster") {
    race_options options;
    options.strategies = {{"Buyer", "hardliner"}};
    options.haste = 2;
    const race_answer answer = raced(0.1, options);
    std::vector<std::string> names;
    for (const race_plan& plan : answer.plans) {
        names.push_back(plan.name);
    }
    CHECK(names == std::vector<std::string>{"as written", "half the deadline", "Seller in haste",
                                            "Buyer in haste", "all in haste"});
    CHECK(answer.plans[1].rounds_limit == 5);
    CHECK(answer.plans[2].strategies ==
          std::vector<std::string>{"time-dependent(e=2)", "hardliner"});
    CHECK(answer.plans[3].strategies ==
          std::vector<std::string>{"boulware", "time-dependent(e=2)"});
    options.strategies = {{"Seller", "boulware(e=0.3,offer=best)"}};
    CHECK(raced(0.1, options).plans[2].strategies[0] == "time-dependent(e=2,offer=best)");
}

TEST_CASE("who hastens settles sooner, on a worse text") {
    const race_answer answer = raced(0.3, {.haste = 20});
    const race_plan& slow = answer.plans[0];
    const race_plan& hasty = answer.plans[2];  // the seller
    REQUIRE(slow.days);
    REQUIRE(hasty.days);
    CHECK(*hasty.days < *slow.days);
    CHECK(hasty.here.before_collapse > slow.here.before_collapse);
    CHECK(hasty.utilities[0] <= slow.utilities[0]);
}

TEST_CASE("a rate that is asked about stands for all hazards") {
    race_options options;
    options.rate = 0.5;
    options.sweep = {0, 0.5};
    const race_answer answer = raced(0.1, options);
    CHECK(answer.rate_given);
    CHECK(answer.hazards.empty());
    const race_plan& plan = answer.plans.front();
    CHECK(plan.here.rate == 0.5);
    REQUIRE(plan.sweep.size() == 2);
    CHECK(plan.sweep[0].before_collapse == plan.agreed.share);
    CHECK(plan.sweep[1].before_collapse == plan.here.before_collapse);
    CHECK(plan.sweep[1].gains == plan.here.gains);
}

TEST_CASE("hazards that do not threaten talks, or do not end them, are left out") {
    scenario world = with_truce(0.1);
    world.survival->hazards.resize(3);
    world.survival->hazards[1] = world.survival->hazards[2] = world.survival->hazards[0];
    world.survival->hazards[1].name = "later";
    world.survival->hazards[1].stages = {survival::stage::aftermath};
    world.survival->hazards[2].name = "strain";
    world.survival->hazards[2].value = 0.2;
    world.survival->hazards[2].effect.ends = 0.5;
    const race_answer answer = race(world, {.runs = 2});
    REQUIRE(answer.hazards.size() == 2);
    CHECK(answer.hazards[1].name == "strain");
    CHECK(near(answer.hazards[1].rate, 0.1));
    CHECK(near(answer.hazards[0].first, 0.5));
    CHECK(near(answer.plans.front().here.rate, 0.2));
}

TEST_CASE("more frequent shocks never make an agreement likelier, nor anybody better off") {
    const race_answer answer = raced(0.1);
    for (const race_plan& plan : answer.plans) {
        for (std::size_t k = 1; k < plan.sweep.size(); ++k) {
            CHECK(plan.sweep[k].before_collapse <= plan.sweep[k - 1].before_collapse);
            CHECK(plan.sweep[k].gains[0] <= plan.sweep[k - 1].gains[0] + tests::grid);
            CHECK(plan.sweep[k].closed_form <= plan.sweep[k - 1].closed_form);
        }
    }
}

TEST_CASE("threads change nothing in a race") {
    race_options options;
    options.parallel.threads = 1;
    const race_answer one = raced(0.1, options);
    options.parallel.threads = 3;
    const race_answer three = raced(0.1, options);
    for (std::size_t k = 0; k < one.plans.size(); ++k) {
        CHECK(one.plans[k].here.gains == three.plans[k].here.gains);
        CHECK(one.plans[k].here.before_collapse == three.plans[k].here.before_collapse);
    }
}

TEST_CASE("a race that is stopped tells what was played") {
    std::stop_source stop;
    stop.request_stop();
    race_options options;
    options.runs = 10;
    options.parallel.stop = stop.get_token();
    const race_answer answer = race(with_truce(0.1), options);
    CHECK_FALSE(answer.complete);
    CHECK(answer.plans.front().runs == 0);
    CHECK(answer.plans.front().here.before_collapse == 0);
    CHECK(answer.months.empty());
    CHECK(answer.timing.empty());
}

TEST_CASE("plans that a stop left out are not compared") {
    std::stop_source stop;
    race_options options;
    options.runs = 50;
    options.parallel.threads = 1;
    options.parallel.stop = stop.get_token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) {
        CHECK(all == 250);
        if (done >= 100) {  // as written and half the deadline
            stop.request_stop();
        }
    };
    const race_answer answer = race(with_truce(0.1), options);
    CHECK_FALSE(answer.complete);
    CHECK(answer.plans[0].runs == 50);
    CHECK(answer.plans[1].here.better.size() == 2);
    CHECK(answer.plans.back().runs == 0);
    CHECK(answer.plans.back().here.better.empty());
    CHECK(answer.best.empty());
    CHECK(answer.timing.size() == 2);  // the plan as written was all played
}

TEST_CASE("what cannot be asked of a race is refused") {
    CHECK_THROWS_WITH_AS(raced(0.1, {.rate = -1}),
                         "the rate of collapse must lie in [0, 10^6] a month; got -1",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(raced(0.1, {.sweep = {0.1, std::nan("")}}),
                         "a rate of the sweep must lie in [0, 10^6] a month; got nan",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(raced(0.1, {.haste = 0}), "haste must lie in [0.001, 1000]; got 0",
                         std::invalid_argument);
    CHECK_THROWS_AS(race(with_truce(0.1), {.runs = 0}), std::invalid_argument);
    CHECK_THROWS_AS(race(with_truce(0.1), {.scope = "narrow"}), scenario_error);
}

TEST_CASE("the bundled truce is threatened by three hazards") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/truce-collapse.toml");
    const race_answer answer = race(world, {.scope = "nuclear", .runs = 4});
    REQUIRE(answer.hazards.size() == 3);
    CHECK(near(answer.hazards[0].rate, 0.08, 1e-9));
    CHECK(near(answer.hazards[1].rate, 0.02, 1e-9));
    // 0.02, 0.01 for missiles, 0.01 for proxies, and 0.1 of the response: a probability a month
    CHECK(answer.hazards[2].name == "Israel");
    CHECK(answer.hazards[2].rate > -std::log(1 - 0.04));
    CHECK(answer.hazards[2].rate < -std::log(1 - 0.1401));
    // in the back channel itself Israel waits
    CHECK(race(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"),
               {.scope = "nuclear", .runs = 1})
              .hazards.size() == 2);
}
