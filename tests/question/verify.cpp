#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/question/verify.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using compliance::observation;
using tests::near;

namespace {

scenario bundled_world(const std::string& name, const std::vector<std::string>& changes = {}) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml", changes);
}

/// Four steps, Iran's second of which can be faked at a saving of 3, and somebody who looks.
scenario inspected_world() {
    scenario world = bundled_world("four-steps");
    world.sequence->trust = {0.5, {}};
    world.sequence->steps[2].pretence = sequence::faking{3, 0.25, 10};
    world.sequence->steps[3].days = 30;
    compliance::written_inspector agency;
    agency.name = "Agency";
    agency.detection = 0.5;
    agency.false_alarm = 0.1;
    agency.days = 10;
    agency.cost = 2;
    agency.loss = 10;
    agency.budget = 3;
    world.compliance.inspectors = {agency};
    return world;
}

}  // namespace

TEST_CASE("a step needs the detection that hand-worked stakes say") {
    // once done Iran has 6 + 3 ahead, and found out within ten days keeps nothing: 3 of 9
    const verify_answer answer = verify(inspected_world(), {.order = "in-turn-iran-first"});
    CHECK(answer.order == std::vector<std::string>{"I1", "U1", "I2", "U2"});
    CHECK(answer.order_name == "in-turn-iran-first");
    CHECK(answer.feasible);
    REQUIRE(answer.steps.size() == 1);
    CHECK(answer.steps[0].kept.step == "I2");
    CHECK(answer.steps[0].kept.party == "Iran");
    CHECK(near(*answer.steps[0].kept.needed, 1.0 / 3));
    CHECK_FALSE(answer.steps[0].honest);  // at a quarter
    CHECK(near(answer.steps[0].days, 10));
    REQUIRE(answer.watching.size() == 1);
    const inspector_view& agency = answer.watching[0];
    REQUIRE(agency.steps.size() == 1);
    CHECK(near(*agency.steps[0].needed, 1.0 / 3));
    CHECK(near(*agency.steps[0].rate, 2.0 / 3));
    CHECK(agency.steps[0].visits == 1);
    CHECK(agency.steps[0].kept_honest);
    CHECK(near(agency.cost, 2));
    CHECK(near(agency.spent, 2));
    CHECK(near(agency.short_of, 0));
    // e = 2 / 10 against a detection of 1/2: violated with 0.4; 2/3 of an inspection where
    // announced
    REQUIRE(agency.steps[0].game);
    CHECK(near(agency.steps[0].game->announced, 2.0 / 3));
    CHECK(near(agency.steps[0].game->violated, 0.4));
    CHECK(near(agency.steps[0].game->expense, 4.0 / 3));
    CHECK(near(agency.steps[0].game->exposure, 4));
}

TEST_CASE("an inspector that is late needs to be better") {
    // within 60 days the oil sanctions are lifted, 6 of the 9: everything left is saved
    scenario world = inspected_world();
    world.compliance.inspectors[0].days = 60;
    const auto late = verify(world, {.order = "in-turn-iran-first"}).watching[0].steps[0];
    CHECK(near(*late.needed, 1));
    CHECK_FALSE(late.rate);
    CHECK_FALSE(late.visits);
    CHECK_FALSE(late.kept_honest);
    CHECK_FALSE(late.game);
    world.compliance.inspectors[0].detection = 0.2;
    world.compliance.inspectors[0].days = 10;
    const auto weak = verify(world, {.order = "in-turn-iran-first"}).watching[0];
    CHECK_FALSE(weak.steps[0].rate);         // always is too little
    CHECK(weak.steps[0].visits == 2);        // 1 - 0.8^2 = 0.36
    CHECK_FALSE(weak.steps[0].kept_honest);  // 4 of 3
    CHECK(near(weak.cost, 4));
    CHECK(near(weak.short_of, 1));
}

TEST_CASE("a step that waiting makes dishonest is not shown with days it has left") {
    // found out with 0.36 of the 1/3 needed; but a month off the 6 are worth too little
    scenario world = inspected_world();
    world.sequence->steps[2].pretence = sequence::faking{3, 0.36, 10};
    const auto calm = verify(world, {.order = "in-turn-iran-first"}).steps.at(0);
    CHECK(calm.honest);
    CHECK(calm.kept.longest_delay.value() > calm.days);
    for (party& who : world.parties) {
        who.patience = discount{0.85, 30};
    }
    const auto hurried = verify(world, {.order = "in-turn-iran-first"}).steps.at(0);
    CHECK(hurried.kept.needed_discounted.value() > 0.36);
    CHECK_FALSE(hurried.honest);
    CHECK_FALSE(hurried.kept.honest);
    CHECK_FALSE(hurried.kept.longest_delay);
}

TEST_CASE("what a day sooner would need is said of steps on the boundary alone") {
    scenario world = inspected_world();
    const auto at = [&](double days) {
        world.sequence->steps[2].pretence = sequence::faking{3, 0.36, days};
        return verify(world, {.order = "in-turn-iran-first"}).steps.at(0);
    };
    const auto inside = at(10);
    REQUIRE(inside.kept.longest_delay);
    const double limit = *inside.kept.longest_delay;
    CHECK(inside.honest);
    CHECK_FALSE(inside.kept.needed_sooner);
    const auto boundary = at(limit);
    CHECK_FALSE(boundary.honest);
    REQUIRE(boundary.kept.needed_sooner);
    const auto sooner = at(limit - 1);
    CHECK(sooner.honest);
    CHECK(near(*boundary.kept.needed_sooner, *sooner.kept.needed));
    const auto beyond = at(limit + 1);
    CHECK_FALSE(beyond.honest);
    CHECK_FALSE(beyond.kept.needed_sooner);
}

TEST_CASE("an inspector's alarms and silence are weighed") {
    const verify_answer answer = verify(inspected_world(), {.order = "in-turn-iran-first"});
    REQUIRE(answer.watching[0].beliefs.size() == 1);
    const watched_belief& moved = answer.watching[0].beliefs[0];
    CHECK(moved.believer == "United States");
    CHECK(moved.about == "Iran");
    CHECK(near(moved.before, 0.5));
    CHECK(near(*moved.needed, 0.4));
    REQUIRE(moved.reports.size() == 2);
    CHECK(moved.reports[0].seen == observation::accusation);
    CHECK(near(moved.reports[0].after, 1.0 / 6));
    CHECK(moved.reports[0].enough == false);
    CHECK(moved.reports[0].most == 0);
    CHECK(moved.reports[1].seen == observation::silence);
    CHECK(near(moved.reports[1].after, 9.0 / 14));
    CHECK(moved.reports[1].enough == true);
    // somebody else may have done it: an act without a name
    scenario doubtful = inspected_world();
    doubtful.compliance.inspectors[0].attribution = 0.5;
    doubtful.compliance.inspectors[0].others = 0.5;
    const auto more = verify(doubtful, {.order = "in-turn-iran-first"}).watching[0].beliefs[0];
    REQUIRE(more.reports.size() == 3);
    CHECK(more.reports[1].seen == observation::act);
    CHECK(near(more.reports[1].after, 0.5));  // 0.5 x 0.5 either way
    CHECK(more.reports[1].enough == true);
    // what nobody believes anything of is not moved
    doubtful.sequence->trust = {};
    CHECK(verify(doubtful).watching[0].beliefs.empty());
}

TEST_CASE("the steps of the back channel need what the file's numbers say") {
    const scenario world = bundled_world("backchannel-2025");
    const verify_answer answer = verify(world);
    const auto first = question::sequence(world).variants[0];
    CHECK(answer.order == first.least_trust.steps);
    CHECK(answer.order_name.empty());
    CHECK(answer.deal == "nash");
    REQUIRE(answer.steps.size() == 5);
    for (std::size_t k = 0; k < answer.steps.size(); ++k) {
        CHECK(answer.steps[k].kept.step == first.detection[k].step);
        CHECK(answer.steps[k].kept.needed == first.detection[k].needed);
        CHECK(answer.steps[k].honest);
    }
    REQUIRE(answer.watching.size() == 2);
    CHECK(answer.watching[0].said.name == "IAEA");
    CHECK(answer.watching[0].steps.size() == 3);
    CHECK(answer.watching[1].steps.size() == 2);
    // national technical means alone: no rate of looking deters arming proxies
    CHECK_FALSE(answer.watching[1].steps[1].rate);
    CHECK(answer.assumed_numbers > question::sequence(world).assumed_numbers);
}

TEST_CASE("without anything to fake or anybody to look the answer says so") {
    const verify_answer vienna = verify(bundled_world("vienna-2022"));
    CHECK(vienna.order.size() == 12);
    CHECK(vienna.steps.empty());
    CHECK(vienna.watching.empty());
    CHECK_THROWS_WITH_AS(verify(bundled_world("orange")),
                         "this scenario has no steps; a [[step]] says who does what, see the guide",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(verify(bundled_world("four-steps"), {.order = "in-turn"}),
                         doctest::Contains("no order 'in-turn'"), std::invalid_argument);
    // nobody would begin: no order, no steps
    scenario hopeless = inspected_world();
    hopeless.sequence->completion = {-100, {}};
    const verify_answer none = verify(hopeless);
    CHECK(none.order.empty());
    CHECK(none.refused == "No order is carried out, however much the parties trust one another");
    const verify_answer named = verify(hopeless, {.order = "us-all-first"});
    CHECK(named.order.size() == 4);
    CHECK_FALSE(named.feasible);
    CHECK_FALSE(named.watching[0].beliefs[0].needed);
    CHECK_FALSE(named.watching[0].beliefs[0].reports[0].enough);
}

TEST_CASE("where a search is too large a beam is looked at") {
    const verify_answer answer = verify(inspected_world(), {.maximum_ideals = 2});
    CHECK(answer.order.size() == 4);
    CHECK(answer.refused.find("another order may need less trust") != std::string::npos);
    const verify_answer kept = verify(inspected_world(), {.variant = "us-all-first"});
    CHECK(kept.order_name == "us-all-first");
    CHECK(kept.order == std::vector<std::string>{"U1", "U2", "I1", "I2"});
}
