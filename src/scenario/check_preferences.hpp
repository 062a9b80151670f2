#pragma once

/// @file
/// Checks of how an agent's values become one number: weights, interactions, their sum, and the
/// promise that they are normalised.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include <fmt/core.h>

#include "scenario/check_values.hpp"

namespace negotiation::detail {

/// True when values under a name that no issue has were probably meant for this one.
inline bool misspelt_values(findings& found, const party& who, const std::string& of) {
    constexpr std::size_t most = 1000;  // of that many wrong names none is a slip
    const party* owner = &who;
    for (std::size_t hops = 0; hops <= found.agents.size(); ++hops) {
        for (std::size_t k = 0; k < owner->values.size() && k < most; ++k) {
            const std::string& name = owner->values[k].first;
            if (found.find_issue(name) == nullptr && found.near.is_slip(name, of)) {
                return true;
            }
        }
        const auto next = found.agents.find(owner->values_from);
        if (owner->values_from.empty() || next == found.agents.end()) {
            return false;
        }
        owner = next->second;
    }
    return false;
}

/// Tells when there are no values for an issue that counts.
inline void expect_values(findings& found, const path& place, const party& who,
                          const std::string& name) {
    if (!found.full() && find_values(found, who, name).f == nullptr &&
        !values_unread(found, who, name) && !misspelt_values(found, who, name)) {
        found.add(place,
                  fmt::format("issue '{}' counts and has no values; got neither values.{} of "
                              "'{}' nor any through values_from",
                              shown(name), shown(name), shown(who.name)));
    }
}

inline bool check_weight(findings& found, const path& place, const party& who, double weight) {
    if (found.unread.holds(place)) {
        return false;
    }
    if (who.combine == aggregation::multiplicative) {
        // At 1 beside others K would be -1, and one good thing would make up for all the rest.
        const bool alone = who.weights.size() == 1;
        if (!(weight > 0 && (alone ? weight <= 1 : weight < 1))) {
            found.add(place, fmt::format("a weight of a multiplicative preference must lie in "
                                         "(0, 1{}; got {}",
                                         alone ? ']' : ')', weight));
            return false;
        }
        return true;
    }
    if (!(std::abs(weight) < largest_number)) {
        found.add(place, fmt::format("a weight must be below 1e6 in size; got {}", weight));
        return false;
    }
    if (found.world.utilities == utility_convention::unit && weight < 0) {
        found.add(place, fmt::format("a weight must not be below 0; got {}", weight));
        return false;
    }
    return true;
}

/// @return whether all weights are sound, so that their sum means something
inline bool check_weights(findings& found, const path& place, const party& who) {
    bool sound = true;
    std::unordered_set<std::string> seen;
    for (const auto& [name, weight] : who.weights) {
        const path here = place / "weights" / name;
        if (!seen.insert(name).second) {
            found.add(here, fmt::format("issue '{}' has a weight twice", shown(name)));
            sound = false;
        }
        sound = check_weight(found, here, who, weight) && sound;
        if (found.expect_issue(here, name) == nullptr) {
            continue;
        }
        if (weight < 0 || weight > 0) {
            expect_values(found, here, who, name);
        }
    }
    return sound;
}

/// The issues of an interaction: known, distinct, two or more.
/// @return the combinations of their options, or 0 when something is wrong
inline double check_interaction_issues(findings& found, const path& place,
                                       const interaction& term) {
    double combinations = 1;
    bool sound = true;
    std::unordered_set<std::string> seen;
    for (std::size_t k = 0; k < term.issues.size(); ++k) {
        const path here = place / "issues" / k;
        if (!seen.insert(term.issues[k]).second) {
            found.add(here, fmt::format("issue '{}' is there twice", shown(term.issues[k])));
            sound = false;
        }
        if (const issue* of = found.expect_issue(here, term.issues[k])) {
            combinations *= static_cast<double>(of->options.size());
            sound = sound && found.countable(*of);
        } else {
            sound = false;
        }
    }
    if (term.issues.size() < 2) {
        found.add(place / "issues", fmt::format("an interaction ties two or more issues; got {}",
                                                term.issues.size()));
        sound = false;
    }
    if (combinations > largest_preferences) {
        found.add(place / "issues", fmt::format("an interaction covers at most {:.0f} combinations "
                                                "of options; got {:.10g}",
                                                largest_preferences, combinations));
        sound = false;
    }
    return sound ? combinations : 0;
}

/// All interactions of a scenario together may not be larger than one.
inline void take_combinations(findings& found, const path& place, double combinations) {
    const bool fitted = found.combinations <= largest_preferences;
    found.combinations += combinations;
    if (fitted && found.combinations > largest_preferences) {
        found.add(place,
                  fmt::format("the interactions of a scenario cover at most {:.0f} combinations of "
                              "options in all; got {:.10g} up to here",
                              largest_preferences, found.combinations));
    }
}

/// The same for the values that agents give to the options of the issues they weigh.
inline void take_values(findings& found, const path& place, const party& who) {
    double values = 0;
    for (const auto& [name, weight] : who.weights) {
        const issue* of = weight < 0 || weight > 0 ? found.find_issue(name) : nullptr;
        values += of == nullptr ? 0 : static_cast<double>(of->options.size());
    }
    const bool fitted = found.weighed_options <= largest_preferences;
    found.weighed_options += values;
    if (fitted && found.weighed_options > largest_preferences) {
        found.add(place / "weights",
                  fmt::format("the agents of a scenario weigh at most {:.0f} options in all; got "
                              "{:.10g} up to here",
                              largest_preferences, found.weighed_options));
    }
}

inline void check_interaction(findings& found, const path& place, const party& who,
                              const interaction& term) {
    const double combinations = check_interaction_issues(found, place, term);
    if (!(std::abs(term.weight) < largest_number)) {
        found.add(place / "weight",
                  fmt::format("a weight must be below 1e6 in size; got {}", term.weight));
    }
    take_combinations(found, place / "issues", combinations);
    if (found.unread.holds(place / "table")) {
        return;
    }
    if (term.table.empty()) {
        for (std::size_t k = 0; k < term.issues.size(); ++k) {
            if (found.find_issue(term.issues[k]) != nullptr) {
                expect_values(found, place / "issues" / k, who, term.issues[k]);
            }
        }
        return;
    }
    const auto entries = static_cast<double>(term.table.size());
    if (combinations > 0 && (entries < combinations || combinations < entries)) {
        found.add(place / "table", fmt::format("a table has one entry for each of the {} "
                                               "combinations of options; got {}",
                                               combinations, entries));
    }
    for (std::size_t k = 0; k < term.table.size(); ++k) {
        if (!(std::abs(term.table[k]) < largest_number)) {
            found.add(place / "table" / k,
                      fmt::format("an entry must be below 1e6 in size; got {}", term.table[k]));
        }
    }
}

inline void check_interactions(findings& found, const path& place, const party& who) {
    if (!who.interactions.empty() && who.combine == aggregation::multiplicative) {
        found.add(
            place / "interaction",
            "interactions belong to an additive preference; got combine = \"multiplicative\"");
    }
    for (std::size_t k = 0; k < who.interactions.size(); ++k) {
        check_interaction(found, place / "interaction" / k, who, who.interactions[k]);
    }
}

/// True when some weight, or whether it is one to be summed, could not be read.
inline bool terms_unread(const findings& found, const path& place, const party& who) {
    bool unread = found.unread.touches(place / "weights") ||
                  found.unread.holds(place / "combine") ||
                  found.unread.holds(place / "interaction");
    for (std::size_t k = 0; k < who.interactions.size(); ++k) {
        unread = unread || found.unread.holds(place / "interaction" / k / "weight");
    }
    return unread;
}

/// Additive weights sum to 1 with those of the interactions, in the unit convention.
inline void check_sum(findings& found, const path& place, const party& who) {
    if (found.world.utilities == utility_convention::raw ||
        who.combine == aggregation::multiplicative || terms_unread(found, place, who)) {
        return;
    }
    double sum = 0;
    for (const auto& entry : who.weights) {
        sum += entry.second;
    }
    for (const interaction& term : who.interactions) {
        sum += term.weight;
    }
    if (!(std::abs(sum - 1) <= 1e-9)) {
        const bool weighs = !who.weights.empty();
        found.add(weighs ? place / "weights" : place,
                  fmt::format("weights of {} '{}'{} sum to {:.10g}, expected 1",
                              std::get<std::string>(place.steps.front()), shown(who.name),
                              who.interactions.empty() ? "" : " and of its interactions", sum));
    }
}

/// Values that a multiplicative preference or the file's promise needs: in [0, 1]; from 0 to 1.
inline void check_scaled(findings& found, const path& place, const party& who) {
    const bool multiplicative = who.combine == aggregation::multiplicative;
    if (found.weighed_options > largest_preferences) {
        return;
    }
    if (!multiplicative && !found.world.normalised) {
        return;
    }
    for (const auto& [name, weight] : who.weights) {
        const auto values = sound_values(found, who, name);
        if (!values || !(weight < 0 || weight > 0)) {
            continue;
        }
        const auto [low, high] = std::minmax_element(values->begin(), values->end());
        const path here = place / "weights" / name;
        if (found.world.normalised && !(std::abs(*low) <= 1e-9 && std::abs(*high - 1) <= 1e-9)) {
            found.add(here, fmt::format("normalised values of issue '{}' run from 0 (worst) to 1 "
                                        "(best); got {:.10g} to {:.10g}",
                                        shown(name), *low, *high));
        } else if (multiplicative && !(*low >= 0 && *high <= 1)) {
            found.add(here, fmt::format("a multiplicative preference needs values in [0, 1] on "
                                        "issue '{}'; got {:.10g} to {:.10g}",
                                        shown(name), *low, *high));
        }
    }
}

inline void check_preferences(findings& found, const path& place, const party& who) {
    check_values_from(found, place, who);
    const bool sound = check_weights(found, place, who);
    check_values(found, place, who);
    take_values(found, place, who);
    check_interactions(found, place, who);
    if (sound) {
        check_sum(found, place, who);
    }
    check_scaled(found, place, who);
}

}  // namespace negotiation::detail
