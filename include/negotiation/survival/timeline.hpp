#pragma once

/// @file
/// Several sources of shocks whose rates change from one span of time to the next. Compiled in the
/// library negotiation::negotiation (src/survival/timeline.cpp).

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <vector>

#include <negotiation/model/draw.hpp>

namespace negotiation::survival {

/// @brief A span of time in which every rate is constant.
struct segment {
    double duration = 0;        ///< @unit{time} @range{[0, 10^100]}
    std::vector<double> rates;  ///< by source @unit{1/time} @range{[0, 10^100]} @shape{sources}

    bool operator==(const segment&) const = default;
};

/// @brief Segments one after another, from time 0: competing risks, piecewise constant. After the
/// last one nothing is said.
struct timeline {
    std::vector<segment> segments;  ///< all with the same sources

    bool operator==(const timeline&) const = default;
};

/// @brief How many sources a timeline has.
/// @param of a timeline
/// @return 0 without segments
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/timeline.cpp "segments have to agree about their sources"
[[nodiscard]] inline std::size_t sources_of(const timeline& of) noexcept {
    return of.segments.empty() ? 0 : of.segments.front().rates.size();
}

/// @brief How long a timeline is.
/// @param of a timeline
/// @return sum of durations @unit{time}
/// @complexity{O(segments)}; thread-safe
/// @test tests/survival/timeline.cpp "a constant hazard in pieces survives as in one"
[[nodiscard]] double length_of(const timeline& of) noexcept;

/// @brief Probability that no shock has come up to the end of each segment.
/// @param of a timeline
/// @return by segment, falling @range{[0, 1]} @shape{segments}
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O(segments sources)}; thread-safe
/// @test tests/survival/timeline.cpp "a constant hazard in pieces survives as in one"
[[nodiscard]] std::vector<double> survival_of(const timeline& of);

/// @brief What comes first, in shares that sum to 1.
struct first_shock {
    double none = 1;                ///< no shock up to the end
    std::vector<double> by_source;  ///< that the first shock is this one's @shape{sources}

    bool operator==(const first_shock&) const = default;
};

/// @brief Who strikes first, and whether anybody does.
/// @param of a timeline
/// @return closed form: in each segment lambda_m / lambda of what does not survive it
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O(segments sources)}; thread-safe
/// @test tests/survival/timeline.cpp "two competing risks are shared as worked out by hand"
[[nodiscard]] first_shock first_shock_of(const timeline& of);

/// @brief A shock: when, and whose.
struct shock {
    double time = 0;         ///< @unit{time}
    std::size_t source = 0;  ///< place among the sources

    bool operator==(const shock&) const = default;
};

/// @brief The first shock, drawn as the next event of competing exponentials: one unit exponential
/// is used up by the sum of all rates, then the source is drawn by rates.
/// @param of   a timeline
/// @param bits random bits
/// @return nothing where no shock comes before the end
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O(segments sources)}
/// @thread as the stream: one owner
/// @source{gillespie1977, Gillespie 1977\, Journal of Physical Chemistry 81(25)}
/// @test tests/survival/timeline.cpp "drawn shocks come as often as the closed form says"
[[nodiscard]] std::optional<shock> draw_shock(const timeline& of, random_stream& bits);

/// @brief The first shock of one source whose rate varies with time, drawn by thinning: candidates
/// come at the rate of the bound, and each counts with probability rate / bound.
///
/// Takes any rate that has a bound; where rates are constant by pieces `draw_shock` draws less.
/// @param rate    callable `double(double time)` @unit{1/time} @range{[0, bound]}
/// @param bound   that the rate never exceeds @range{[0, 10^100]}
/// @param horizon after which nothing is looked for @range{[0, 10^100]}
/// @param bits    random bits
/// @return time of the shock; nothing where none comes before the horizon
/// @throws std::invalid_argument a bound or horizon outside its range, a rate above the bound or
/// below 0
/// @complexity{O(bound horizon)} calls of the rate on average
/// @thread as the stream: one owner
/// @source{lewis1979, Lewis and Shedler 1979\, Naval Research Logistics Quarterly 26(3)}
/// @test tests/survival/timeline.cpp "thinning draws what the next event draws"
template <class Rate>
[[nodiscard]] std::optional<double> thinned_shock(Rate&& rate, double bound, double horizon,
                                                  random_stream& bits);

// ------------------------------------------------------------------------------------------------

template <class Rate>
std::optional<double> thinned_shock(Rate&& rate, double bound, double horizon,
                                    random_stream& bits) {
    if (!(bound >= 0 && bound <= 1e100) || !(horizon >= 0 && horizon <= 1e100)) {
        throw std::invalid_argument("thinned_shock: bound and horizon must lie in [0, 10^100]");
    }
    double time = 0;
    while (bound > 0) {
        time += draw_exponential(bits) / bound;
        if (!(time < horizon)) {
            return std::nullopt;
        }
        const double here = rate(time);
        if (!(here >= 0 && here <= bound)) {
            throw std::invalid_argument("thinned_shock: a rate must lie in [0, bound]");
        }
        if (draw_chance(bits, here / bound)) {
            return time;
        }
    }
    return std::nullopt;
}

}  // namespace negotiation::survival
