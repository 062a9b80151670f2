#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include <io/random_number.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: protocols and mediators.
namespace negotiation::tests {

inline talks::mediator_entry any_mediator(const scenario& world, std::set<std::string>& names) {
    talks::mediator_entry m;
    m.name = any_name(names);
    m.role = *rc::gen::element<std::string>("relay(noise=0.05,delay=3)", "manipulator(budget=30)");
    m.toward = any_chance() ? world.parties.back().name : "";
    m.bias = m.toward.empty() ? 0 : any_share();
    if (any_chance()) {
        m.reservation = any_share();
    }
    m.source = any_chance() ? world.sources.front().id : "";
    m.note = any_text();
    return m;
}

/// What a file may say of the talks between its parties.
inline talks::section any_talks(const scenario& world, std::set<std::string>& names) {
    talks::section said;
    said.protocol = any_chance() ? "alternating-offers" : "single-text(temperature=0.1)";
    said.rounds = *rc::gen::inRange<std::int64_t>(1, 1'000'001);
    said.clock = any_chance() ? clock::geniusweb : clock::negmas;
    said.days_per_round = 0.001 + std::abs(any_number());
    said.breakdown = any_share() / 2;
    said.more_than_quota = any_chance();
    said.quota = said.more_than_quota ? 0.5 : any_chance() ? 1 : 0.001 + 0.9 * any_share();
    said.discount = *rc::gen::element(talks::discounting::none, talks::discounting::relative,
                                      talks::discounting::calendar);
    said.discount_no_deal = any_chance();
    for (const party& who : world.parties) {
        said.votes.emplace_back(who.name, 1 + any_share());
        said.strategies.emplace_back(who.name, "boulware(e=0.3,offer=best,model=frequency)");
    }
    said.votes.emplace_back(world.onlookers.front().name, any_chance() ? 0 : any_share());
    said.strategies.resize(*rc::gen::inRange<std::size_t>(0, world.parties.size() + 1));
    if (any_chance()) {
        said.votes.clear();
        said.veto = {world.parties.back().name, world.parties.front().name};
    }
    said.leak_rate = any_chance() ? std::abs(any_number()) : 0;
    said.audience_cost = any_chance() ? any_share() : 0;
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        said.mediators.push_back(any_mediator(world, names));
        said.mediators.back().chair = said.mediators.size() == 1 && any_chance();
    }
    return said;
}

}  // namespace negotiation::tests
