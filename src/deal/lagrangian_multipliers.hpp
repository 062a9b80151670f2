#pragma once

/// @file
/// What two sums weigh in one bound of both.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "deal/table.hpp"

namespace negotiation::deal::detail {

__extension__ using wide = __int128;  ///< products of a sum and a multiplier

/// `other` times the other sum plus `own` times one's own, in integers. Their ratio is about the
/// multiplier at which the Lagrangian bound of the whole problem is least; a large `other` lets
/// one's own sum decide ties of the other within the same bound.
struct lagrangian_multipliers {
    wide other = 1;  ///< positive
    wide own = 1;    ///< positive
};

/// The most that is added to the sums beside what the variables add.
struct sums_beside {
    double own = 0;
    double other = 0;
};

[[nodiscard]] inline grains greatest(const std::vector<grains>& values) {
    return *std::max_element(values.begin(), values.end());
}

/// How far one's own sum lies above `least` where every variable takes its best option under a
/// multiplier: the slope of the Lagrangian bound.
/// @param steps with the sums `own` and `other` of each option of a variable
template <class Steps>
[[nodiscard]] double slope(const Steps& steps, double multiplier, double least, double beside) {
    double above = beside - least;
    for (const auto& s : steps) {
        double best = -1;
        grains own = 0;
        for (std::size_t o = 0; o < s.own.size(); ++o) {
            const double value =
                static_cast<double>(s.other[o]) + multiplier * static_cast<double>(s.own[o]);
            if (best < value) {
                best = value;
                own = s.own[o];
            }
        }
        above += static_cast<double>(own);
    }
    return above;
}

/// Where the slope changes its sign, from above; 0 where nothing has to be weighed.
/// @param first a multiplier to begin with, positive
template <class Steps>
[[nodiscard]] double least_bound(const Steps& steps, double first, double least, double beside) {
    const auto falls = [&](double multiplier) {
        return slope(steps, multiplier, least, beside) < 0;
    };
    if (!falls(0)) {
        return 0;
    }
    double low = 0;
    double high = first;
    for (int k = 0; k < 60 && falls(high); ++k) {
        low = high;
        high *= 2;
    }
    for (int k = 0; k < 40; ++k) {
        const double middle = (low + high) / 2;
        (falls(middle) ? low : high) = middle;
    }
    return high;
}

/// Products of sums with either multiplier, that of `least` included, stay below 2^125 each. Any
/// positive ones give a true bound; these give one that is about the least.
/// @param steps with the sums `own` and `other` of each option of a variable, none below 0
/// @param least what one's own sum has to reach, not below 0
template <class Steps>
[[nodiscard]] lagrangian_multipliers best_multipliers(const Steps& steps, wide least,
                                                      const sums_beside& beside) {
    double own = 1 + beside.own;
    double other = 1 + beside.other;
    for (const auto& s : steps) {
        own += static_cast<double>(greatest(s.own));
        other += static_cast<double>(greatest(s.other));
    }
    const auto to_reach = static_cast<double>(least);
    const auto bits = [](double n) { return static_cast<int>(std::ceil(std::log2(n + 1))); };
    lagrangian_multipliers chosen;
    chosen.other = wide{1} << std::min({62, bits(own), 124 - bits(other)});
    const double ratio = least_bound(steps, other / own, to_reach, beside.own);
    const double largest = std::ldexp(1.0, 124 - bits(std::max(own, to_reach)));
    chosen.own = std::max(
        wide{1}, static_cast<wide>(std::min(largest, ratio * static_cast<double>(chosen.other))));
    return chosen;
}

}  // namespace negotiation::deal::detail
