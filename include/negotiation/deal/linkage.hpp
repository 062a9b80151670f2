#pragma once

/// @file
/// Narrow or broad: what linking further issues does to the deals there are. Compiled in the
/// library negotiation::negotiation (src/deal/linkage.cpp).

#include <span>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief A problem in which some issues may not stay as they are: mandatory linkage, no deal
/// without them.
///
/// Optional linkage, the problem itself, never takes a deal away: whoever has nothing to trade on a
/// further issue leaves it as it is. Mandatory linkage can empty a zone.
/// @param table      the broad problem
/// @param extra      the issues that have to move
/// @param status_quo today's options @shape{issues}
/// @return the problem with today's option of each of them closed
/// @throws std::invalid_argument an issue that the space does not have, or a status quo of another
/// length
/// @complexity{one copy of the problem}; thread-safe
/// @source{tollison1979, Tollison and Willett 1979\, International Organization 33(4)}
/// @test tests/deal/linkage.cpp "optional linkage never shrinks the zone and mandatory linkage
/// never widens it"
[[nodiscard]] bargaining with_mandatory(bargaining table, std::span<const issue_id> extra,
                                        const outcome& status_quo);

/// @brief What so many issues are worth, each worth the same and each taking time, while a hazard
/// threatens the talks: n worth e^(-hazard n time).
/// @param issues n @range{[0, inf)}
/// @param worth  of one issue @unit{value}
/// @param hazard rate at which talks end @unit{1/time} @range{[0, inf)}
/// @param time   that one more issue takes @unit{time} @range{[0, inf)}
/// @return expected value
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/deal/linkage.cpp "ten issues are best where each takes five periods at two per cent"
[[nodiscard]] double worth_of_scope(double issues, double worth, double hazard, double time);

/// @brief How many such issues are best: 1 / (hazard time).
///
/// A toy that shows why scope has a price: every issue adds value and exposure. Issues are alike in
/// it; where they are not, ask for the scopes of a scenario.
/// @param hazard rate at which talks end @unit{1/time} @range{(0, inf)}
/// @param time   that one more issue takes @unit{time} @range{(0, inf)}
/// @return where `worth_of_scope` peaks, not rounded
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/deal/linkage.cpp "ten issues are best where each takes five periods at two per cent"
[[nodiscard]] double best_scope(double hazard, double time);

}  // namespace negotiation::deal
