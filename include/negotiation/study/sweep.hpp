#pragma once

/// @file
/// A question asked of every world of a grid. Compiled in the library negotiation::negotiation
/// (src/study/sweep.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/scenario/set_number.hpp>
#include <negotiation/study/axis.hpp>
#include <negotiation/study/quantity.hpp>

namespace negotiation::study {

/// @brief How to go through a grid.
struct sweep_options {
    other_weights others = other_weights::rescaled;  ///< what a weight that varies does to those
                                                     ///< beside it
    parallel_options parallel = {};                  ///< threads, stop, progress (in points)
};

/// @brief One world of a grid.
struct sweep_point {
    std::vector<double> levels;  ///< of the axes @shape{axes}
    bool looked_at = false;      ///< false where a stop came first: nothing was found then
    std::vector<finding> found;  ///< @shape{quantities}

    bool operator==(const sweep_point&) const = default;
};

/// @brief A grid of worlds with what was found in each.
struct sweep_result {
    std::vector<axis> axes;           ///< as asked for
    std::vector<sweep_point> points;  ///< in the grid's order, the last axis fastest
    std::size_t done = 0;             ///< points looked at; fewer than all after a stop
};

/// @brief Changes one or more numbers of a world over a grid and asks each world for numbers.
///
/// A world that is not sound at some point of the grid is a row with the reason, not the end of
/// it. One weight of weights that sum to 1 takes its room from the others in proportion, or gives
/// it to them, unless they are to be kept; several weights of one party make room for one another.
/// @param world   a sound scenario
/// @param axes    at least one, no place twice, `maximum_points` in all
/// @param of      what is asked, at least one
/// @param options how
/// @return rows in the grid's order, the same for any number of threads
/// @throws std::invalid_argument no axis or quantity, a place twice, too many points, ends in the
/// wrong order; what a quantity throws beside `scenario_error`, of the first such row
/// @complexity{points times quantities}; thread-safe where the quantities are
/// @test tests/study/sweep.cpp "a grid is gone through in order on any number of threads"
/// @test tests/study/sweep.cpp "a world that is not sound is a row with its reason"
[[nodiscard]] sweep_result sweep(const scenario& world, const std::vector<axis>& axes,
                                 const std::vector<quantity>& of,
                                 const sweep_options& options = {});

}  // namespace negotiation::study
