#pragma once

/// @file
/// What timelines and curves of survival share: the sum of rates of a segment, and what is lost.

#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/survival/timeline.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

inline void check_timeline(const timeline& of) {
    for (const segment& s : of.segments) {
        require_not_negative("timeline: a duration", s.duration);
        if (s.rates.size() != sources_of(of)) {
            throw std::invalid_argument(
                fmt::format("timeline: all segments must have the same sources; got {} and {}",
                            sources_of(of), s.rates.size()));
        }
        for (const double rate : s.rates) {
            require_not_negative("timeline: a rate", rate);
        }
    }
}

[[nodiscard]] inline double rate_of(const segment& s) {
    return std::accumulate(s.rates.begin(), s.rates.end(), 0.0);
}

/// Adds to each source what it ends of those alive at the beginning of a segment, or of part of it.
inline void take_losses(const segment& s, double duration, double alive,
                        std::vector<double>& by_source) {
    const double rate = rate_of(s);
    const double lost = -alive * std::expm1(-rate * duration);
    for (std::size_t m = 0; rate > 0 && m < s.rates.size(); ++m) {
        by_source[m] += lost * (s.rates[m] / rate);
    }
}

}  // namespace negotiation::survival
