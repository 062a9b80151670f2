#pragma once

/// @file
/// Texts that differ in one point.

#include <vector>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::talks {

/// @brief A change of a text in one issue.
struct one_change {
    issue_id issue = 0;    ///< which issue
    option_id option = 0;  ///< what it becomes

    bool operator==(const one_change&) const = default;
};

/// @brief A text with a change made.
/// @param text   an option for every issue @shape{issues}
/// @param change of one of them
/// @return the changed text
/// @complexity{O(issues)}; thread-safe
/// @test tests/talks/one_change.cpp "changes are those that the constraints leave"
[[nodiscard]] inline outcome changed(outcome text, const one_change& change) {
    text[change.issue] = change.option;
    return text;
}

/// @brief Every change of a text in one issue that the constraints leave.
/// @param space the deals there are
/// @param text  an option for every issue, feasible or not @shape{issues}
/// @return the changes, by issue, then by option
/// @complexity{O(open options * (issues + constraints))}; thread-safe
/// @test tests/talks/one_change.cpp "changes are those that the constraints leave"
[[nodiscard]] inline std::vector<one_change> feasible_changes(const outcome_space& space,
                                                              outcome text) {
    std::vector<one_change> found;
    for (issue_id k = 0; k < space.domains.size(); ++k) {
        const option_id kept = text[k];
        for (const option_id option : space.domains[k]) {
            text[k] = option;
            if (option != kept && feasible(space, text)) {
                found.push_back({k, option});
            }
        }
        text[k] = kept;
    }
    return found;
}

}  // namespace negotiation::talks
