#pragma once

/// @file
/// What acts teach about who can be trusted. Compiled in the library negotiation::negotiation
/// (src/sequence/updating.cpp).

#include <cstddef>
#include <optional>

#include <negotiation/model/belief.hpp>

namespace negotiation::sequence {

using negotiation::belief_of;
using negotiation::likelihoods;
using negotiation::log_odds_of;
using negotiation::updated;

/// @brief What an honoured step adds to the log-odds: -ln(1 - h).
/// @param defection h: chance that an untrustworthy party would not have performed it @range{[0,
/// 1]}
/// @return log-odds @range{[0, inf]}
/// @throws std::invalid_argument a chance outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/updating.cpp "six honoured steps lead from one to four to two to one"
[[nodiscard]] double log_odds_gained(double defection);

/// @brief Number of honoured steps that lift a belief so far.
/// @param from      odds before the first of them @range{[0, 1e100]}
/// @param to        odds to come to @range{[0, 1e100]}
/// @param defection see `log_odds_gained` @range{[0, 1]}
/// @return the least number; nothing where none is enough, or it is above 10^9
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/updating.cpp "six honoured steps lead from one to four to two to one"
[[nodiscard]] std::optional<std::size_t> honoured_steps_needed(double from, double to,
                                                               double defection);

}  // namespace negotiation::sequence
