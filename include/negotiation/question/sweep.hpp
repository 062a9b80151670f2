#pragma once

/// @file
/// What becomes of an answer when numbers vary? Compiled in the library negotiation::negotiation
/// (src/question/sweep.cpp).

#include <string>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_sweep.hpp>
#include <negotiation/question/headline.hpp>
#include <negotiation/question/sweep_answer.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/scenario/set_number.hpp>

namespace negotiation::question {

/// @brief How to ask for a sweep.
struct sweep_options {
    std::vector<std::string> vary = {};              ///< `PATH=lo..hi:n` each, at least one
    std::vector<std::string> of = {};                ///< names of headlines; none: `usual_headline`
    headline_options how = {};                       ///< scope, talks, seed
    other_weights others = other_weights::rescaled;  ///< what a weight that varies does to those
                                                     ///< beside it
    parallel_options parallel = {};                  ///< threads, stop, progress (in points)
};

/// @brief Varies numbers of a scenario over a grid, and asks for headlines at every point.
///
/// Any number of the scenario, whether anybody calls it an assumption or not. What is drawn is
/// drawn from the same seed at every point, so that points differ by what varies.
/// @param world   the scenario
/// @param options what to vary, what to ask for
/// @return the answer; after a stop with the points looked at so far
/// @throws std::invalid_argument see `study::parse_axis`, `study::sweep` and `headline_named`; a
/// headline twice
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @complexity{a headline a point}; thread-safe
/// @test tests/question/sweep.cpp "the zone closes as a reservation value rises"
[[nodiscard]] sweep_answer sweep(const scenario& world, const sweep_options& options);

}  // namespace negotiation::question
