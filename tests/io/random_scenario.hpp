#pragma once

#include <set>
#include <string>

#include <io/random_chambers.hpp>
#include <io/random_number.hpp>
#include <io/random_sequence.hpp>
#include <io/random_survival.hpp>
#include <io/random_table.hpp>
#include <io/random_talks.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: every section, every form of value, names that need quoting.
namespace negotiation::tests {

inline scenario any_scenario() {
    scenario world;
    world.title = any_text() + "t";
    world.note = any_text();
    world.talks = any_chance() ? publicity::open : publicity::secret;
    world.utilities = any_chance() ? utility_convention::unit : utility_convention::raw;
    std::set<std::string> ids;
    world.sources = {{any_name(ids), any_text() + "c", any_text()}, {any_name(ids), "d", ""}};
    world.sources.front().covers = {"party.*.reservation", "party"};
    world.assumptions = {{"party.*.weights", any_text()}, {"*", ""}};
    std::set<std::string> names;
    const auto issues = *rc::gen::inRange(1, 5);
    for (int k = 0; k < issues; ++k) {
        world.issues.push_back(any_issue(names));
    }
    world.issues.front().source = world.sources.front().id;
    std::set<std::string> agents;
    world.parties = {any_agent(world, agents), any_agent(world, agents)};
    world.onlookers = {any_agent(world, agents)};
    world.parties.back().values.clear();
    world.parties.back().values_from = world.onlookers.front().name;
    world.parties.front().source = world.sources.back().id;
    add_references(world);
    if (world.issues.size() > 1 && is_number(world.issues.back().options.front())) {
        world.issues.front().unit = "kg";
        world.issues.back().unit = "machines";
        std::set<std::string> quantities;
        world.reported = {any_breakout(world, quantities)};
    }
    if (any_chance()) {
        world.protocol = any_talks(world, agents);
    }
    if (any_chance() && !world.parties.front().weights.empty()) {
        world.ratification = any_chambers(world);
    }
    if (any_chance()) {
        world.sequence = any_sequence(world);
        world.compliance = any_chance() ? any_inspectors(world) : compliance::section{};
    }
    if (any_chance()) {
        world.survival = any_survival(world);
    }
    return world;
}

}  // namespace negotiation::tests
