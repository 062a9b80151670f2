// What a scenario may say of carrying out, and what is wrong with the rest.
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;

namespace {

/// What validate says after one change to a sound scenario with steps, as "path: message" lines.
std::string after_change(const std::function<void(scenario&, sequence::section&)>& change) {
    scenario world = tests::tiny_scenario();
    world.sequence = tests::some_steps();
    sequence::section said = *world.sequence;
    change(world, said);
    world.sequence = said;
    std::string text;
    for (const diagnostic& d : validate(world)) {
        text += (text.empty() ? "" : "\n") + d.path + ": " + d.message;
    }
    return text;
}

std::string after_change(const std::function<void(sequence::section&)>& change) {
    return after_change([&](scenario&, sequence::section& s) { change(s); });
}

const std::vector<double> never_numbers{std::nan(""), std::numeric_limits<double>::infinity(), 1e6};

}  // namespace

TEST_CASE("sound steps have no diagnostics") {
    CHECK(after_change([](sequence::section&) {}) == "");
    CHECK(after_change([](sequence::section& s) { s = {}; }) == "");
    CHECK(after_change([](sequence::section& s) { s.variants[0].order = "ship first"; }) != "");
    CHECK(after_change([](sequence::section& s) {
              s.variants[0].after.clear();
              s.variants[0].order = "ship first";
          }) == "");
}

TEST_CASE("a number by party is for all, or for parties at the table once each") {
    CHECK(after_change([](sequence::section& s) { s.completion.all = 1; }) ==
          "sequence.completion: a number is for all parties or for those named; got both");
    CHECK(after_change([](sequence::section& s) { s.trust.named[1].first = "Byer"; }) ==
          "sequence.trust.Byer: no party or onlooker 'Byer'; did you mean 'Buyer'? known: Seller, "
          "Buyer, Neighbour");
    CHECK(after_change([](sequence::section& s) {
              s.steps[0].value.named[1].first = "Neighbour";
          }) == "step.pay.value.Neighbour: no party 'Neighbour'; known: Seller, Buyer");
    CHECK(after_change([](sequence::section& s) { s.trust.named[1].first = "Seller"; }) ==
          "sequence.trust.Seller: 'Seller' has a number already");
}

TEST_CASE("all numbers of the steps keep their ranges") {
    const auto refuses = [](const std::function<void(sequence::section&, double)>& put,
                            std::vector<double> wrong) {
        wrong.insert(wrong.end(), never_numbers.begin(), never_numbers.end());
        for (const double x : wrong) {
            CAPTURE(x);
            CHECK(after_change([&](sequence::section& s) { put(s, x); }) != "");
        }
    };
    refuses([](sequence::section& s, double x) { s.completion.named[0].second = x; }, {-1e6});
    refuses([](sequence::section& s, double x) { s.breakdown.all = x; }, {-0.1});
    refuses([](sequence::section& s, double x) { s.trust.named[0].second = x; }, {0, 1, -0.1});
    refuses([](sequence::section& s, double x) { s.steps[0].value.named[0].second = x; }, {-1e6});
    refuses([](sequence::section& s, double x) { s.steps[1].implements->share = x; },
            {0, -0.5, 1.5});
    refuses([](sequence::section& s, double x) { s.steps[1].undone.all = x; }, {-0.1, 1.1});
    refuses([](sequence::section& s, double x) { s.steps[2].undone.named[1].second = x; },
            {-0.1, 1.1});
    refuses([](sequence::section& s, double x) { s.steps[0].days = x; }, {-1});
    refuses([](sequence::section& s, double x) { s.steps[0].defection = x; }, {-0.1, 1});
    refuses([](sequence::section& s, double x) { s.steps[2].pretence->saves = x; }, {-0.1});
    refuses([](sequence::section& s, double x) { s.steps[1].saved_share = x; }, {-0.1, 1.1});
    refuses([](sequence::section& s, double x) { s.steps[2].pretence->detection = x; },
            {-0.1, 1.1});
    refuses([](sequence::section& s, double x) { s.steps[2].pretence->window_days = x; }, {-0.1});
    refuses([](sequence::section& s, double x) { s.variants[1].undone = x; }, {-0.1, 1.1});
    refuses([](sequence::section& s, double x) { s.variants[1].completion.all = x; }, {-1e6});
    CHECK(after_change([](sequence::section& s) { s.steps[1].undone.all = 1.5; }) ==
          "step[\"ship, first half\"].undone: a share undone must lie in [0, 1]; got 1.5");
}

TEST_CASE("a step is somebody's at the table and has values or implements an issue") {
    CHECK(after_change([](sequence::section& s) { s.steps[0].party = "Neighbour"; }) ==
          "step.pay.party: no party 'Neighbour'; known: Seller, Buyer");
    CHECK(after_change([](sequence::section& s) { s.steps[0].value = {}; }) ==
          "step.pay: step 'pay' needs 'value' or 'implements'; got neither");
    CHECK(after_change([](sequence::section& s) {
              s.steps[0].implements = sequence::implementation{"price", 1};
          }) ==
          "step.pay.implements: a step has values of its own or implements an issue; got both");
    CHECK(after_change([](sequence::section& s) { s.steps[0].source = "s"; }) ==
          "step.pay.source: no source 's'; none is known");
}

TEST_CASE("faking saves an amount or a share") {
    CHECK(after_change([](sequence::section& s) { s.steps[1].pretence->saves = 1; }) ==
          "step[\"ship, first half\"].fake.share: faking saves an amount or a share of the cost; "
          "got both");
    CHECK(after_change([](sequence::section& s) { s.steps[1].pretence.reset(); }) ==
          "step[\"ship, first half\"].fake.share: a share that faking saves needs the faking; got "
          "none");
}

TEST_CASE("detection may hang on the deal that is carried out") {
    using hanging = sequence::conditional_detection;
    const auto after = [](const std::function<void(sequence::written_step&)>& change) {
        return after_change([&](sequence::section& s) {
            s.steps[1].detection_if = hanging{{{"colour", {"blue"}}}, 0.5};
            change(s.steps[1]);
        });
    };
    const std::string place = "step[\"ship, first half\"].fake.";
    CHECK(after([](sequence::written_step&) {}) == "");
    CHECK(after([](sequence::written_step& s) { s.detection_if->otherwise = 1.5; }) ==
          place + "else: a probability of detection must lie in [0, 1]; got 1.5");
    CHECK(after([](sequence::written_step& s) { s.detection_if->given.clear(); }) ==
          place + "if: detection hangs on at least one condition; got none");
    CHECK(after([](sequence::written_step& s) { s.detection_if->given[0].issue = "color"; }) ==
          place + "if.color: no issue 'color'; did you mean 'colour'? known: colour, price");
    CHECK(after([](sequence::written_step& s) { s.detection_if->given[0].options = {"bleu"}; }) ==
          place +
              "if.colour[0]: issue 'colour' has no option 'bleu'; did you mean 'blue'? known: "
              "red, blue");
    CHECK(after([](sequence::written_step& s) { s.detection_if->given[0].options.clear(); }) ==
          place + "if.colour: a condition needs at least one option; got none");
    CHECK(after([](sequence::written_step& s) {
              s.detection_if->given.push_back(s.detection_if->given[0]);
          }) == place + "if.colour: issue 'colour' is there twice");
    CHECK(after([](sequence::written_step& s) {
              s.pretence.reset();
              s.saved_share.reset();
          }) == place + "if: what detection hangs on needs the faking; got none");
}

TEST_CASE("detection hangs on no deal where no step carries one out") {
    CHECK(
        after_change([](sequence::section& s) {
            for (sequence::written_step& step : s.steps) {
                if (step.implements) {
                    step.implements.reset();
                    step.value.all = 1;
                }
            }
            s.steps[2].detection_if = sequence::conditional_detection{{{"colour", {"blue"}}}, 0.5};
        }) ==
        "step[\"ship, second half\"].fake.if: detection hangs on the deal, which no step carries "
        "out; give some step 'implements'");
    // a step with values of its own may hang on a deal that another one carries out
    CHECK(
        after_change([](sequence::section& s) {
            s.steps[0].pretence = sequence::faking{1, 0.9, 0};
            s.steps[0].detection_if = sequence::conditional_detection{{{"colour", {"blue"}}}, 0.5};
        }) == "");
}

TEST_CASE("what is implemented is an issue, and no more than all of it") {
    CHECK(after_change([](sequence::section& s) { s.steps[1].implements->issue = "color"; }) ==
          "step[\"ship, first half\"].implements.issue: no issue 'color'; did you mean 'colour'? "
          "known: colour, price");
    CHECK(after_change([](sequence::section& s) { s.steps[2].implements->share = 0.75; }) ==
          "step[\"ship, second half\"].implements.share: the steps that implement issue 'colour' "
          "must sum to at most 1; got 1.25");
    CHECK(after_change([](sequence::section& s) {
              for (std::size_t k = 0; k < 10; ++k) {
                  s.steps.push_back(s.steps[1]);
                  s.steps.back().name = "tenth " + std::to_string(k);
                  s.steps.back().implements = sequence::implementation{"price", 0.1};
              }
              s.orders.clear();
              s.variants.clear();
          }) == "");  // sums of tenths are not quite 1
}

TEST_CASE("an implemented issue is worth the same whatever else is agreed") {
    CHECK(after_change([](scenario& w, sequence::section&) {
              w.parties[0].combine = aggregation::multiplicative;
              w.parties[0].weights = {{"colour", 0.4}, {"price", 0.3}};
          }) ==
          "step[\"ship, first half\"].implements.issue: steps need additive preferences; those of "
          "'Seller' are multiplicative\n"
          "step[\"ship, second half\"].implements.issue: steps need additive preferences; those of "
          "'Seller' are multiplicative");
    CHECK(after_change([](scenario& w, sequence::section& s) {
              w.parties[0].weights = {{"colour", 0.3}, {"price", 0.6}};
              w.parties[0].interactions = {{{"colour", "price"}, 0.1, {}}};
              s.steps[2].implements->issue = "price";
          }) ==
          "step[\"ship, first half\"].implements.issue: steps need additive preferences; 'Seller' "
          "has an interaction over issue 'colour'\n"
          "step[\"ship, second half\"].implements.issue: steps need additive preferences; 'Seller' "
          "has an interaction over issue 'price'");
    // values that are stated ask nothing of preferences, nor does an issue of no weight
    CHECK(after_change([](scenario& w, sequence::section& s) {
              w.parties[0].combine = aggregation::multiplicative;
              w.parties[0].weights = {{"price", 1}};
              s.steps[0].note = "stated";
          }) == "");
    CHECK(after_change([](scenario& w, sequence::section&) {
              w.onlookers[0].combine = aggregation::multiplicative;
              w.onlookers[0].weights = {{"colour", 0.4}, {"price", 0.3}};
          }) == "");
}

TEST_CASE("steps and orders and variants have names, each once") {
    CHECK(after_change([](sequence::section& s) {
              s.steps[3].name = "pay";
          }).find("step.pay: 'pay' names a step twice") == 0);
    CHECK(after_change([](sequence::section& s) { s.orders[1].name = "as agreed"; }) ==
          "order[\"as agreed\"]: 'as agreed' names an order twice");
    CHECK(after_change([](sequence::section& s) { s.variants[1].name = ""; }) ==
          "variant[\"\"]: a name of a variant must not be empty");
    CHECK(after_change([](sequence::section& s) { s.variants[1].name = "*"; }) ==
          "variant.*: '*' stands for any name and cannot name a variant");
    CHECK(after_change([](sequence::section& s) { s.variants[1].name = "as agreed"; }) ==
          "variant[\"as agreed\"]: 'as agreed' names an order already; a variant needs a name of "
          "its own");
}

TEST_CASE("steps that wait for one another are named") {
    CHECK(after_change([](sequence::section& s) {
              s.orders.clear();
              s.variants.clear();
              s.steps[0].after = {"thank"};
              s.steps[3].after = {"pay"};
          }) == "step.pay.after: steps wait for one another: pay before thank before pay");
    CHECK(after_change([](sequence::section& s) { s.steps[0].after = {"pay"}; }) ==
          "step.pay.after: steps wait for one another: pay before pay");
    CHECK(after_change([](sequence::section& s) {
              s.steps[0].after = {"thnak", "thnak"};
          }) ==
          "step.pay.after[0]: no step 'thnak'; did you mean 'thank'? known: pay, ship, first half, "
          "ship, second half, thank\n"
          "step.pay.after[1]: no step 'thnak'; did you mean 'thank'? known: pay, ship, first half, "
          "ship, second half, thank\n"
          "step.pay.after[1]: step 'thnak' is there twice");
}

TEST_CASE("a long circle is told by its beginning") {
    const std::string text = after_change([](sequence::section& s) {
        s = {};
        for (std::size_t k = 0; k < 20; ++k) {
            s.steps.emplace_back();
            s.steps.back().name = "s" + std::to_string(k);
            s.steps.back().party = "Buyer";
            s.steps.back().value = {1, {}};
            s.steps.back().after = {"s" + std::to_string((k + 19) % 20)};
        }
    });
    CHECK(text ==
          "step.s0.after: steps wait for one another: s0 before s1 before s2 before s3 before s4 "
          "before s5 before s6 before s7 before s8 before s9 before … before s0");
}

TEST_CASE("a variant may not turn the steps into a circle") {
    CHECK(
        after_change([](sequence::section& s) {
            s.variants[1].after = {{"ship, first half", {"ship, second half"}}};
        }) ==
        "variant[\"nothing comes back\"].after[\"ship, first half\"]: steps wait for one another: "
        "ship, first half before ship, second half before ship, first half");
    CHECK(after_change([](sequence::section& s) { s.variants[0].after[1].first = "thanks"; }) ==
          "variant[\"payment first\"].after.thanks: no step 'thanks'; did you mean 'thank'? known: "
          "pay, ship, first half, ship, second half, thank");
    CHECK(after_change([](sequence::section& s) { s.variants[0].after[1].second = {"pya"}; }) ==
          "variant[\"payment first\"].after.thank[0]: no step 'pya'; did you mean 'pay'? known: "
          "pay, ship, first half, ship, second half, thank");
    CHECK(
        after_change(
            [](sequence::section& s) { s.variants[0].after[1].first = "ship, first half"; }) ==
        "variant[\"payment first\"].after[\"ship, first half\"]: step 'ship, first half' is there "
        "twice");
}

TEST_CASE("an order has every step once and none too early") {
    CHECK(after_change([](sequence::section& s) { s.orders[1].steps.pop_back(); }) ==
          "order[\"ship first\"].steps: order 'ship first' must have every step; 'thank' is "
          "missing");
    CHECK(after_change([](sequence::section& s) { s.orders[1].steps = {}; }) ==
          "order[\"ship first\"].steps: order 'ship first' must have every step; 'pay', 'ship, "
          "first half', 'ship, second half', 'thank' are missing");
    CHECK(after_change([](sequence::section& s) { s.orders[1].steps[3] = "pay"; }) ==
          "order[\"ship first\"].steps[3]: step 'pay' is there twice");
    CHECK(after_change([](sequence::section& s) { s.orders[1].steps[3] = "thanks"; }) ==
          "order[\"ship first\"].steps[3]: no step 'thanks'; did you mean 'thank'? known: pay, "
          "ship, first half, ship, second half, thank");
    CHECK(after_change([](sequence::section& s) {
              std::swap(s.orders[1].steps[0], s.orders[1].steps[1]);
          }) ==
          "order[\"ship first\"].steps[0]: step 'ship, second half' comes too early; 'ship, first "
          "half' has to come before it");
    CHECK(after_change([](sequence::section& s) { s.orders[1].source = "s"; }) ==
          "order[\"ship first\"].source: no source 's'; none is known");
}

TEST_CASE("what an order lacks is counted where it is much") {
    const std::string text = after_change([](sequence::section& s) {
        for (std::size_t k = 0; k < 4; ++k) {
            s.steps.push_back(s.steps[3]);
            s.steps.back().name = "thank again, " + std::to_string(k);
        }
        s.orders.resize(1);
        s.orders[0].steps = {"pay"};
    });
    CHECK(text ==
          "order[\"as agreed\"].steps: order 'as agreed' must have every step; 'ship, first half', "
          "'ship, second half', 'thank', 'thank again, 0', 'thank again, 1' and 2 more are "
          "missing");
}

TEST_CASE("a variant fixes an order that it allows") {
    CHECK(after_change([](sequence::section& s) { s.variants[0].order = "as agred"; }) ==
          "variant[\"payment first\"].order: no order 'as agred'; did you mean 'as agreed'? known: "
          "as agreed, ship first");
    CHECK(after_change([](sequence::section& s) { s.variants[0].order = "ship first"; }) ==
          "variant[\"payment first\"].order: order 'ship first' has 'ship, first half' before "
          "'pay', which has to come first in this variant");
}

TEST_CASE("there is a limit to steps and orders and variants") {
    CHECK(after_change([](sequence::section& s) {
              s.steps.resize(129);
              s.orders.resize(1001);
              s.variants.resize(1001);
          }) ==
          "step: a scenario has at most 128 steps; got 129\n"
          "order: a scenario has at most 1000 orders; got 1001\n"
          "variant: a scenario has at most 1000 variants; got 1001");
}

TEST_CASE("tranches keep to their ranges") {
    const auto after = [](auto change) {
        return after_change([&](sequence::section& s) {
            s.tranches = tests::some_tranches();
            change(*s.tranches);
        });
    };
    using tranches = sequence::written_tranches;
    CHECK(after([](tranches&) {}).empty());
    CHECK(after([](tranches& t) { t.cost = -1; }) ==
          "tranches.cost: a cost of a unit must lie in [0, 1e6); got -1");
    CHECK(after([](tranches& t) { t.worth = 1e6; }) ==
          "tranches.worth: a worth of a unit must lie in [0, 1e6); got 1000000");
    CHECK(after([](tranches& t) { t.defection = 1; }) ==
          "tranches.defection: a chance of defection must lie in [0, 1); got 1");
    CHECK(after([](tranches& t) { t.trust = 0; }) ==
          "tranches.trust: a prior belief must lie in (0, 1); got 0");
    CHECK(after([](tranches& t) { t.target = 1.5; }) ==
          "tranches.target: a target must lie in (0, 1]; got 1.5");
    CHECK(after([](tranches& t) { t.days = -1; }) ==
          "tranches.days: days must lie in [0, 1e6); got -1");
    CHECK(after([](tranches& t) { t.hazard->rate = -1; }) ==
          "tranches.hazard.rate: a rate of shocks must lie in [0, 1e6); got -1");
    CHECK(after([](tranches& t) { t.hazard->period = 0; }) ==
          "tranches.hazard.per: a period must be longer than 0 days; got 0");
    CHECK(after([](tranches& t) { t.days = 0; }) ==
          "tranches.hazard: a hazard needs tranches that take time; 'days' of tranches is 0");
    CHECK(after([](tranches& t) {
              t.days = 0;
              t.hazard.reset();
          }).empty());
    CHECK(after([](tranches& t) { t.source = "s"; }) ==
          "tranches.source: no source 's'; none is known");
}

TEST_CASE("freezing leaves out what is said of carrying out") {
    scenario world = tests::tiny_scenario();
    const problem without = freeze(world);
    world.sequence = tests::some_steps();
    CHECK(freeze(world) == without);
}

TEST_CASE("who goes first is an issue whose options are orders") {
    const auto on_table = [](scenario& world, sequence::section&) {
        issue order;
        order.name = "order";
        order.kind = issue_kind::order;
        order.options = {std::string("as agreed"), std::string("ship first")};
        world.issues.push_back(order);
    };
    CHECK(after_change(on_table) == "");
    CHECK(after_change([&](scenario& world, sequence::section& s) {
              on_table(world, s);
              world.issues.back().options[1] = std::string("ship frist");
          }) ==
          "issue.order.options[1]: no order 'ship frist'; did you mean 'ship first'? known: "
          "as agreed, ship first");
    CHECK(after_change([&](scenario& world, sequence::section& s) {
              on_table(world, s);
              s.trust.named.pop_back();
          }) ==
          "sequence.trust: who goes first is on the table, so 'Buyer' needs a prior belief "
          "that the others carry the deal out; got none");
    CHECK(after_change([&](scenario& world, sequence::section& s) {
              on_table(world, s);
              world.issues.push_back(world.issues.back());
              world.issues.back().name = "sequence";
          }) ==
          "issue.sequence.kind: a scenario has one issue of kind 'order'; 'order' is one already");
    CHECK(after_change([&](scenario& world, sequence::section& s) {
              on_table(world, s);
              s.steps[1].implements->issue = "order";
          }) ==
          "step[\"ship, first half\"].implements.issue: a step cannot carry out issue "
          "'order', which is the order of the steps itself");
}
