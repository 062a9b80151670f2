#pragma once

/// @file
/// What may end talks before they settle.

#include <vector>

#include <negotiation/question/race_answer.hpp>
#include <negotiation/question/seating.hpp>

namespace negotiation::question::detail {

/// The most shocks a month that a race counts.
inline constexpr double most_rate = 1e6;

/// Hazards that threaten talks, at the deal that stands meanwhile.
[[nodiscard]] std::vector<race_hazard> hazards_of(const seating& at, const outcome& meanwhile);

/// Events at dates that may end talks, in the order of their dates. What an event does nothing to
/// is a deal, so that there is no escape from it before.
[[nodiscard]] std::vector<race_event> events_of(const seating& at);

/// How likely nothing has struck yet.
class calm {
public:
    explicit calm(const std::vector<race_event>& events);

    /// Up to a day, shocks coming at a rate a month from a day on; events keep their dates.
    [[nodiscard]] double until(double day, double rate, double from = 0) const;

    /// Days of the events, in order.
    [[nodiscard]] const std::vector<double>& dates() const { return days_; }

private:
    std::vector<double> days_;    ///< of the events, in order
    std::vector<double> spared_;  ///< probability that this one and those before it do not end
                                  ///< the talks
};

}  // namespace negotiation::question::detail
