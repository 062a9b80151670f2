#pragma once

/// @file
/// Narrow or broad, side by side: the answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/count.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief The Nash deal of a scope.
struct scope_deal {
    draft outcome;                  ///< issues in scope
    std::vector<double> utilities;  ///< @shape{parties}
    std::vector<double> gains;      ///< over no deal @shape{parties}
    double product = 0;             ///< of the gains
};

/// @brief A scope whose further issues have to move: no deal without them.
struct linked_view {
    std::string beyond;                  ///< the scope that it contains
    std::vector<std::string> extra;      ///< the issues that have to move
    std::optional<outcome_count> count;  ///< deals that are left; nothing when not counted
    std::optional<bool> empty;           ///< nothing when that could not be found out
    std::optional<double> product;       ///< of the Nash deal among them, where there is one
};

/// @brief How likely the Nash deal is to pass at home.
struct passing_view {
    std::vector<double> by_party;             ///< @shape{parties} @range{[0, 1]}
    double joint = 1;                         ///< all of them
    std::vector<double> by_party_with_lines;  ///< where factions stand by public red lines
    double joint_with_lines = 1;              ///< likewise
};

/// @brief A source of shocks that threatens the Nash deal once it is carried out.
struct threat_view {
    std::string name;     ///< of the hazard
    std::string spoiler;  ///< whose value of the deal it answers to, or empty
    double monthly = 0;   ///< chance of at least one in a month @range{[0, 1]}
};

/// @brief How long the Nash deal lasts once it is carried out.
struct lasting_view {
    std::vector<threat_view> threats;  ///< in the file's order
    std::optional<double> spoilers;    ///< twelve months without a blow by any spoiler; nothing
                                       ///< without one
    double year = 1;                   ///< twelve months without an end from any source
    double horizon = 1;                ///< the same, over the horizon
    double horizon_days = 0;           ///< the horizon @unit{days}
    std::size_t events = 0;            ///< that the deal does not escape; their days count from its
                                       ///< being carried out, as if talks and steps took none
};

/// @brief How the talks about a scope go.
struct scope_talks {
    std::size_t runs = 0;    ///< how many were played
    std::size_t agreed = 0;  ///< how many ended in agreement
    double rounds = 0;       ///< mean round of the end
    double days = 0;         ///< mean calendar time of the end @unit{days}
};

/// @brief What a scope comes to.
struct scope_view {
    std::string name;                       ///< empty for every issue
    std::vector<std::string> issues;        ///< in the scenario's order
    outcome_count raw = 0;                  ///< deals before constraints
    std::optional<outcome_count> feasible;  ///< deals that constraints leave, if counted
    std::optional<outcome_count> zone;      ///< deals that suit everybody, if counted
    std::optional<double> share;            ///< of the feasible ones
    std::optional<bool> empty;              ///< nothing when that could not be found out
    std::optional<scope_deal> nash;         ///< nothing without a deal
    std::optional<linked_view> linked;      ///< where it contains another scope of the comparison
    std::optional<passing_view> passing;    ///< where there are chambers and a deal
    std::optional<lasting_view> lasting;    ///< where there are hazards or events, and a deal
    std::optional<scope_talks> talks;       ///< where talks were played
    std::optional<double> expected;  ///< product times the chance that the deal passes at home
                                     ///< and lasts twelve months; nothing when unknown
    std::optional<double> overall;   ///< the same, times the share of talks that agree; nothing
                                     ///< where none were played
};

/// @brief Which scope is better by one criterion.
struct verdict_view {
    std::string criterion;  ///< what is compared
    std::string scope;      ///< the better one
    bool tied = false;      ///< several are equally good
};

/// @brief An assumed number that, changed alone, makes another scope the better one.
struct flip_view {
    std::string criterion;  ///< linked or expected
    std::string path;       ///< of the number
    double value = 0;       ///< as it is
    double changed = 0;     ///< the nearest value found at which the verdict is another
    std::string from;       ///< the better scope as it is
    std::string to;         ///< the better one then
};

/// @brief Everything `scope` found.
struct scope_answer {
    std::string scenario;                ///< title
    publicity talks = publicity::open;   ///< secret or open
    bool red_lines_chosen = false;       ///< by the asker
    std::vector<std::string> parties;    ///< in acting order
    std::size_t assumed_numbers = 0;     ///< on which the widest scope rests
    std::size_t unsourced_numbers = 0;   ///< of the file: without a source or an assumption
    std::uint64_t seed = 1;              ///< of the talks
    std::vector<scope_view> scopes;      ///< in the order asked for
    std::vector<verdict_view> verdicts;  ///< by criterion
    double spread = 0;                   ///< how far numbers were changed, as a share of them
    std::size_t tried = 0;               ///< assumed numbers that were changed
    std::size_t evaluations = 0;         ///< worlds looked at on the way
    bool complete = true;                ///< false when the search for flips used all it may
    std::vector<flip_view> flips;        ///< the least relative change first
    std::string refused;                 ///< why something was not computed, or empty
};

}  // namespace negotiation::question
