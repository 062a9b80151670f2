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
#include <negotiation/scenario/detail/freeze_constraint.hpp>

#include "scenario/constraint_search.hpp"
#include "scenario/findings.hpp"

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
        if (part.options.empty()) {
            found.add(here, "a condition needs at least one option; got none");
        }
        sound = sound && of != nullptr && !part.options.empty();
        for (std::size_t o = 0; of != nullptr && o < part.options.size(); ++o) {
            sound = found.expect_option(here / o, *of, part.options[o]) && sound;
        }
    }
    return sound;
}

/// @return whether the constraint can be evaluated
inline bool check_constraint(findings& found, const path& place, const constraint& c) {
    const bool forbids = c.then.empty();
    if (c.given.empty()) {
        found.add(place, "a constraint needs at least one condition; got none");
    }
    const bool given = check_conditions(found, place / (forbids ? "forbid" : "if"), c.given);
    const bool then = check_conditions(found, place / "then", c.then);
    return given && then && !c.given.empty();
}

/// What each sound constraint forbids, side by side with the constraints.
struct frozen_constraints {
    std::vector<std::vector<forbidden_combination>> forbidden;
    std::vector<option_id> sizes;

    [[nodiscard]] bool violates(std::size_t c, const outcome& deal) const {
        return std::any_of(forbidden[c].begin(), forbidden[c].end(),
                           [&](const forbidden_combination& f) { return contains(f, deal); });
    }

    /// True when every part of the combination holds in the deal.
    static bool contains(const forbidden_combination& f, const outcome& deal) {
        for (std::size_t p = 0; p < f.issues.size(); ++p) {
            if (!f.masks[p][deal[f.issues[p]]]) {
                return false;
            }
        }
        return true;
    }
};

inline frozen_constraints freeze_constraints(const scenario& world,
                                             const std::vector<bool>& sound) {
    frozen_constraints frozen;
    for (const issue& of : world.issues) {
        frozen.sizes.push_back(static_cast<option_id>(of.options.size()));
    }
    for (std::size_t c = 0; c < world.constraints.size(); ++c) {
        frozen.forbidden.emplace_back();
        if (sound[c]) {
            freeze_constraint(world, world.constraints[c], frozen.forbidden.back());
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
        if (frozen.violates(c, deal)) {
            places.push_back(c);
        }
    }
    return places;
}

/// Today's options as a deal. @return nothing when an issue has no valid status quo
inline std::optional<outcome> status_quo_of(const scenario& world) {
    outcome deal;
    for (const issue& of : world.issues) {
        if (of.status_quo >= of.options.size()) {
            return std::nullopt;
        }
        deal.push_back(static_cast<option_id>(of.status_quo));
    }
    return deal;
}

/// The space holds a deal, and today's is in it.
inline void check_space(findings& found, const frozen_constraints& frozen) {
    const scenario& world = found.world;
    const auto today = status_quo_of(world);
    const auto broken = today ? violated(frozen, *today) : std::vector<std::size_t>{};
    if (broken.empty()) {
        return;  // today's options are a deal, so that the space is not empty
    }
    const auto emptying = emptying_constraints(frozen.sizes, frozen.forbidden);
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
    auto full = status_quo_of(found.world);
    bool sound = full.has_value();
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
        } else if (sound) {
            (*full)[issue_place(found.world, name)] =
                static_cast<option_id>(find_option(*of, label).value_or(0));
        }
    }
    found.expect_source(place, deal.source);
    if (!sound) {
        return;
    }
    if (const auto broken = violated(frozen, *full); !broken.empty()) {
        found.add(place / "outcome", fmt::format("deal '{}' violates {}", shown(deal.name),
                                                 names_of_constraints(found.world, broken)));
    }
}

}  // namespace negotiation::detail
