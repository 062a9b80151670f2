#pragma once

/// @file
/// The moods that decide most questions whether a probability reaches a level.

#include <stdexcept>

#include <fmt/core.h>

#include "ratification/mood_integral.hpp"

namespace negotiation::ratification::detail {

struct deciding_moods {
    double low;
    double high;
};

/// The mood that is exceeded with some probability, roughly: any mood gives a bound.
[[nodiscard]] inline double mood_exceeded(double probability) {
    double low = -furthest_mood;
    double high = furthest_mood;
    for (int k = 0; k < 40; ++k) {
        const double middle = 0.5 * (low + high);
        (normal_probability(-middle) > probability ? low : high) = middle;
    }
    return low;
}

/// @param asking the function whose argument the level is
[[nodiscard]] inline deciding_moods moods_for(const char* asking, double level) {
    if (!(level > 0 && level < 1)) {
        throw std::invalid_argument(fmt::format(
            "{}: the probability of passing must lie in (0, 1); got {}", asking, level));
    }
    return {mood_exceeded(0.5 * (1 + level)), mood_exceeded(0.5 * level)};
}

}  // namespace negotiation::ratification::detail
