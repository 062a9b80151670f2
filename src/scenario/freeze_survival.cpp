#include <algorithm>
#include <cstddef>
#include <utility>

#include <negotiation/scenario/freeze_survival.hpp>

#include "scenario/freeze_constraint.hpp"
#include "scenario/freeze_party.hpp"

namespace negotiation {

namespace {

/// What freezing one section looks at.
struct survival_bench {
    const scenario* world;
    const std::vector<std::string>* parties;
    detail::scenario_index index;

    [[nodiscard]] std::vector<survival::holds> conditions(const std::vector<condition>& given) {
        std::vector<survival::holds> made;
        for (const condition& part : given) {
            const issue_id k = detail::issue_place(*world, part.issue);
            made.push_back({k, detail::mask_of(index, k, part.options)});
        }
        return made;
    }

    /// One number a party, `other` for those that none is given.
    [[nodiscard]] std::vector<double> by_party(
        const std::vector<std::pair<std::string, double>>& named, double other) const {
        std::vector<double> all(parties->size(), other);
        for (const auto& [name, x] : named) {
            const auto seat = std::find(parties->begin(), parties->end(), name);
            if (seat != parties->end()) {
                all[static_cast<std::size_t>(seat - parties->begin())] = x;
            }
        }
        return all;
    }

    [[nodiscard]] survival::effect effect(const survival::written_effect& said) const {
        return {said.ends, by_party(said.reservation, 0), by_party(said.odds, 1), said.hazards};
    }

    [[nodiscard]] survival::spike spike(const survival::written_spike& said) const {
        survival::spike made;
        made.add = said.add;
        made.days_before = said.days_before;
        made.days_after = said.days_after;
        for (const survival::milestone of : survival::named_milestones) {
            if (to_string(of) == said.at) {
                made.at = of;
                return made;
            }
        }
        made.at = survival::milestone::step;
        const auto& steps = world->sequence->steps;
        const auto step = std::find_if(steps.begin(), steps.end(),
                                       [&](const auto& s) { return s.name == said.at; });
        made.step = static_cast<std::size_t>(step - steps.begin());
        return made;
    }

    [[nodiscard]] survival::spoiler spoiler(const survival::written_spoiler& said) const {
        const party& who = *detail::find_agent(*world, said.agent);
        return {detail::freeze_utility(*world, who), who.reservation, said.slope, said.noise};
    }

    [[nodiscard]] survival::hazard hazard(const survival::written_hazard& said) {
        survival::hazard made;
        made.stated = said.stated;
        made.value = said.value;
        made.period = said.period;
        for (const survival::stage one : survival::all_stages) {
            made.threatens[static_cast<std::size_t>(one)] =
                said.stages.empty() ||
                std::find(said.stages.begin(), said.stages.end(), one) != said.stages.end();
        }
        for (const survival::written_term& t : said.terms) {
            made.terms.push_back({conditions(t.given), t.add});
        }
        for (const survival::written_spike& s : said.spikes) {
            made.spikes.push_back(spike(s));
        }
        if (said.spoiler) {
            made.answers_to = spoiler(*said.spoiler);
        }
        made.effect = effect(said.effect);
        return made;
    }
};

}  // namespace

frozen_survival freeze_survival(const scenario& world, const std::vector<std::string>& parties) {
    frozen_survival frozen;
    if (!world.survival) {
        return frozen;
    }
    survival_bench bench{&world, &parties, detail::scenario_index(world.issues)};
    frozen.horizon = world.survival->horizon;
    for (const survival::written_hazard& h : world.survival->hazards) {
        frozen.hazards.push_back(bench.hazard(h));
        frozen.names.push_back(h.name);
        frozen.agents.push_back(h.spoiler ? h.spoiler->agent : std::string());
    }
    for (const survival::written_event& e : world.survival->events) {
        frozen.events.push_back(
            {e.days, e.probability, bench.conditions(e.unless), bench.effect(e.effect)});
        frozen.event_names.push_back(e.name);
    }
    return frozen;
}

}  // namespace negotiation
