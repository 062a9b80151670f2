#pragma once

/// @file
/// Names and labels to ids and masks. Expects a scenario that `validate` found sound.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/scenario/detail/option_index.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::detail {

inline issue_id issue_place(const scenario& world, const std::string& name) {
    for (issue_id k = 0; k < world.issues.size(); ++k) {
        if (world.issues[k].name == name) {
            return k;
        }
    }
    throw std::invalid_argument("freeze: a name must belong to an issue; got '" + name + "'");
}

/// Which options of an issue are among the labels.
inline option_mask mask_of(scenario_index& index, issue_id k,
                           const std::vector<option_label>& labels) {
    option_mask mask(index.issues()[k].options.size(), false);
    for (const option_label& label : labels) {
        if (const auto place = index.find(k, label)) {
            mask[*place] = true;
        }
    }
    return mask;
}

/// Adds "this issue lies in this mask" to a combination, merging conditions on one issue.
inline void restrict(forbidden_combination& combination, issue_id k, const option_mask& mask) {
    const auto found = std::find(combination.issues.begin(), combination.issues.end(), k);
    if (found == combination.issues.end()) {
        combination.issues.push_back(k);
        combination.masks.push_back(mask);
        return;
    }
    option_mask& merged =
        combination.masks[static_cast<std::size_t>(found - combination.issues.begin())];
    for (std::size_t o = 0; o < mask.size(); ++o) {
        merged[o] = merged[o] && mask[o];
    }
}

/// An implication forbids, for each of its consequences, the premises with its opposite.
inline void freeze_constraint(scenario_index& index, const constraint& c,
                              std::vector<forbidden_combination>& into) {
    forbidden_combination premises;
    for (const condition& part : c.given) {
        const auto k = static_cast<issue_id>(index.find(part.issue).value());
        restrict(premises, k, mask_of(index, k, part.options));
    }
    if (c.then.empty()) {
        into.push_back(std::move(premises));
        return;
    }
    for (const condition& part : c.then) {
        const auto k = static_cast<issue_id>(index.find(part.issue).value());
        option_mask opposite = mask_of(index, k, part.options);
        opposite.flip();
        forbidden_combination combination = premises;
        restrict(combination, k, opposite);
        into.push_back(std::move(combination));
    }
}

}  // namespace negotiation::detail
