// Who goes first, on the table: what freezing makes of an issue of kind order.
#include <cmath>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/validate.hpp>
#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/order_report.hpp>

using namespace negotiation;

namespace {

const scenario& sequenced() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-sequenced.toml");
    return world;
}

const std::vector<std::string> both{"United States", "Iran"};

/// r + p V + (1 - p) min H, by the walk of the order that the deal takes.
double expected(const problem& frozen, party_id i, const outcome& deal) {
    const scenario& world = sequenced();
    const frozen_sequence steps = freeze_sequence(world, frozen, both, "", deal);
    const std::string name = to_string(world.issues.back().options[deal.back()]);
    double worst = 0;
    bool some = false;
    if (!steps.steps.empty()) {
        const sequence::exchange of(steps.agreement);
        const auto report = sequence::walk(of, order_named(world, steps, name));
        std::size_t done = 0;
        for (const sequence::run& r : report.runs) {
            done += r.steps.size();
            if (r.party == i && r.hands_over) {
                const double left = report.halt_values[done * 2 + i];
                worst = some ? std::min(worst, left) : left;
                some = true;
            }
        }
    }
    const double p = sequence::number_of(world.sequence->trust, both[i], 0);
    const utility_function& f = frozen.carried_out[i];
    const double r = world.parties[i].reservation;
    const double whole = utility_of(f.scale, sum_of(f, frozen.table.space.sizes, deal)) + 0.05 - r;
    return r + p * whole + (1 - p) * worst;
}

}  // namespace

TEST_CASE("an order on the table is worth what may be expected of carrying the deal out") {
    const problem frozen = freeze(sequenced(), {"comprehensive", {}, {}});
    tests::check_always(200, [&] {
        outcome deal;
        for (const option_id size : frozen.table.space.sizes) {
            deal.push_back(*rc::gen::inRange<option_id>(0, size));
        }
        for (party_id i = 0; i < 2; ++i) {
            RC_ASSERT(std::abs(utility_of(frozen.table, i, deal) - expected(frozen, i, deal)) <
                      1e-10);
        }
    });
}

TEST_CASE("the named deals are worth what fractions worked out elsewhere say") {
    const problem frozen = freeze(sequenced());
    const scenario& world = sequenced();
    const auto worth = [&](const std::string& name, option_id order, party_id i) {
        outcome deal = frozen.status_quo;
        for (const named_deal& known : world.deals) {
            for (const auto& [issue_name, option] : known.outcome) {
                for (std::size_t k = 0; known.name == name && k < world.issues.size(); ++k) {
                    if (world.issues[k].name == issue_name) {
                        deal[k] = static_cast<option_id>(*find_option(world.issues[k], option));
                    }
                }
            }
        }
        deal.back() = order;
        return utility_of(frozen.table, i, deal);
    };
    const auto near = [](double x) { return doctest::Approx(x).epsilon(1e-11); };
    CHECK(worth("J", 0, 0) == near(0.5794272727272727));
    CHECK(worth("J", 0, 1) == near(0.6173578761061946));
    CHECK(worth("J", 1, 0) == near(0.601));
    CHECK(worth("J", 1, 1) == near(0.5663759292035399));
    CHECK(worth("J", 2, 0) == near(0.4006818181818182));
    CHECK(worth("J", 2, 1) == near(0.64205));
    CHECK(worth("N1", 0, 0) == near(0.5472090551181102));
    CHECK(worth("N1", 2, 1) == near(0.64025));
}

TEST_CASE("without the order among its issues a scope is that of the base") {
    const scenario base = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    scenario world = sequenced();
    for (scope& s : world.scopes) {
        s.issues.pop_back();
    }
    const problem before = freeze(base, {"nuclear", {}, {}});
    const problem after = freeze(world, {"nuclear", {}, {}});
    CHECK(after.carried_out.empty());
    for (party_id i = 0; i < 2; ++i) {
        CHECK(after.table.parties[i] == before.table.parties[i]);
    }
}

TEST_CASE("a party may give the orders values of its own") {
    scenario world = sequenced();
    party& us = world.parties[0];
    for (auto& [name, weight] : us.weights) {
        weight *= 0.5;
    }
    us.weights.emplace_back("order", 0.5);
    us.values.emplace_back("order", tabled_value{{0.5, 1, 0}});
    const problem frozen = freeze(world);
    CHECK(frozen.table.parties[0].utility == frozen.carried_out[0]);
    CHECK(frozen.table.parties[0].utility.derived.empty());
    CHECK(frozen.table.parties[1].utility.derived.size() == 1);
}

TEST_CASE("an onlooker with a seat needs a belief where an order is on the table") {
    CHECK_THROWS_WITH_AS(
        static_cast<void>(freeze(sequenced(), {"nuclear", {}, {"Israel"}})),
        "sequence.trust: who goes first is on the table, so 'Israel' needs a prior belief that "
        "the others carry the deal out; got none",
        scenario_error);
}

TEST_CASE("an answer rests on the steps where their order is on the table") {
    const scenario base = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    const std::size_t before = assumed_numbers(base, "nuclear");
    // two values of completion, two beliefs, and of eleven steps the share of their issue and what
    // a collapse takes back
    CHECK(assumed_numbers(sequenced(), "nuclear") == before + 4 + 2 * 11);
    scenario without = sequenced();
    for (scope& s : without.scopes) {
        s.issues.pop_back();
    }
    CHECK(assumed_numbers(without, "nuclear") == before);
}

TEST_CASE("expectations too large to be summed exactly are refused") {
    scenario world = sequenced();
    world.utilities = utility_convention::raw;
    // the terms, a thousandth of the deal's, fit; what a collapse leaves would not
    world.sequence->trust = {0.001, {}};
    for (party& who : world.parties) {
        for (auto& [name, weight] : who.weights) {
            weight = std::round(weight * 100) * 9000;
        }
        for (auto& [name, f] : who.values) {
            for (double& value : std::get<tabled_value>(f).values) {
                value = std::round(value * 100);
            }
        }
    }
    CHECK(validate(world).empty());
    std::string told;
    try {
        static_cast<void>(freeze(world));
    } catch (const scenario_error& wrong) {
        told = wrong.what();
    }
    CHECK(told.find("party[\"United States\"]: utilities are too large to be summed exactly") !=
          std::string::npos);
    for (scope& s : world.scopes) {
        s.issues.pop_back();
    }
    CHECK_NOTHROW(static_cast<void>(freeze(world, {"comprehensive", {}, {}})));
}
