#pragma once

/// @file
/// A framework now and details later, against waiting for the whole deal.

#include <cstddef>
#include <vector>

#include <negotiation/question/race.hpp>
#include <negotiation/question/seating.hpp>

#include "question/race_days.hpp"

namespace negotiation::question::detail {

/// The table of the framework. @throws scenario_error an unknown scope, or an empty name
/// @throws std::invalid_argument a scope that is not narrower than what is talked about
[[nodiscard]] seating framework_table(const seating& whole, const race_options& asked);

/// What is left to bargain over once a deal of some issues is signed: they are closed, and no deal
/// is the signed one.
[[nodiscard]] seating details_table(seating whole, const std::vector<issue_id>& closed,
                                    const outcome& deal);

/// Fewer runs of any of the talks tell nothing: what seldom happens is not seen in so few.
inline constexpr std::size_t least_framework_runs = 30;

/// What rounds of runs that a framework takes are told.
inline constexpr std::size_t framework_rounds = 2;

/// What a framework is worth. @param waiting the whole talks, as they were played
/// @param on their days, and what threatens them
/// @param part options for each of `framework_rounds` rounds of runs
/// @param complete whether all runs were played until now; false where a stop left some of these
/// out
[[nodiscard]] race_framework framework_of(const seating& whole, const seating& narrow,
                                          const race_options& asked, const race_plan& waiting,
                                          const race_course& on,
                                          const std::vector<parallel_options>& part,
                                          bool& complete);

}  // namespace negotiation::question::detail
