#pragma once

/// @file
/// What lies on the table while talks last, and when to take it.

#include <vector>

#include <negotiation/question/race_answer.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/proceedings.hpp>

#include "question/race_days.hpp"

namespace negotiation::question::detail {

/// What each party could take at the end of every month that ends while a run lasts: of the last
/// offers of the others that arrived, red lines keep and it is no worse off with, the best for it.
/// What was said in a round is there on its last day; where messages are delayed, rounds are taken
/// to be of equal length.
/// @param said of the run; left as it was
[[nodiscard]] std::vector<std::vector<tabled_offer>> tables_of(talks::proceedings& said,
                                                               const talks::ending& end,
                                                               const talks::calendar& dates,
                                                               const std::vector<double>& no_deal);

/// By party, what taking it month by month is worth, and when it is best.
[[nodiscard]] std::vector<race_timing> timing_of(const std::vector<settlement_day>& days,
                                                 const race_course& on, std::size_t months,
                                                 std::size_t parties);

}  // namespace negotiation::question::detail
