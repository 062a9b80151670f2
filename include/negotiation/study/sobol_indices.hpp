#pragma once

/// @file
/// Which share of a number's variance comes from which of its inputs. Compiled in the library
/// negotiation::negotiation (src/study/sobol_indices.cpp).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/parallel.hpp>

namespace negotiation::study {

/// @brief A number at a point of the unit cube; nothing where there is none. Called on several
/// threads at once.
using point_function = std::function<std::optional<double>(std::span<const double>)>;

/// @brief Where the points of a sample come from.
enum class sampling {
    random,  ///< independent draws: intervals are what they say
    quasi    ///< Sobol's sequence under a random digital shift: closer for smooth functions, and
             ///< intervals, which take rows to be independent, are wider than they need to be
};

/// @brief How to estimate indices.
struct sobol_options {
    std::size_t rows = 1024;             ///< N: pairs of points @range{[2, 10^7]}
    std::uint64_t seed = 1;              ///< of points and intervals
    sampling points = sampling::random;  ///< where they come from
    std::size_t resamples = 1000;        ///< of rows, for intervals @range{[20, 10^5]}
    parallel_options parallel = {};      ///< threads, stop, progress (in rows)
};

/// @brief An estimate with its 95 % interval: percentiles over rows drawn with replacement. What
/// happens in fewer than about one of N points may be in no row, and then in no interval.
struct estimate {
    double value = 0;  ///< may lie a little outside [0, 1]: it is estimated
    double low = 0;    ///< of the interval
    double high = 0;   ///< of the interval

    bool operator==(const estimate&) const = default;
};

/// @brief What some inputs contribute.
struct sobol_index {
    estimate first;  ///< share of the variance that would go, were these inputs known
    estimate total;  ///< share that would stay, were all others known: 0 where they do not matter

    bool operator==(const sobol_index&) const = default;
};

/// @brief Everything estimated.
struct sobol_result {
    std::vector<sobol_index> indices;  ///< by group; empty where the number does not vary, where
                                       ///< there are gaps, or fewer than two rows
    double mean = 0;                   ///< of `values`
    double variance = 0;               ///< of `values`
    std::vector<double> values;        ///< of the number at two independent points a row where it
                                       ///< exists, in the rows' order @shape{at most 2 rows}
    std::size_t rows = 0;              ///< looked at; fewer than asked for after a stop
    std::size_t used = 0;              ///< of them, rows with a number at every point
    bool gaps = false;                 ///< some row has not: there are no indices then

    bool operator==(const sobol_result&) const = default;
};

/// @brief First-order and total Sobol' indices of a function of independent uniform inputs.
///
/// Saltelli's design: two independent points a row, A and B, and for each group of inputs a third
/// one, A with the group's coordinates from B: (groups + 2) evaluations a row. Jansen's estimators
/// of both indices, with the variance of all A and B. Inputs of a group move together: its indices
/// are those of the group, interactions within it included; a coordinate in no group stays with A.
/// Intervals are percentiles over rows drawn with replacement. Where the function has no number at
/// some point there are no indices: on the part of the cube where it has one the inputs are not
/// independent, and nobody's share of the variance is defined. Ask for another number, or give
/// those points a value of your own.
/// @param dimensions coordinates of the cube
/// @param groups     coordinates of each group @range{[0, dimensions)}
/// @param f          the function
/// @param options    how
/// @return the estimates, the same for any number of threads
/// @throws std::invalid_argument a coordinate outside the cube or in two groups, an empty group,
/// options out of range; more than 1,800 dimensions of a quasi-random sample; what f throws
/// @complexity{(groups + 2) evaluations a row, and O(resamples rows groups)}; thread-safe where f
/// is
/// @source{sobol2001, Sobol' 2001\, Mathematics and Computers in Simulation 55}
/// @source{saltelli2010, Saltelli et al. 2010\, Computer Physics Communications 181\, table 2}
/// @source{jansen1999, Jansen 1999\, Computer Physics Communications 117}
/// @test tests/study/sobol_indices.cpp "the function of Ishigami has its known indices"
/// @test tests/study/sobol_indices.cpp "the g-function of Sobol has its known indices"
/// @test tests/study/sobol_indices.cpp "a sum shares its variance out"
/// @test tests/study/sobol_indices.cpp "an indicator has its known indices"
/// @test tests/study/sobol_indices.cpp "a number that does not exist everywhere has no indices"
/// @test tests/study/sobol_indices.cpp "intervals hold the truth as often as they say"
[[nodiscard]] sobol_result sobol_indices(std::size_t dimensions,
                                         const std::vector<std::vector<std::size_t>>& groups,
                                         const point_function& f,
                                         const sobol_options& options = {});

}  // namespace negotiation::study
