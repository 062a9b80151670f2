#pragma once

#include <set>
#include <string>

#include <io/random_number.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: chambers and their factions.
namespace negotiation::tests {

/// Factions of one chamber of the first party, another that follows it, and a leader.
inline ratification::section any_chambers(const scenario& world) {
    ratification::section said;
    std::set<std::string> names;
    const party& owner = world.parties.front();
    said.chambers.resize(2);
    for (ratification::written_chamber& c : said.chambers) {
        c.name = any_name(names);
        c.party = owner.name;
        c.note = any_text();
    }
    said.chambers[1].follows = said.chambers[0].name;
    said.chambers[1].source = any_chance() ? world.sources.front().id : "";
    double votes = 0;
    for (int k = *rc::gen::inRange(1, 4); k > 0; --k) {
        ratification::written_faction f;
        f.name = any_name(names);
        f.chamber = said.chambers[0].name;
        f.size = *rc::gen::inRange(1, 300);
        votes += f.size;
        if (owner.combine == aggregation::multiplicative || any_chance()) {
            f.weights = {{owner.weights.front().first, 1}};
        }
        if (any_chance()) {
            f.threshold = any_share();
        }
        f.noise = any_share();
        f.shock = any_chance() ? any_share() : 0;
        f.public_lines = any_chance();
        f.red_lines = owner.red_lines;
        f.note = any_text();
        if (world.onlookers.front().combine == aggregation::additive && any_chance()) {
            f.friend_abroad = ratification::ally{world.onlookers.front().name, any_share()};
        }
        said.factions.push_back(f);
    }
    if (any_chance()) {
        said.chambers[0].seats = votes;
        said.chambers[1].seats = 12;
    }
    said.chambers[0].decides = {ratification::rule_kind::disapproval, votes};
    if (any_chance()) {
        said.chambers[0].alternatives = {
            {any_name(names), {ratification::rule_kind::quota, 1}},
            {any_name(names), {ratification::rule_kind::unanimity, 0}}};
    }
    return said;
}

}  // namespace negotiation::tests
