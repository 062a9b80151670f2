#pragma once

/// @file
/// A number of a scenario, from here to there. Compiled in the library negotiation::negotiation
/// (src/study/axis.cpp).

#include <cstddef>
#include <string>

#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::study {

/// @brief The most points of a grid.
inline constexpr std::size_t maximum_points = 1'000'000;

/// @brief One number that is varied.
struct axis {
    path place;              ///< one of `numbers`
    double low = 0;          ///< first level, in the unit of its place
    double high = 0;         ///< last level @range{[low, inf)}
    std::size_t points = 1;  ///< levels, 1 only where low is high @range{[1, maximum_points]}

    bool operator==(const axis&) const = default;
};

/// @brief A level of an axis: both ends exactly, those between at equal distances, rounded to 12
/// significant digits so that a tenth is a tenth.
/// @param of the axis
/// @param k  which level @range{[0, points)}
/// @return the level; `low` where there is one only
/// @complexity{O(1)}; thread-safe
/// @test tests/study/axis.cpp "the ends of an axis are exact"
[[nodiscard]] double level_of(const axis& of, std::size_t k);

/// @brief Reads `party.Iran.reservation=0.5..0.7:9`.
/// @param world where the path must lead to a number
/// @param text  what was typed
/// @return the axis
/// @throws std::invalid_argument another form, a path that names no number (with what is near),
/// ends that are not finite or in the wrong order, no point, more than `maximum_points`, one point
/// for two ends, or several points of one level
/// @complexity{O(numbers)}; thread-safe
/// @test tests/study/axis.cpp "an axis is read"
/// @test tests/study/axis.cpp "what is wrong with an axis is said"
[[nodiscard]] axis parse_axis(const scenario& world, const std::string& text);

}  // namespace negotiation::study
