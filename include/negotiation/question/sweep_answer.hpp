#pragma once

/// @file
/// What becomes of an answer when numbers vary, as an answer.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/question/headline.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/study/axis.hpp>
#include <negotiation/study/quantity.hpp>
#include <negotiation/study/sweep.hpp>

namespace negotiation::question {

/// @brief A number that is varied.
struct sweep_axis {
    study::axis of;           ///< from where to where
    double as_written = 0;    ///< what the scenario says
    bool assumed = false;     ///< some assumption of the scenario covers it
    bool makes_room = false;  ///< it is a weight, and those beside it make room for it
};

/// @brief Everything `sweep` found. Names are resolved, numbers are not formatted.
struct sweep_answer {
    std::string scenario;                    ///< title
    std::string scope;                       ///< empty for every issue
    publicity talks = publicity::open;       ///< secret or open
    std::uint64_t seed = 1;                  ///< of quantities that are drawn
    std::vector<sweep_axis> axes;            ///< as asked for
    std::vector<headline> of;                ///< what was asked
    std::vector<study::finding> as_written;  ///< of the scenario as it is @shape{of}
    std::vector<study::sweep_point> points;  ///< in the grid's order, the last axis fastest
    std::size_t done = 0;                    ///< points looked at; fewer than all after a stop
    std::size_t unsourced_numbers = 0;       ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
