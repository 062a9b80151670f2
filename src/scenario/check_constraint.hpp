#pragma once

/// @file
/// Checks of constraints, and of the deals that must satisfy them: today's and the named ones.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/outcome_space.hpp>

#include "scenario/constraint_search.hpp"
#include "scenario/findings.hpp"
#include "scenario/freeze_constraint.hpp"

namespace negotiation::detail {

/// @return whether all names and options of the conditions exist
inline bool check_conditions(findings& found, const path& place,
                             const std::vector<condition>& conditions) {
    bool sound = true;
    std::unordered_set<std::string> seen;
    for (const condition& part : conditions) {
        const path here = place / part.issue;
        if (!seen.insert(part.issue).second) {
            found.add(here, fmt::format("issue '{}' is there twice", shown(part.issue)));
            sound = false;
        }
        const issue* of = found.expect_issue(here, part.issue);
        const bool unread = found.unread.touches(here);
        if (part.options.empty() && !unread) {
            found.add(here, "a condition needs at least one option; got none");
        }
        sound = sound && of != nullptr && !part.options.empty() && !unread && found.complete(*of);
        for (std::size_t o = 0; of != nullptr && o < part.options.size(); ++o) {
            if (!found.has_option(*of, part.options[o])) {
                sound = found.expect_option(here / o, *of, part.options[o]) && sound;
            }
        }
    }
    return sound;
}

/// Options of the issues that a constraint names, once for each of its consequences: what it takes
/// to evaluate it.
inline double constraint_size(const findings& found, const constraint& c) {
    const auto options = [&](const std::vector<condition>& conditions) {
        double sum = 0;
        for (const condition& part : conditions) {
            const issue* of = found.find_issue(part.issue);
            sum += of == nullptr ? 0 : static_cast<double>(of->options.size());
        }
        return sum;
    };
    const double consequences = static_cast<double>(std::max<std::size_t>(1, c.then.size()));
    return options(c.given) * consequences + options(c.then);
}

/// @return false, told, when the constraints so far take too much to evaluate
inline bool take_constraint(findings& found, const path& place, const constraint& c) {
    constexpr double most = 5e8;
    const bool fitted = found.constraint_options <= most;
    found.constraint_options += constraint_size(found, c);
    const bool fits = found.constraint_options <= most;
    if (fitted && !fits) {
        found.add(place, fmt::format("the issues that constraints name have at most {:.0f} options "
                                     "in all, counted again for each consequence; got {:.10g} up "
                                     "to here",
                                     most, found.constraint_options));
    }
    return fits;
}

/// @return whether the constraint can be evaluated
inline bool check_constraint(findings& found, const path& place, const constraint& c) {
    const bool forbids = c.then.empty() && !found.unread.holds(place / "then");
    const path given_place = place / (forbids ? "forbid" : "if");
    const bool unread = found.unread.touches(place);
    if (c.given.empty() && !unread) {
        found.add(place, "a constraint needs at least one condition; got none");
    }
    found.expect_source(place, c.source);
    const bool given = check_conditions(found, given_place, c.given);
    const bool then = check_conditions(found, place / "then", c.then);
    const bool small = take_constraint(found, place, c);
    return given && then && !c.given.empty() && !unread && small;
}

/// Stands in a deal for an option that could not be read; no issue has so many.
inline constexpr option_id unknown_option = maximum_options;

/// What each sound constraint forbids, side by side with the constraints.
struct frozen_constraints {
    std::vector<std::vector<forbidden_combination>> forbidden;
    std::vector<option_id> sizes;
    std::vector<bool> told;  ///< whether a constraint is wrong itself, and so judges no deal

    [[nodiscard]] bool violates(std::size_t c, const outcome& deal) const {
        return std::any_of(forbidden[c].begin(), forbidden[c].end(),
                           [&](const forbidden_combination& f) { return contains(f, deal); });
    }

    /// True when every part of the combination holds in the deal.
    static bool contains(const forbidden_combination& f, const outcome& deal) {
        for (std::size_t p = 0; p < f.issues.size(); ++p) {
            const option_id taken = deal[f.issues[p]];
            if (taken == unknown_option || !f.masks[p][taken]) {
                return false;
            }
        }
        return true;
    }
};

inline frozen_constraints freeze_constraints(findings& found, const std::vector<bool>& sound) {
    const scenario& world = found.world;
    frozen_constraints frozen;
    for (const issue& of : world.issues) {
        frozen.sizes.push_back(static_cast<option_id>(of.options.size()));
    }
    for (std::size_t c = 0; c < world.constraints.size(); ++c) {
        frozen.forbidden.emplace_back();
        frozen.told.push_back(!sound[c]);
        if (sound[c]) {
            freeze_constraint(found.index, world.constraints[c], frozen.forbidden.back());
        }
    }
    return frozen;
}

inline std::string names_of_constraints(const scenario& world,
                                        const std::vector<std::size_t>& places) {
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t k = 0; k < places.size() && k < most; ++k) {
        text += (k == 0 ? "'" : ", '") + shown(world.constraints[places[k]].name) + "'";
    }
    if (places.size() > most) {
        text += fmt::format(", … ({} in all)", places.size());
    }
    return text;
}

/// Places of the constraints that a deal violates.
inline std::vector<std::size_t> violated(const frozen_constraints& frozen, const outcome& deal) {
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < frozen.forbidden.size(); ++c) {
        if (!frozen.told[c] && frozen.violates(c, deal)) {
            places.push_back(c);
        }
    }
    return places;
}

/// Today's options as a deal, as far as they are known.
inline outcome status_quo_of(const findings& found) {
    outcome deal;
    for (const issue& of : found.world.issues) {
        const path place = section("issue") / of.name / "status_quo";
        const bool known = of.status_quo < of.options.size() && !found.unread.holds(place);
        deal.push_back(known ? static_cast<option_id>(of.status_quo) : unknown_option);
    }
    return deal;
}

/// The space holds a deal, and today's is in it.
inline void check_space(findings& found, frozen_constraints& frozen) {
    const scenario& world = found.world;
    const outcome today = status_quo_of(found);
    const auto broken = violated(frozen, today);
    const bool known = std::count(today.begin(), today.end(), unknown_option) == 0;
    if (broken.empty() && known) {
        return;  // today's options are a deal, so that the space is not empty
    }
    const auto emptying = emptying_constraints(frozen.sizes, frozen.forbidden);
    for (const std::size_t c : emptying.empty() ? broken : emptying) {
        frozen.told[c] = true;
    }
    if (!emptying.empty()) {
        found.add(section("constraint") / world.constraints[emptying.front()].name,
                  fmt::format("no deal satisfies {}{}; without {} there would be some",
                              emptying.size() == 1 ? "" : "all of ",
                              names_of_constraints(world, emptying),
                              emptying.size() == 1 ? "it" : "any one of them"));
        return;
    }
    for (const std::size_t c : broken) {
        found.add(section("constraint") / world.constraints[c].name,
                  fmt::format("the status quo must satisfy every constraint; it violates '{}'",
                              shown(world.constraints[c].name)));
    }
}

/// A named deal: known issues and options, allowed by every constraint.
inline void check_deal(findings& found, const path& place, const named_deal& deal,
                       const frozen_constraints& frozen) {
    outcome full = status_quo_of(found);
    bool sound = !found.unread.touches(place / "outcome");
    std::unordered_set<std::string> seen;
    for (const auto& [name, label] : deal.outcome) {
        const path here = place / "outcome" / name;
        if (!seen.insert(name).second) {
            found.add(here, fmt::format("issue '{}' is there twice", shown(name)));
            sound = false;
        }
        const issue* of = found.expect_issue(here, name);
        if (of == nullptr || !found.expect_option(here, *of, label)) {
            sound = false;
        } else {
            full[static_cast<std::size_t>(of - found.world.issues.data())] =
                static_cast<option_id>(found.place_of(*of, label).value_or(0));
        }
    }
    found.expect_source(place, deal.source);
    if (!sound) {
        return;
    }
    if (const auto broken = violated(frozen, full); !broken.empty()) {
        found.add(place / "outcome", fmt::format("deal '{}' violates {}", shown(deal.name),
                                                 names_of_constraints(found.world, broken)));
    }
}

}  // namespace negotiation::detail
