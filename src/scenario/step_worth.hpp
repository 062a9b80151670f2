#pragma once

/// @file
/// What a step that implements an issue is worth, from an agent's own preferences.

#include <algorithm>

#include <negotiation/model/bargaining.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::detail {

/// On the grid on which amounts are added: so that parts add up to the whole.
[[nodiscard]] inline double on_grid(double value) { return from_units(to_units(value)); }

/// What an option of an issue adds to an agent's value over another; additive agents only.
[[nodiscard]] inline units difference(const utility_function& f, const outcome_space& space,
                                      issue_id k, option_id to, option_id from) {
    grains sum = 0;
    outcome at(space.sizes.size(), 0);
    for (const utility_term& term : f.terms) {
        if (term.issues.size() == 1 && term.issues[0] == k) {
            at[k] = to;
            sum += value_of(term, space.sizes, at);
            at[k] = from;
            sum -= value_of(term, space.sizes, at);
        }
    }
    return static_cast<units>(sum) * f.scale.grain;
}

/// What a share of an issue is worth with an option, over the status quo.
[[nodiscard]] inline double worth_of_share(double share, const utility_function& f,
                                           const outcome_space& space, issue_id k, option_id to,
                                           option_id status_quo) {
    return on_grid(share * from_units(difference(f, space, k, to, status_quo)));
}

}  // namespace negotiation::detail
