#pragma once

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <io/random_number.hpp>
#include <io/random_table.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: steps, tranches, and whoever inspects them.
namespace negotiation::tests {

/// Nothing, one number for all, or one of each party.
template <class Number>
sequence::by_party any_by_party(const scenario& world, Number number) {
    sequence::by_party of;
    const int form = *rc::gen::inRange(0, 3);
    if (form == 1) {
        of.all = number();
    }
    for (const party& who : world.parties) {
        if (form == 2) {
            of.named.emplace_back(who.name, number());
        }
    }
    return of;
}

inline sequence::written_step any_step(const scenario& world, const sequence::section& said,
                                       std::set<std::string>& names) {
    sequence::written_step s;
    s.name = any_name(names);
    s.party = (any_chance() ? world.parties.front() : world.parties.back()).name;
    s.value = any_by_party(world, any_number);
    if (!is_given(s.value)) {
        s.value.all = any_number();
    }
    s.undone = any_by_party(world, any_share);
    for (const sequence::written_step& before : said.steps) {
        if (any_chance()) {
            s.after.push_back(before.name);
        }
    }
    s.days = any_chance() ? std::abs(any_number()) : 0;
    s.defection = any_chance() ? any_share() * 0.9 : 0;
    if (any_chance()) {
        s.pretence = sequence::faking{std::abs(any_number()), any_share(), std::abs(any_number())};
    }
    if (s.pretence && any_chance()) {
        s.pretence->saves = 0;
        s.saved_share = any_share();
    }
    s.source = any_chance() ? world.sources.front().id : "";
    s.note = any_text();
    return s;
}

/// The first step implements an issue where everybody's preferences let it.
inline void implement(const scenario& world, sequence::section& said) {
    if (world.issues.size() == 1 && !said.steps.empty() &&
        std::all_of(world.parties.begin(), world.parties.end(),
                    [](const party& who) { return who.combine == aggregation::additive; })) {
        said.steps.front().value = {};
        said.steps.front().implements =
            sequence::implementation{world.issues.front().name, 0.001 + 0.9 * any_share()};
        const issue& of = world.issues.front();
        if (said.steps.back().pretence) {
            said.steps.back().detection_if =
                sequence::conditional_detection{{{of.name, any_options(of)}}, any_share()};
        }
    }
}

inline sequence::written_tranches any_tranches(const scenario& world) {
    sequence::written_tranches said;
    said.what = any_text();
    said.cost = std::abs(any_number());
    said.worth = std::abs(any_number());
    said.defection = any_chance() ? any_share() * 0.9 : 0;
    said.trust = 0.001 + 0.9 * any_share();
    said.target = any_chance() ? 1 : 0.001 + 0.9 * any_share();
    if (any_chance()) {
        said.days = 1 + std::abs(any_number());
        said.hazard = sequence::written_hazard{std::abs(any_number()),
                                               any_chance() ? 30.4375 : 1 + std::abs(any_number())};
    }
    said.source = any_chance() ? world.sources.front().id : "";
    said.note = any_text();
    return said;
}

/// What a file may say of carrying out.
inline sequence::section any_sequence(const scenario& world) {
    sequence::section said;
    std::set<std::string> names;
    said.completion = any_by_party(world, any_number);
    said.breakdown = any_by_party(world, [] { return std::abs(any_number()); });
    said.trust = any_by_party(world, [] { return 0.001 + 0.9 * any_share(); });
    sequence::named_order order{any_name(names), {}, "", any_text()};
    std::set<std::string> step_names;
    for (int k = *rc::gen::inRange(0, 4); k > 0; --k) {
        said.steps.push_back(any_step(world, said, step_names));
        order.steps.push_back(said.steps.back().name);
    }
    implement(world, said);
    order.source = any_chance() ? world.sources.front().id : "";
    said.orders = {order};
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        sequence::variant v;
        v.name = any_name(names);
        if (said.steps.size() > 1) {
            v.after = {{order.steps.back(), {order.steps.front()}}};
        }
        if (any_chance()) {
            v.undone = any_share();
        }
        v.completion = any_by_party(world, any_number);
        v.order = any_chance() ? order.name : "";
        v.note = any_text();
        said.variants.push_back(v);
    }
    if (any_chance()) {
        said.tranches = any_tranches(world);
    }
    return said;
}

/// One that watches everything, and one that watches what can be faked by name.
inline compliance::section any_inspectors(const scenario& world) {
    compliance::section said;
    std::set<std::string> names;
    said.inspectors.resize(2);
    for (compliance::written_inspector& of : said.inspectors) {
        of.name = any_name(names);
        of.detection = any_share();
        of.false_alarm = any_chance() ? any_share() : 0;
        of.attribution = any_chance() ? any_share() : 1;
        of.misattribution = any_share();
        of.others = any_share();
        of.days = std::abs(any_number());
        of.cost = std::abs(any_number());
        if (any_chance()) {
            of.loss = 1 + std::abs(any_number());
            of.budget = std::abs(any_number());
        }
        of.source = any_chance() ? world.sources.front().id : "";
        of.note = any_text();
    }
    for (const sequence::written_step& s : world.sequence->steps) {
        if (s.pretence) {
            said.inspectors[1].steps.push_back(s.name);
        }
    }
    return said;
}

}  // namespace negotiation::tests
