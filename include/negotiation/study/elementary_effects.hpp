#pragma once

/// @file
/// Which of many inputs matter at all, at little cost. Compiled in the library
/// negotiation::negotiation (src/study/elementary_effects.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/study/sobol_indices.hpp>

namespace negotiation::study {

/// @brief How to screen.
struct screening_options {
    std::size_t trajectories = 8;    ///< r @range{[1, 10^6]}
    std::uint64_t seed = 1;          ///< of all that is drawn
    parallel_options parallel = {};  ///< threads, stop, progress (in trajectories)
};

/// @brief What changing one input by itself does, over the cube.
struct elementary_effect {
    std::size_t count = 0;  ///< trajectories in which it was measured
    double mean = 0;        ///< change of the number for the whole range of the input
    double size = 0;        ///< mean of its absolute value (mu*): 0 where it was never seen to
                            ///< matter
    double deviation = 0;   ///< standard deviation (sigma): above 0 where the effect depends on
                            ///< where it is measured; 0 of one trajectory

    bool operator==(const elementary_effect&) const = default;
};

/// @brief What was found in screening.
struct screening {
    std::vector<elementary_effect> effects;  ///< by coordinate @shape{dimensions}
    std::size_t trajectories = 0;            ///< walked; fewer than asked for after a stop

    bool operator==(const screening&) const = default;
};

/// @brief Morris's elementary effects: walks through the cube that change one coordinate after the
/// other, by half of its range, on a grid of four levels.
///
/// For screening: an input that matters only where others have values that no walk met shows no
/// effect. Whoever leaves inputs out by it should measure what they do together: see
/// `sensitivity`. Four levels at the middles of quarters of the range, so that no walk goes along
/// the faces of the cube.
/// @param dimensions coordinates of the cube
/// @param f          the function; a step to or from a point without a number is not counted
/// @param options    how
/// @return one effect a coordinate, the same for any number of threads
/// @throws std::invalid_argument trajectories out of range; what f throws
/// @complexity{trajectories (dimensions + 1) evaluations}; thread-safe where f is
/// @source{morris1991, Morris 1991\, Technometrics 33(2)}
/// @test tests/study/elementary_effects.cpp "effects of a linear function are its coefficients"
[[nodiscard]] screening elementary_effects(std::size_t dimensions, const point_function& f,
                                           const screening_options& options = {});

}  // namespace negotiation::study
