#pragma once

/// @file
/// The border to the compiled engines: only standard containers cross it, since matrices passed by
/// value between code compiled with different vector instructions are not compatible.

#include <optional>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal::detail {

/// A frontier as plain arrays.
struct found_points {
    std::vector<grains> sums;        ///< a party a column: points times parties, party slowest
    std::vector<option_id> options;  ///< a point a row: points times issues, point slowest
    std::vector<outcome_count> counts;
    engine method = engine::automatic;
    std::optional<refusal> refused;
};

/// Finds the frontier. Compiled in src/deal/find_points.cpp.
/// @throws std::invalid_argument no party, or more than 128
[[nodiscard]] found_points find_points(const bargaining& table, engine method, region within,
                                       const budget& limits);

}  // namespace negotiation::deal::detail
