#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_chambers.hpp>
#include <support/some_hazards.hpp>
#include <support/some_inspectors.hpp>
#include <support/some_steps.hpp>
#include <support/some_talks.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/numbers.hpp>

using namespace negotiation;
using tests::tiny_scenario;

namespace {

std::vector<std::string> places(const scenario& world) {
    std::vector<std::string> list;
    for (const located_number& n : numbers(world)) {
        list.push_back(to_string(n.place));
    }
    return list;
}

std::size_t assumed(const scenario& world) {
    const auto all = numbers(world);
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const located_number& n) { return n.assumed; }));
}

}  // namespace

TEST_CASE("every number of a party is found once") {
    scenario world = tiny_scenario();
    world.onlookers.clear();
    world.parties.resize(1);
    party& seller = world.parties[0];
    seller.values.emplace_back("other", piecewise_linear_value{{{0, 0.5}, {10, 1}}});
    seller.interactions = {{{"colour", "price"}, 0.5, {1, 2}}};
    seller.risk = prospect{0.9, 2, 0.5};
    seller.patience = discount{0.9, 7};
    const std::vector<std::string> expected{"issue.price.range[0]",
                                            "issue.price.range[1]",
                                            "issue.price.step",
                                            "party.Seller.reservation",
                                            "party.Seller.weights.colour",
                                            "party.Seller.weights.price",
                                            "party.Seller.values.colour[0]",
                                            "party.Seller.values.colour[1]",
                                            "party.Seller.values.price.exponent",
                                            "party.Seller.values.price.worst",
                                            "party.Seller.values.price.best",
                                            "party.Seller.values.other.points[0][0]",
                                            "party.Seller.values.other.points[0][1]",
                                            "party.Seller.values.other.points[1][0]",
                                            "party.Seller.values.other.points[1][1]",
                                            "party.Seller.interaction[0].weight",
                                            "party.Seller.interaction[0].table[0]",
                                            "party.Seller.interaction[0].table[1]",
                                            "party.Seller.risk.alpha",
                                            "party.Seller.risk.lambda",
                                            "party.Seller.risk.reference",
                                            "party.Seller.discount.factor"};
    CHECK(places(world) == expected);
}

TEST_CASE("levels of listed options and reported terms are numbers too") {
    scenario world;
    issue stock;
    stock.name = "stock";
    stock.options = {std::int64_t{300}, 9248.5};
    world.issues = {stock};
    breakout months;
    months.name = "months";
    months.levels = {{std::string("low"), 3.67}};
    months.holdings = {{std::int64_t{300}, {202.8, 60, false}}};
    world.reported = {months};
    const std::vector<std::string> expected{"issue.stock.options[0]",
                                            "issue.stock.options[1]",
                                            "reported.months.product",
                                            "reported.months.quantity",
                                            "reported.months.feed",
                                            "reported.months.tails",
                                            "reported.months.work_per_machine",
                                            "reported.months.levels.low",
                                            "reported.months.holding[0].kilograms",
                                            "reported.months.holding[0].enrichment"};
    CHECK(places(world) == expected);
    CHECK(numbers(world)[1].value == doctest::Approx(9248.5));
}

TEST_CASE("constraints and red lines have a number where they bite") {
    scenario world = tiny_scenario();
    world.onlookers.clear();
    world.parties.resize(1);
    world.constraints = {
        {"c", {{"price", {50.0, 100.0}}, {"colour", {std::string("red")}}}, {{"price", {0.0}}}},
        {"d", {{"price", {100.0}}}, {}}};
    world.parties[0].red_lines = {{"colour", {std::string("red")}, false},
                                  {"price", {0.0, 50.0}, true}};
    const auto all = places(world);
    const auto there = [&](const char* place) {
        return std::count(all.begin(), all.end(), place) == 1;
    };
    CHECK(there("constraint.c.if.price"));
    CHECK(!there("constraint.c.if.colour"));
    CHECK(there("constraint.c.then.price"));
    CHECK(there("constraint.d.forbid.price"));
    CHECK(!there("party.Seller.red_lines[0].allow"));
    CHECK(there("party.Seller.red_lines[1].allow"));
}

TEST_CASE("numbers without source or assumption are named") {
    scenario world = tiny_scenario();
    world.sources = {{"s", "somewhere", ""}};
    number_summary bare = summarise_numbers(world);
    CHECK(bare.all == numbers(world).size());
    CHECK(bare.assumed == 0);
    CHECK(bare.unsourced == bare.all);
    CHECK(bare.unsourced_places == std::vector<std::string>{"issue.price", "party.Seller",
                                                            "party.Buyer", "onlooker.Neighbour"});
    world.issues[1].source = "s";
    world.sources[0].covers = {"party.Buyer.values", "party.Seller.weights.price"};
    world.assumptions = {{"*.*.reservation", ""}, {"onlooker", ""}};
    const number_summary some = summarise_numbers(world);
    CHECK(some.unsourced_places == std::vector<std::string>{"party.Seller.weights.colour",
                                                            "party.Seller.values",
                                                            "party.Buyer.weights"});
    CHECK(some.unsourced == 1 + 5 + 2);
    CHECK(unsourced_numbers(world) == some.unsourced);
    world.assumptions = {{"party", ""}, {"onlooker", ""}};
    CHECK(summarise_numbers(world).unsourced_places.empty());
}

TEST_CASE("assumptions mark what they cover") {
    scenario world = tiny_scenario();
    CHECK(assumed(world) == 0);
    world.assumptions = {{"party.*.weights", ""}};
    CHECK(assumed(world) == 4);
    world.assumptions.push_back({"party.Seller.weights.price", ""});  // covered already
    CHECK(assumed(world) == 4);
    world.assumptions.push_back({"not a path", ""});
    CHECK(assumed(world) == 4);
    world.assumptions.push_back({"*", ""});
    CHECK(assumed(world) == numbers(world).size());
}

TEST_CASE("only the parties at the table count") {
    scenario world = tiny_scenario();
    world.assumptions = {{"*", "everything"}};
    world.parties[0].risk = cara{2};  // part of no answer about which deals exist
    world.parties[0].patience = discount{0.9, 1};
    // range and step; reservation, two weights, values (2 + 3) of the seller; 1 + 2 + 3 of the
    // buyer
    CHECK(assumed_numbers(world, "") == 3 + 8 + 6);
    CHECK(assumed_numbers(world, "", {"Neighbour"}) == 3 + 8 + 6 + 8);
    CHECK(assumed_numbers(world, "", {"Nobody"}) == 3 + 8 + 6);
}

TEST_CASE("only issues in scope count") {
    scenario world = tiny_scenario();
    world.assumptions = {{"issue", ""}};
    world.scopes = {{"colours", {"colour"}}, {"prices", {"price"}}};
    CHECK(assumed_numbers(world, "") == 3);
    CHECK(assumed_numbers(world, "prices") == 3);
    CHECK(assumed_numbers(world, "colours") == 0);
}

TEST_CASE("the talks have numbers, those of specs included") {
    scenario world = tiny_scenario();
    world.parties.clear();
    world.onlookers.clear();
    world.issues.clear();
    world.protocol = tests::some_talks();
    const std::vector<std::string> expected{"protocol.kind.temperature",
                                            "protocol.rounds",
                                            "protocol.days_per_round",
                                            "protocol.breakdown",
                                            "protocol.votes.Seller",
                                            "protocol.votes.Neighbour",
                                            "protocol.strategies.Seller.e",
                                            "protocol.strategies.Neighbour.e",
                                            "channel.leak_rate",
                                            "channel.audience_cost",
                                            "mediator.Qatar.role.noise",
                                            "mediator.Qatar.role.delay",
                                            "mediator.Qatar.bias",
                                            "mediator.Oman.bias",
                                            "mediator.Oman.reservation"};
    CHECK(places(world) == expected);
    world.protocol->more_than_quota = false;
    world.protocol->quota = 0.75;
    CHECK(places(world).size() == expected.size() + 1);
    CHECK(places(world)[4] == "protocol.agreement");
}

TEST_CASE("numbers of the talks without source or assumption are named") {
    scenario world = tiny_scenario();
    world.assumptions = {{"party", ""}, {"onlooker", ""}, {"issue", ""}};
    world.protocol = tests::some_talks();
    CHECK(summarise_numbers(world).unsourced_places ==
          std::vector<std::string>{"protocol", "channel", "mediator.Qatar", "mediator.Oman"});
    world.assumptions.push_back({"protocol.rounds", ""});
    world.assumptions.push_back({"channel.*", ""});
    world.protocol->mediators[0].source = "s";
    world.sources = {{"s", "somewhere", ""}};
    CHECK(summarise_numbers(world).unsourced_places ==
          std::vector<std::string>{"protocol.kind", "protocol.days_per_round", "protocol.breakdown",
                                   "protocol.votes", "protocol.strategies", "mediator.Oman"});
    // A channel that does not leak needs no source, said or not.
    world.assumptions.pop_back();
    world.protocol->leak_rate = 0;
    CHECK(summarise_numbers(world).unsourced_places.size() == 7);
    CHECK(summarise_numbers(world).unsourced_places[5] == "channel.audience_cost");
    world.protocol->audience_cost = 0;
    CHECK(summarise_numbers(world).unsourced_places.size() == 6);
    CHECK(unsourced_numbers(world) == summarise_numbers(world).unsourced);
}

TEST_CASE("answers about the talks count what the talks are assumed to be") {
    scenario world = tiny_scenario();
    world.assumptions = {{"*", "everything"}};
    world.parties[0].patience = discount{0.9, 1};
    world.onlookers[0].patience = discount{0.9, 1};
    const std::size_t deals = assumed_numbers(world, "");
    CHECK(assumed_numbers_of_talks(world, "") == deals + 1);  // the seller's discount factor
    world.protocol = tests::some_talks();
    CHECK(assumed_numbers(world, "") == deals);
    // 15 numbers, of which the onlooker's votes and strategy are two
    CHECK(assumed_numbers_of_talks(world, "") == deals + 1 + 13);
    CHECK(assumed_numbers_of_talks(world, "", {"Neighbour"}) == deals + 8 + 2 + 15);
    world.protocol->discount = talks::discounting::none;
    CHECK(assumed_numbers_of_talks(world, "") == deals + 13);
    world.assumptions = {{"mediator.*.bias", ""}};
    CHECK(assumed_numbers_of_talks(world, "") == 2);
    CHECK(assumed_numbers(world, "") == 0);
}

TEST_CASE("carrying out has numbers, those for all at the key itself") {
    scenario world;
    world.sequence = tests::some_steps();
    const std::vector<std::string> expected{"sequence.completion.Seller",
                                            "sequence.completion.Buyer",
                                            "sequence.breakdown",
                                            "sequence.trust.Seller",
                                            "sequence.trust.Buyer",
                                            "step.pay.value.Seller",
                                            "step.pay.value.Buyer",
                                            "step.pay.days",
                                            "step.pay.defection",
                                            "step[\"ship, first half\"].implements.share",
                                            "step[\"ship, first half\"].undone",
                                            "step[\"ship, first half\"].days",
                                            "step[\"ship, first half\"].defection",
                                            "step[\"ship, first half\"].fake.share",
                                            "step[\"ship, first half\"].fake.detection",
                                            "step[\"ship, first half\"].fake.days",
                                            "step[\"ship, second half\"].implements.share",
                                            "step[\"ship, second half\"].undone.Seller",
                                            "step[\"ship, second half\"].undone.Buyer",
                                            "step[\"ship, second half\"].days",
                                            "step[\"ship, second half\"].defection",
                                            "step[\"ship, second half\"].fake.saves",
                                            "step[\"ship, second half\"].fake.detection",
                                            "step[\"ship, second half\"].fake.days",
                                            "step.thank.value",
                                            "step.thank.days",
                                            "step.thank.defection",
                                            "variant[\"nothing comes back\"].undone",
                                            "variant[\"nothing comes back\"].completion"};
    CHECK(places(world) == expected);
    const auto all = numbers(world);
    CHECK(all[2].value == 0.5);
    CHECK(all[13].value == 0.5);
    CHECK(all[21].value == 1.5);
}

TEST_CASE("numbers of carrying out without source or assumption are named") {
    scenario world;
    world.sequence = tests::some_steps();
    world.sequence->steps[0].source = "s";
    world.assumptions = {{"step.*.fake", ""}, {"step.thank.days", ""}, {"step.thank.value", ""}};
    const number_summary summary = summarise_numbers(world);
    CHECK(summary.all == 29);
    CHECK(summary.assumed == 8);
    CHECK(summary.unsourced == 29 - 8 - 4);
    REQUIRE(summary.unsourced_places.size() == 11);
    CHECK(summary.unsourced_places[2] == "step[\"ship, first half\"].undone");
    CHECK(summary.unsourced_places[0] == "sequence");
    CHECK(summary.unsourced_places.back() == "variant[\"nothing comes back\"]");
}

TEST_CASE("answers about carrying out count what the steps are assumed to be") {
    scenario world = tiny_scenario();
    world.sequence = tests::some_steps();
    world.assumptions = {
        {"sequence", ""}, {"step.*.value", ""}, {"party.Seller.weights", ""}, {"variant", ""}};
    CHECK(assumed_numbers_of_steps(world) == 5 + 3);
    CHECK(assumed_numbers_of_steps(world, {"nothing comes back", "nobody"}) == 5 + 3 + 2);
    CHECK(assumed_numbers(world, "") == 2);
    CHECK(assumed_numbers_of_talks(world, "") == 2);
    world.sequence.reset();
    CHECK(assumed_numbers_of_steps(world) == 0);
}

TEST_CASE("answers about tranches count what the tranches are assumed to be") {
    scenario world = tiny_scenario();
    CHECK(assumed_numbers_of_tranches(world) == 0);
    world.sequence = tests::some_steps();
    world.assumptions = {{"tranches", ""}, {"step.*.value", ""}};
    CHECK(assumed_numbers_of_tranches(world) == 0);
    world.sequence->tranches = tests::some_tranches();
    CHECK(assumed_numbers_of_tranches(world) == 7);
    CHECK(assumed_numbers_of_steps(world) == 3);
    CHECK(assumed_numbers(world, "") == 0);
    world.assumptions = {{"tranches.hazard", ""}, {"tranches.trust", ""}};
    CHECK(assumed_numbers_of_tranches(world) == 2);
}

TEST_CASE("a source of the tranches stands for all their numbers") {
    scenario world;
    world.sequence.emplace();
    world.sequence->tranches = tests::some_tranches();
    CHECK(places(world) == std::vector<std::string>{"tranches.cost", "tranches.worth",
                                                    "tranches.defection", "tranches.trust",
                                                    "tranches.target", "tranches.days",
                                                    "tranches.hazard.rate"});
    CHECK(summarise_numbers(world).unsourced_places == std::vector<std::string>{"tranches"});
    world.sequence->tranches->source = "s";
    CHECK(summarise_numbers(world).unsourced == 0);
}

TEST_CASE("homes have numbers and a rule without a quota has none") {
    scenario world;
    world.ratification = tests::some_chambers();
    CHECK(places(world) ==
          std::vector<std::string>{
              "chamber.Board.seats", "chamber.Board.quota", "chamber.Board.days",
              "chamber.Auditors.days", "faction.Owners.size", "faction.Owners.weights.colour",
              "faction.Owners.weights.price", "faction.Owners.threshold", "faction.Owners.noise",
              "faction.Owners.shock", "faction.Owners.red_lines[0].allow", "faction.Staff.size",
              "faction.Staff.ally.weight", "faction.Staff.noise", "faction.Staff.shock"});
    world.ratification.chambers[0].source = "s";
    world.ratification.chambers[1].days = 0;
    world.ratification.factions[0].source = "s";
    CHECK(summarise_numbers(world).unsourced_places == std::vector<std::string>{"faction.Staff"});
}

TEST_CASE("answers about ratification count what homes are assumed to be") {
    scenario world = tiny_scenario();
    CHECK(assumed_numbers_of_ratification(world) == 0);
    world.ratification = tests::some_chambers();
    world.assumptions = {{"faction.*.noise", ""}, {"chamber", ""}, {"party.Seller.weights", ""}};
    CHECK(assumed_numbers_of_ratification(world) == 3);  // seats and days move no chance
    CHECK(assumed_numbers(world, "") == 2);
    CHECK(assumed_numbers_of_talks(world, "") == 2);
}

TEST_CASE("answers about verification count what inspectors are assumed to be") {
    scenario world = tiny_scenario();
    CHECK(assumed_numbers_of_compliance(world) == 0);
    world.compliance = tests::some_inspectors();
    world.compliance.inspectors.pop_back();
    const std::vector<std::string> all = places(world);
    CHECK(std::vector<std::string>(all.end() - 9, all.end()) ==
          std::vector<std::string>{"inspector.Agency.detection", "inspector.Agency.false_alarm",
                                   "inspector.Agency.attribution",
                                   "inspector.Agency.misattribution", "inspector.Agency.others",
                                   "inspector.Agency.days", "inspector.Agency.cost",
                                   "inspector.Agency.loss", "inspector.Agency.budget"});
    world.assumptions = {{"inspector.*.detection", ""}, {"inspector.Agency.loss", ""}};
    CHECK(assumed_numbers_of_compliance(world) == 2);
    CHECK(assumed_numbers(world, "") == 0);
    CHECK(assumed_numbers_of_steps(world) == 0);
    world.compliance.inspectors[0].source = "s";
    const auto lacking = summarise_numbers(world).unsourced_places;
    CHECK(std::none_of(lacking.begin(), lacking.end(),
                       [](const auto& place) { return place.rfind("inspector", 0) == 0; }));
}

TEST_CASE("answers about spoilers count their hazards alone") {
    scenario world = tiny_scenario();
    CHECK(assumed_numbers_of_spoilers(world) == 0);
    world.survival = tests::some_hazards();
    world.assumptions = {{"hazard", ""}, {"survival", ""}, {"event", ""}};
    CHECK(assumed_numbers_of_spoilers(world) == 3);  // of spite: value, slope, noise
    world.assumptions = {{"hazard.storm", ""}};
    CHECK(assumed_numbers_of_spoilers(world) == 0);
}

TEST_CASE("shared values count where they are written") {
    scenario world = tiny_scenario();
    world.assumptions = {{"party.*.values.colour", ""}};
    CHECK(assumed_numbers(world, "") == 2);
}

TEST_CASE("values that a party borrows count where they are written") {
    scenario world = tiny_scenario();
    world.assumptions = {{"onlooker.Neighbour.values", ""}};
    CHECK(assumed_numbers(world, "") == 0);
    const std::size_t values = summarise_numbers(world).assumed;
    world.parties[0].values_from = "Neighbour";
    CHECK(assumed_numbers(world, "") == values);
}
