#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>

#include <negotiation/question/deals.hpp>
#include <negotiation/question/scope.hpp>

#include "question/support.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;
using tests::printed;

namespace {

/// Neither counts nor talks nor flips: what all of them are built on.
scope_options plain() {
    scope_options options;
    options.counts = false;
    options.runs = 0;
    options.spread = 0;
    return options;
}

std::string better_by(const scope_answer& answer, const std::string& criterion) {
    for (const verdict_view& v : answer.verdicts) {
        if (v.criterion == criterion) {
            return v.tied ? "equal" : v.scope;
        }
    }
    return "not compared";
}

/// Two issues for two, the seller's neighbour looking on: scopes "colour" and "both".
scenario two_scopes() {
    scenario world = tests::tiny_scenario();
    world.parties[0].reservation = 0.25;
    world.parties[1].reservation = 0.25;
    world.scopes = {{"colour", {"colour"}}, {"both", {"colour", "price"}}};
    world.assumptions = {{"party", "made up"}, {"onlooker", "made up"}};
    return world;
}

survival::section spoiled_by_neighbour(double slope) {
    survival::section said;
    said.hazards.resize(1);
    said.hazards[0].name = "spite";
    said.hazards[0].value = 0.01;
    said.hazards[0].period = 30.4375;
    said.hazards[0].spoiler = survival::written_spoiler{"Neighbour", slope, 0.05};
    return said;
}

}  // namespace

// Nash deals and products from the enumeration. Israel's hazard at N1 is 0.0618 a month, and 0.01
// more for each of missiles and proxies that the narrow deal leaves as they are.
TEST_CASE("the narrow and the broad deal of the back channel") {
    const scope_answer answer = question::scope(tests::backchannel_file(), plain());
    REQUIRE(answer.scopes.size() == 2);
    const scope_view& narrow = answer.scopes[0];
    const scope_view& broad = answer.scopes[1];
    CHECK(narrow.issues.size() == 8);
    CHECK(broad.issues.size() == 12);
    CHECK(narrow.feasible == outcome_count{161700});
    CHECK(broad.feasible == outcome_count{29299200});
    CHECK_FALSE(narrow.zone);
    CHECK(narrow.empty == false);
    CHECK(near(narrow.nash.value().product, 0.005695));
    CHECK(near(broad.nash.value().product, 0.0143335));
    CHECK_FALSE(narrow.linked);
    REQUIRE(broad.linked);
    CHECK(broad.linked->beyond == "nuclear");
    CHECK(broad.linked->extra.size() == 4);
    // The broad Nash deal moves all four, so mandatory linkage costs nothing.
    CHECK(near(broad.linked->product.value(), 0.0143335));
    REQUIRE(narrow.lasting);
    CHECK(narrow.lasting->threats.at(1).spoiler == "Israel");
    CHECK(narrow.lasting->threats.at(1).monthly == printed(0.0818, 4));
    CHECK(near(narrow.lasting->spoilers.value(),
               std::pow(1 - narrow.lasting->threats.at(1).monthly, 12)));
    CHECK(narrow.passing.value().by_party[0] == printed(0.996, 3));
    CHECK(near(narrow.expected.value(),
               narrow.nash->product * narrow.passing->joint * narrow.lasting->year));
    CHECK(better_by(answer, "product") == "comprehensive");
    CHECK(better_by(answer, "passing") == "nuclear");
    CHECK(better_by(answer, "year") == "comprehensive");
    CHECK(better_by(answer, "time") == "not compared");
}

TEST_CASE("without terms the spoiler's hazard is the table's") {
    scenario world = tests::backchannel_file();
    for (survival::written_hazard& h : world.survival.value().hazards) {
        h.terms.clear();
    }
    const scope_answer answer = question::scope(world, plain());
    const lasting_view& lasting = answer.scopes[0].lasting.value();
    CHECK(lasting.threats.at(1).monthly == printed(0.0618, 4));
    CHECK(lasting.spoilers.value() == printed(0.465, 3));
}

TEST_CASE("zones are counted as deals counts them and talks are played") {
    const scenario river = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml");
    scope_options options;
    options.runs = 3;
    const scope_answer answer = question::scope(river, options);
    for (const scope_view& of : answer.scopes) {
        deals_options asked;
        asked.scope = of.name;
        const deals_answer found = deals(river, asked);
        CHECK(of.zone == found.zone.count);
        CHECK(of.nash.has_value() == found.solutions.nash.has_value());
        CHECK(of.talks.value().runs == 3);
        CHECK(of.talks->rounds > 0);
    }
    CHECK(answer.scopes[0].expected == 0.0);
    CHECK(near(answer.scopes[1].overall.value(),
               answer.scopes[1].expected.value() *
                   static_cast<double>(answer.scopes[1].talks->agreed) / 3));
    CHECK(better_by(answer, "zone") == "everything");
    CHECK(answer.tried > 0);
}

// By hand, w the seller's weight of the colour: the narrow Nash deal is blue at today's price, with
// a product of (w - 0.25) 0.75; if the price must move it is blue at 50, with (0.25 + w / 2) 0.45.
// They cross at w = 4/7. Where the price may stay, the broader scope is never worse.
TEST_CASE("a flip turns the verdict where it says") {
    scenario world = two_scopes();
    world.survival = spoiled_by_neighbour(0.2);
    world.assumptions.push_back({"hazard", "made up"});
    scope_options options = plain();
    options.spread = 0.5;
    const scope_answer answer = question::scope(world, options);
    REQUIRE(answer.complete);
    CHECK(near(answer.scopes[0].nash.value().product, 0.1125));
    CHECK(near(answer.scopes[1].linked.value().product.value(), 0.2025));
    REQUIRE(answer.flips.size() == 2);
    CHECK(answer.flips[0].path == "party.Seller.weights.price");
    CHECK(near(answer.flips[0].changed, 3.0 / 7, 1e-4));
    CHECK(answer.flips[1].path == "party.Seller.weights.colour");
    CHECK(near(answer.flips[1].changed, 4.0 / 7, 1e-4));
    for (const flip_view& f : answer.flips) {
        CHECK(f.criterion == "linked");
        CHECK(f.from == "both");
        CHECK(f.to == "colour");
    }
    const auto better_at = [&](double colour) {
        scenario other = world;
        other.parties[0].weights = {{"colour", colour}, {"price", 1 - colour}};
        return better_by(question::scope(other, plain()), "linked");
    };
    CHECK(better_at(0.57) == "both");
    CHECK(better_at(0.573) == "colour");
}

TEST_CASE("the hardliners of the Majlis can turn the verdict of the back channel") {
    const auto better_at = [](double threshold) {
        scenario world = tests::backchannel_file();
        for (ratification::written_faction& f : world.ratification.factions) {
            f.threshold = f.name == "Majlis hardliners" ? threshold : f.threshold;
        }
        return better_by(question::scope(world, plain()), "expected");
    };
    CHECK(better_at(0.62) == "comprehensive");
    CHECK(better_at(0.71) == "comprehensive");
    CHECK(better_at(0.72) == "nuclear");
}

TEST_CASE("a search for flips ends where it may look no further") {
    scope_options options = plain();
    options.spread = 0.3;
    options.evaluations = 5;
    const scope_answer answer = question::scope(two_scopes(), options);
    CHECK_FALSE(answer.complete);
    CHECK(answer.evaluations <= 6);
}

TEST_CASE("one scope is compared with every issue and none with nothing") {
    scenario world = two_scopes();
    world.scopes.resize(1);
    const scope_answer answer = question::scope(world, plain());
    REQUIRE(answer.scopes.size() == 2);
    CHECK(answer.scopes[1].name.empty());
    CHECK(answer.scopes[1].linked.value().beyond == "colour");
    world.scopes.clear();
    CHECK_THROWS_AS((void)question::scope(world, plain()), std::invalid_argument);
    scope_options twice = plain();
    twice.scopes = {"colour", "colour"};
    CHECK_THROWS_AS((void)question::scope(two_scopes(), twice), std::invalid_argument);
    twice.scopes = {"coulour"};
    CHECK_THROWS_AS((void)question::scope(two_scopes(), twice), scenario_error);
    scope_options far = plain();
    far.spread = 1.5;
    CHECK_THROWS_AS((void)question::scope(two_scopes(), far), std::invalid_argument);
}
