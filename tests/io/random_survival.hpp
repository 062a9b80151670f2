#pragma once

#include <cmath>
#include <set>
#include <string>

#include <io/random_number.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: hazards and events.
namespace negotiation::tests {

inline survival::written_effect any_effect(const scenario& world) {
    survival::written_effect of;
    of.ends = any_chance() ? 1 : any_share();
    if (any_chance()) {
        of.reservation = {{world.parties.front().name, any_number()}};
        of.odds = {{world.onlookers.front().name, any_share() + 0.01},
                   {world.parties.back().name, any_share() + 0.01}};
    }
    of.hazards = any_chance() ? 1 : any_share();
    return of;
}

inline survival::written_hazard any_hazard(const scenario& world, std::set<std::string>& names) {
    const issue& of = world.issues.back();
    survival::written_hazard h;
    h.name = any_name(names);
    h.stated = any_chance() ? survival::measure::rate : survival::measure::probability;
    h.value = 0.1 + 0.1 * any_share();
    h.period = 0.001 + std::abs(any_number());
    for (const survival::stage one : survival::all_stages) {
        if (any_chance()) {
            h.stages.push_back(one);
        }
    }
    if (any_chance()) {
        h.terms = {{{{of.name, {of.options.front()}}}, 0.1 * (any_share() - 0.5)},
                   {{{of.name, of.options}}, -0.001}};
        h.spikes = {{"vote", 0.1 * any_share(), 1, std::abs(any_number())}};
    }
    if (any_chance()) {
        h.spoiler = survival::written_spoiler{world.onlookers.front().name, 0.1 * any_share(),
                                              std::abs(any_number())};
    }
    h.effect = any_effect(world);
    h.source = any_chance() ? world.sources.front().id : "";
    h.note = any_text();
    return h;
}

/// What a file may say of lasting.
inline survival::section any_survival(const scenario& world) {
    survival::section said;
    std::set<std::string> names;
    said.period = any_chance() ? 365.25 : 0.001 + std::abs(any_number());
    said.horizon = (0.001 + any_share()) * said.period;
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        said.hazards.push_back(any_hazard(world, names));
    }
    if (any_chance()) {
        survival::written_event e;
        e.name = any_name(names);
        e.period = any_chance() ? 7 : 30.4375;
        e.days = std::abs(any_number()) / 100 * e.period;
        e.probability = any_share();
        e.unless = {{world.issues.front().name, {world.issues.front().options.front()}}};
        e.effect = any_effect(world);
        e.note = any_text();
        said.events = {e};
    }
    return said;
}

}  // namespace negotiation::tests
