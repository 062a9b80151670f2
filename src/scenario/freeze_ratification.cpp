#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>

#include "scenario/freeze_party.hpp"

namespace negotiation {

namespace {

using ratification::written_chamber;
using ratification::written_faction;

/// Adds a share of what deals are worth to an agent.
void add_share(const scenario& world, const party& who, double share,
               std::vector<detail::unit_term>& terms) {
    for (const auto& [name, weight] : who.weights) {
        if (weight < 0 || weight > 0) {
            terms.push_back(detail::weighted_term(world, who, name, share * weight, 0));
        }
    }
    for (interaction together : who.interactions) {
        together.weight *= share;
        terms.push_back(detail::interaction_term(world, who, together));
    }
}

[[nodiscard]] utility_function utility_of_faction(const scenario& world, const party& owner,
                                                  const written_faction& f) {
    party judge = owner;
    if (!f.weights.empty()) {
        judge.weights = f.weights;
        judge.interactions.clear();
    }
    const double others = f.friend_abroad ? f.friend_abroad->weight : 0;
    std::vector<detail::unit_term> terms;
    add_share(world, judge, 1 - others, terms);
    if (others > 0) {
        add_share(world, *detail::find_agent(world, f.friend_abroad->name), others, terms);
    }
    return detail::in_grains(terms, detail::common_divisor(terms), f.name);
}

[[nodiscard]] bargaining::line line_of(const scenario& world, detail::scenario_index& index,
                                       const red_line& written) {
    bargaining::line line;
    line.issue = detail::issue_place(world, written.issue);
    line.allowed = detail::mask_of(index, line.issue, written.allow);
    line.is_public = written.is_public;
    return line;
}

[[nodiscard]] ratification::faction faction_of(const scenario& world, detail::scenario_index& index,
                                               const party& owner, const written_faction& f) {
    ratification::faction made;
    made.votes = static_cast<std::uint32_t>(f.size);
    made.utility = utility_of_faction(world, owner, f);
    made.threshold = to_units(f.threshold.value_or(owner.reservation));
    made.noise = f.noise;
    made.shock = f.shock;
    for (const red_line& line : f.red_lines) {
        made.red_lines.push_back(line_of(world, index, line));
    }
    for (const red_line& line : owner.red_lines) {
        if (f.public_lines && line.is_public) {
            made.red_lines.push_back(line_of(world, index, line));
        }
    }
    return made;
}

[[nodiscard]] ratification::rule rule_of(const written_chamber& c, const std::string& alternative) {
    ratification::written_rule rule = c.decides;
    for (const ratification::alternative& other : c.alternatives) {
        if (other.name == alternative) {
            rule = other.decides;
        }
    }
    return {rule.kind, static_cast<std::uint32_t>(rule.quota)};
}

/// Tells of an alternative that no chamber has.
void expect_alternative(const scenario& world, const std::string& name) {
    std::vector<std::string> known;
    for (const written_chamber& c : world.ratification.chambers) {
        for (const ratification::alternative& other : c.alternatives) {
            known.push_back(other.name);
        }
    }
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) {
        return;
    }
    throw std::invalid_argument(
        known.empty()
            ? fmt::format("no alternative rule '{}': this scenario has none", shown(name))
            : fmt::format("no alternative rule '{}'; {}", shown(name), nearest(name, known)));
}

[[nodiscard]] ratification::chamber chamber_of(const scenario& world, detail::scenario_index& index,
                                               const party& owner, const written_chamber& c,
                                               const std::string& alternative) {
    ratification::chamber made;
    made.decides = rule_of(c, alternative);
    for (const written_faction& f : world.ratification.factions) {
        if (f.chamber == c.name) {
            made.factions.push_back(faction_of(world, index, owner, f));
        }
    }
    return made;
}

/// Whoever follows, by place in the home.
void set_followed(const scenario& world, const std::vector<std::string>& names,
                  ratification::home& of) {
    for (const written_chamber& c : world.ratification.chambers) {
        const auto here = std::find(names.begin(), names.end(), c.name);
        if (here != names.end() && !c.follows.empty()) {
            const auto there = std::find(names.begin(), names.end(), c.follows);
            of.chambers[static_cast<std::size_t>(here - names.begin())].follows =
                static_cast<std::uint32_t>(there - names.begin());
        }
    }
}

}  // namespace

frozen_ratification freeze_ratification(const scenario& world,
                                        const std::vector<std::string>& parties,
                                        const std::string& alternative) {
    if (world.ratification.chambers.empty()) {
        throw std::invalid_argument("ratification: this scenario has no chambers");
    }
    expect_alternative(world, alternative);
    detail::scenario_index index(world.issues);
    frozen_ratification all;
    for (const std::string& name : parties) {
        ratification::home home;
        std::vector<std::string> names;
        for (const written_chamber& c : world.ratification.chambers) {
            if (c.party == name) {
                const party& owner = *detail::find_agent(world, name);
                home.chambers.push_back(chamber_of(world, index, owner, c, alternative));
                names.push_back(c.name);
            }
        }
        set_followed(world, names, home);
        all.homes.push_back(std::move(home));
        all.chambers.push_back(std::move(names));
    }
    return all;
}

}  // namespace negotiation
