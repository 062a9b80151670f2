#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/backchannel.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;
using tests::near;

namespace {

/// Two issues of options 0, half, 1 with values equal to their levels; one party.
scenario two_issues(const std::vector<double>& weights) {
    scenario world;
    world.title = "Two issues";
    party who;
    who.name = "one";
    for (std::size_t k = 0; k < weights.size(); ++k) {
        issue of;
        of.name = "issue " + std::to_string(k);
        of.kind = issue_kind::ordered;
        of.unit = "of one";
        of.options = {0.0, 0.5, 1.0};
        who.weights.emplace_back(of.name, weights[k]);
        who.values.emplace_back(of.name, tabled_value{{0, 0.5, 1}});
        world.issues.push_back(std::move(of));
    }
    world.parties.push_back(std::move(who));
    return world;
}

double value(const problem& p, const outcome& deal) { return utility_of(p.table, 0, deal); }

}  // namespace

TEST_CASE("terms are whole multiples of ten to the minus twelve") {
    const problem p = freeze(two_issues({1.0 / 3, 2.0 / 3}));
    const utility_function& f = p.table.parties[0].utility;
    REQUIRE(f.terms.size() == 2);
    const auto in_units = [&](std::size_t term, std::size_t option) {
        return static_cast<units>(f.terms[term].values[option]) * f.scale.grain;
    };
    CHECK(in_units(0, 2) == 333'333'333'333);
    CHECK(in_units(1, 2) == 666'666'666'667);
    CHECK(in_units(0, 1) == 166'666'666'667);
    CHECK(in_units(1, 1) == 333'333'333'333);
    CHECK(in_units(0, 0) == 0);
    // Two-decimal weights and values share a grain of 10^-4 or coarser.
    const problem backchannel = freeze(tests::backchannel());
    for (const bargaining::seat& seat : backchannel.table.parties) {
        CHECK(seat.utility.scale.grain % 50'000'000 == 0);
    }
    CHECK(backchannel.table.parties[0].reservation == 580'000'000'000);
}

TEST_CASE("a deal exactly at the reservation value is accepted however it is summed") {
    scenario world = two_issues({0.3, 0.7});
    world.parties[0].reservation = 0.85;  // 0.15 + 0.7: doubles would argue
    const problem p = freeze(world);
    CHECK(accepts(p.table, 0, {1, 2}));
    CHECK_FALSE(accepts(p.table, 0, {2, 1}));
    CHECK(deal::zone(p).count == 2);
}

// Keeney and Raiffa 1976: weights 0.4 and 0.5, K = 0.5, both at one half: 0.475.
TEST_CASE("a multiplicative party values together what it values alone") {
    scenario world = two_issues({0.4, 0.5});
    world.parties[0].combine = aggregation::multiplicative;
    world.parties[0].reservation = 0.25;
    const problem p = freeze(world);
    CHECK(near(p.table.parties[0].utility.scale.multiplicative, 0.5));
    CHECK(near(value(p, {0, 0}), 0));
    CHECK(near(value(p, {2, 0}), 0.4, 2e-12));
    CHECK(near(value(p, {0, 2}), 0.5, 2e-12));
    CHECK(near(value(p, {1, 1}), 0.475, 2e-12));
    CHECK(near(value(p, {2, 2}), 1, 4e-12));
    // The deal at the reservation value is inside, rounding of logarithms or not.
    CHECK(accepts(p.table, 0, {0, 1}));
    CHECK_FALSE(accepts(p.table, 0, {1, 0}));
}

TEST_CASE("every deal of a multiplicative party is inside at its own value") {
    for (const std::vector<double>& weights : std::vector<std::vector<double>>{{0.4, 0.5},
                                                                               {0.8, 0.9},
                                                                               {0.1, 0.2, 0.3},
                                                                               {0.5, 0.6, 0.7},
                                                                               {0.01, 0.02},
                                                                               {0.99, 0.98}}) {
        scenario world = two_issues(weights);
        world.parties[0].combine = aggregation::multiplicative;
        const problem p = freeze(world);
        const double k = p.table.parties[0].utility.scale.multiplicative;
        CHECK((k > 0) == (weights[0] + weights[1] < 1));
        const std::vector<double> levels{0, 0.5, 1};
        for (option_id a = 0; a < 3; ++a) {
            for (option_id b = 0; b < 3; ++b) {
                outcome deal(weights.size(), 1);
                deal[0] = a;
                deal[1] = b;
                double product = 1;
                for (std::size_t i = 0; i < weights.size(); ++i) {
                    product *= 1 + k * weights[i] * levels[deal[i]];
                }
                scenario other = world;
                other.parties[0].reservation = std::min(1.0, (product - 1) / k);
                CHECK(near(value(p, deal), other.parties[0].reservation, 1e-9));
                CHECK(accepts(freeze(other).table, 0, deal));
                other.parties[0].reservation += 1e-9;
                if (other.parties[0].reservation <= 1) {
                    CHECK_FALSE(accepts(freeze(other).table, 0, deal));
                }
            }
        }
    }
}

TEST_CASE("a multiplicative party with one sufficient issue") {
    // A weight of 1 makes K = -1: one issue alone is worth everything. It is refused as a scenario
    // or it is frozen; nothing else.
    scenario world = two_issues({1, 0.5});
    world.parties[0].combine = aggregation::multiplicative;
    if (validate(world).empty()) {
        const problem p = freeze(world);
        CHECK(near(value(p, {2, 0}), 1, 1e-9));
        CHECK(near(value(p, {1, 1}), 0.625, 1e-9));
    } else {
        CHECK_THROWS_AS(freeze(world), scenario_error);
    }
}

TEST_CASE("interactions multiply values or read a table") {
    scenario world = two_issues({0.4, 0.4});
    world.parties[0].interactions = {{{"issue 0", "issue 1"}, 0.2, {}}};
    const problem product = freeze(world);
    CHECK(value(product, {2, 2}) == 1.0);
    CHECK(value(product, {1, 1}) == 0.45);
    CHECK(value(product, {2, 0}) == 0.4);
    world.parties[0].interactions[0].table = {1, 0, 0, 0, 0.5, 0, 0, 0, 0.25};
    const problem table = freeze(world);
    CHECK(value(table, {0, 0}) == 0.2);
    CHECK(value(table, {1, 1}) == 0.5);
    CHECK(near(value(table, {2, 2}), 0.85));
    // The last issue is the fastest: the entry of (0, 2) is the third.
    world.parties[0].interactions[0].table = {0, 0, 1, 0, 0, 0, 0, 0, 0};
    CHECK(near(value(freeze(world), {0, 2}), 0.6));
    CHECK(near(value(freeze(world), {2, 0}), 0.4));
}

TEST_CASE("risk attitudes apply on the way out") {
    scenario world = two_issues({0.5, 0.5});
    world.parties[0].risk = crra{0.5};
    world.parties[0].reservation = 0.25;
    const problem p = freeze(world);
    CHECK(near(value(p, {1, 0}), 0.5));
    CHECK(accepts(p.table, 0, {1, 0}));
    CHECK(near(disagreement_utility(p.table.parties[0]), 0.5));
    CHECK(reservation_value(p.table.parties[0]) == 0.25);
}

TEST_CASE("issues out of scope stay at today's option") {
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    CHECK(p.in_scope == std::vector<issue_id>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(p.status_quo == outcome{6, 4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    for (issue_id k = 0; k < 12; ++k) {
        CHECK(p.table.space.domains[k].size() == (k < 8 ? p.table.space.sizes[k] : 1));
    }
    CHECK(p.table.space.domains[8] == std::vector<option_id>{0});
    CHECK(freeze(tests::backchannel()).in_scope.size() == 12);
    CHECK(freeze(tests::backchannel()) == freeze(tests::backchannel(), {"comprehensive", {}, {}}));
    CHECK_THROWS_AS(freeze(tests::backchannel(), {"nuclaer", {}, {}}), scenario_error);
}

TEST_CASE("public red lines bind in public talks and private ones always") {
    scenario world = tests::backchannel();
    world.parties[1].red_lines[1].is_public = false;
    const problem secret = freeze(world);
    CHECK_FALSE(secret.table.parties[0].red_lines[0].binds);
    CHECK_FALSE(secret.table.parties[1].red_lines[0].binds);
    CHECK(secret.table.parties[1].red_lines[1].binds);
    const problem open = freeze(world, {"", publicity::open, {}});
    CHECK(open.table.parties[0].red_lines[0].binds);
    CHECK(open.table.parties[1].red_lines[1].binds);
    world.talks = publicity::open;
    CHECK(freeze(world) == open);
    CHECK(freeze(world, {"", publicity::secret, {}}) == secret);
    CHECK(open.table.parties[0].red_lines[0].allowed ==
          option_mask{true, true, false, false, false, false, false});
}

TEST_CASE("onlookers look on or take a seat") {
    const problem p = freeze(tests::backchannel());
    REQUIRE(p.onlookers.size() == 1);
    CHECK(p.onlooker_thresholds.size() == 1);
    CHECK(p.table.parties.size() == 2);
    const problem seated = freeze(tests::backchannel(), {"", {}, {"Israel"}});
    CHECK(seated.onlookers.empty());
    REQUIRE(seated.table.parties.size() == 3);
    CHECK(seated.table.parties[2].utility == p.onlookers[0]);
    CHECK(seated.table.parties[2].threshold == p.onlooker_thresholds[0]);
    CHECK_THROWS_AS(freeze(tests::backchannel(), {"", {}, {"Isreal"}}), scenario_error);
}

TEST_CASE("values may be another agent's") {
    scenario world = tests::backchannel();
    world.onlookers[0].values.clear();
    world.onlookers[0].values_from = "United States";
    CHECK(freeze(world).onlookers == freeze(tests::backchannel()).onlookers);
}

TEST_CASE("an implication forbids the premises with the opposite of each consequence") {
    const problem p = freeze(tests::backchannel());
    REQUIRE(p.table.space.forbidden.size() == 5);  // the first constraint has two consequences
    outcome abroad{1, 0, 0, 3, 4, 2, 4, 3, 0, 0, 0, 0};
    CHECK(feasible(p.table.space, abroad));
    abroad[2] = 1;
    CHECK_FALSE(feasible(p.table.space, abroad));
    abroad[2] = 0;
    abroad[1] = 1;
    CHECK_FALSE(feasible(p.table.space, abroad));
    outcome uninspected{2, 0, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0};
    CHECK_FALSE(feasible(p.table.space, uninspected));
    uninspected[4] = 2;
    CHECK(feasible(p.table.space, uninspected));
    outcome funded{5, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 1};
    CHECK_FALSE(feasible(p.table.space, funded));
    funded[0] = 4;
    CHECK(feasible(p.table.space, funded));
}

TEST_CASE("everything wrong is told at once") {
    scenario world = two_issues({0.5, 0.6});
    world.title.clear();
    try {
        static_cast<void>(freeze(world));
        FAIL("frozen");
    } catch (const scenario_error& wrong) {
        CHECK(wrong.diagnostics().size() == 2);
    }
}

// Independent enumeration in whole numbers; the last digits are those of its table.
TEST_CASE("the named deals are worth what the enumeration says") {
    const problem p = freeze(tests::backchannel());
    const auto worth = [&](const outcome& deal, double states, double iran, double israel) {
        const utility_function& onlooker = p.onlookers[0];
        return feasible(p.table.space, deal) && near(utility_of(p.table, 0, deal), states) &&
               near(utility_of(p.table, 1, deal), iran) &&
               near(utility_of(onlooker.scale, sum_of(onlooker, p.table.space.sizes, deal)),
                    israel);
    };
    CHECK(worth(tests::deal_j(), .614, .717, .597));
    CHECK(worth(tests::deal_n1(), .647, .705, .6665));
    CHECK(worth(tests::deal_n2(), .689, .7515, .7425));
    CHECK(worth(p.status_quo, .238, .526, .08));
}

TEST_CASE("in a back channel there are thousands of deals and in public none") {
    for (const char* scope : {"nuclear", "comprehensive"}) {
        const problem open = freeze(tests::backchannel(), {scope, publicity::open, {}});
        CHECK(deal::zone(open).count == 0);
        CHECK_FALSE(deal::nash(open));
        const problem secret = freeze(tests::backchannel(), {scope, publicity::secret, {}});
        CHECK(deal::zone(secret).count > 6000);
    }
}

// A unit of the sum stays a unit of value, however little the weights lack to 1.
TEST_CASE("weights that almost sum to one lose no digits") {
    for (const double w : {0.333, 0.333333, 0.333333333, 0.33333333333, 1.0 / 3, 0.33333333334}) {
        CAPTURE(w);
        scenario world = two_issues({w, w, w});
        world.parties[0].combine = aggregation::multiplicative;
        world.parties[0].reservation = 0.42;
        const problem p = freeze(world);
        CHECK(near(value(p, {2, 0, 0}), w, 4e-12));
        CHECK(near(value(p, {2, 2, 2}), 1, 2e-11));
        CHECK_FALSE(accepts(p.table, 0, {2, 0, 0}));
        CHECK(accepts(p.table, 0, {2, 1, 0}));
        CHECK(value(p, {2, 2, 1}) < value(p, {2, 2, 2}));
    }
}
