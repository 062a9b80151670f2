#pragma once

/// @file
/// When a deal reaches which milestone, and what threatens it in between. Compiled in the library
/// negotiation::negotiation (src/survival/deal_course.cpp).

#include <span>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/survival/hazard.hpp>
#include <negotiation/survival/timeline.hpp>

namespace negotiation::survival {

/// @brief The dates of a deal's life, from the first day of the talks, as far as they are planned.
struct deal_course {
    double signature = 0;       ///< @unit{days}
    double vote = 0;            ///< not before the signature @unit{days}
    double first_step = 0;      ///< not before the vote @unit{days}
    double completion = 0;      ///< not before the first step @unit{days}
    double end = 0;             ///< until when is looked, not before completion @unit{days}
    std::vector<double> steps;  ///< when each is done, in the file's order; negative: never.
                                ///< A spike around a step that is not here never comes
                                ///< @unit{days} @shape{steps}

    bool operator==(const deal_course&) const = default;
};

/// @brief The stage of a deal's life at a date. A milestone begins the stage that follows it.
/// @param of   its course
/// @param days a date @unit{days} @range{[0, inf)}
/// @return talks before the signature, ratification before the vote, implementation before
/// completion, then aftermath
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/deal_course.cpp "milestones part the stages"
[[nodiscard]] stage stage_at(const deal_course& of, double days) noexcept;

/// @brief Rates of all hazards over the life of a deal, from the first day of the talks: constant
/// between milestones and the borders of spikes. A hazard counts in the stages that it threatens.
///
/// Effects that change other hazards are not in it: that takes a simulation of the whole life.
/// @param hazards    the sources @shape{sources}
/// @param space      the deals there are
/// @param deal       the one that is looked at, during the talks as well @shape{issues}
/// @param of         its course
/// @param with_terms whether terms count
/// @return segments with a rate a source @unit{days}
/// @throws std::invalid_argument dates that are not in order, negative or above 10^100
/// @complexity{O((milestones + spikes) hazards (terms + spikes))}; thread-safe
/// @test tests/survival/deal_course.cpp "a spike lifts a hazard inside its window only"
[[nodiscard]] timeline timeline_of(std::span<const hazard> hazards, const outcome_space& space,
                                   const outcome& deal, const deal_course& of,
                                   bool with_terms = true);

}  // namespace negotiation::survival
