#pragma once

/// @file
/// Whether a deal is still alive at some date, and what ended it if not. Compiled in the library
/// negotiation::negotiation (src/survival/survival_curve.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/survival/timeline.hpp>

namespace negotiation::survival {

/// @brief Something that may end a deal at one date: an election.
struct dated_end {
    double time = 0;         ///< @unit{time} @range{[0, 10^100]}
    double probability = 0;  ///< that it ends a deal which is still alive @range{[0, 1]}

    bool operator==(const dated_end&) const = default;
};

/// @brief Everything that may end a deal: hazards by the span of time, and dates.
struct dangers {
    timeline hazards;               ///< beyond its end nothing strikes
    std::vector<dated_end> events;  ///< in any order

    bool operator==(const dangers&) const = default;
};

/// @brief How things stand at a date. `alive`, `by_source` and `by_event` sum to 1.
struct survival_point {
    double time = 0;                ///< @unit{time}
    double alive = 1;               ///< S(t) @range{[0, 1]}
    std::vector<double> by_source;  ///< ended by this source up to then @shape{sources}
    std::vector<double> by_event;   ///< ended by this event up to then @shape{events}

    bool operator==(const survival_point&) const = default;
};

/// @brief S(t) at some dates, in closed form: exp(-sum of rate times duration) times what every
/// event up to then spares, and the shares of what ended the others first.
///
/// An event at a date counts at that date.
/// @param of    what threatens
/// @param dates in any order @unit{time} @range{[0, 10^100]} @shape{dates}
/// @return one point a date, in the order of the dates
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O((segments + events) (sources + events) + dates log dates)}; thread-safe
/// @test tests/survival/survival_curve.cpp "the curve of a constant hazard is exponential"
/// @test tests/survival/survival_curve.cpp "shares and survival sum to one"
[[nodiscard]] std::vector<survival_point> survival_curve(const dangers& of,
                                                         std::span<const double> dates);

/// @brief Time that a deal lives, on average, up to a horizon: the integral of S.
/// @param of      what threatens
/// @param horizon until then @unit{time} @range{[0, 10^100]}
/// @return the mean @unit{time} @range{[0, horizon]}
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O(segments sources + events log events)}; thread-safe
/// @test tests/survival/survival_curve.cpp "a mean life is the area under the curve"
[[nodiscard]] double mean_life(const dangers& of, double horizon);

/// @brief An end: when, and by what.
struct deal_end {
    double time = 0;                    ///< @unit{time}
    std::optional<std::size_t> source;  ///< place of the hazard, if it was one
    std::optional<std::size_t> event;   ///< place of the event, if it was one

    bool operator==(const deal_end&) const = default;
};

/// @brief One life of a deal.
/// @param of   what threatens
/// @param bits random bits
/// @return nothing where it outlives both the timeline and all events
/// @throws std::invalid_argument a number outside its range, segments with different sources
/// @complexity{O(segments sources + events log events)}
/// @thread as the stream: one owner
/// @test tests/survival/survival_curve.cpp "lives are drawn as the curve says"
[[nodiscard]] std::optional<deal_end> draw_end(const dangers& of, random_stream& bits);

}  // namespace negotiation::survival
