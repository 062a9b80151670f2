#pragma once

/// @file
/// The question "narrow or broad?" Compiled in the library negotiation::negotiation
/// (src/question/scope.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/describe_scope.hpp>
#include <negotiation/question/scope_answer.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to compare scopes.
struct scope_options {
    std::vector<std::string> scopes;  ///< names; none: all of the file, one alone against every
                                      ///< issue
    std::optional<publicity> talks;   ///< instead of what the scenario says
    red_line_choice red_lines;        ///< which red lines bind
    std::vector<std::string> seats;   ///< onlookers who get a seat
    bool counts = true;               ///< whether zones are counted
    std::size_t runs = 100;           ///< of the talks; 0: none @range{[0, 100000]}
    std::uint64_t seed = 1;           ///< of the talks
    double spread = 0.3;              ///< how far assumed numbers are changed @range{[0, 1]}
    std::size_t evaluations = 4000;   ///< worlds that the search for flips may look at
    deal::budget limits;              ///< what a search over deals may use
};

/// @brief Scopes of a scenario side by side: deals, the Nash deal and its product, whether it
/// passes at home, who would wreck it and whether it lasts, how long talks take; which scope is
/// better by each criterion; and which assumed number, changed alone, makes another one better.
///
/// Issues out of scope stay as they are, so a scope that contains another one has all of its deals:
/// optional linkage never shrinks the zone nor the greatest Nash product, whatever the numbers.
/// What can speak for the narrower one is mandatory linkage (no deal unless every further issue
/// moves) and what becomes of the deal afterwards. So flips are sought for two criteria: `linked`,
/// the Nash product where linkage is mandatory, and `expected`, the Nash product times the chance
/// that the Nash deal passes everywhere at home and lasts twelve months.
///
/// `overall` also counts the share of talks that agree; talks are not played again for every
/// number.
///
/// Lasting counts the hazards that threaten a deal once it is carried out (the stage `aftermath`),
/// terms included and spikes aside, and events as if the talks ended at once. At home members share
/// a mood and public red lines are forgotten; the answer also has the chance if they are not.
///
/// Each assumed number of the preferences, factions, hazards and events involved is moved by up to
/// `spread` of itself, in steps of a quarter of that and by halving where the verdict changes;
/// where weights sum to 1 the others make room. A flip inside one such step and back is not seen,
/// and a scope that only comes level does not count as better.
/// @param world   a scenario
/// @param options which scopes, around which table, how far
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument nothing to compare, a scope named twice, `spread` or `runs` out of
/// range, red lines of someone who is not at the table
/// @complexity{two counts and two frontiers a scope, the talks, and a frontier a scope for every
/// world that the search for flips looks at}; thread-safe
/// @source{tollison1979, Tollison and Willett 1979\, International Organization 33(4)}
/// @test tests/question/scope.cpp "the narrow and the broad deal of the back channel"
[[nodiscard]] scope_answer scope(const scenario& world, const scope_options& options = {});

}  // namespace negotiation::question
