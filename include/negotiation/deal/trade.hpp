#pragma once

/// @file
/// Logrolling: which two clauses of a draft to exchange. Compiled in the library
/// negotiation::negotiation (src/deal/trade.cpp).

#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief Two clauses changed at once so that nobody loses and somebody gains.
struct trade {
    issue_id first = 0;           ///< the earlier issue
    option_id first_option = 0;   ///< what it becomes
    issue_id second = 0;          ///< the later issue
    option_id second_option = 0;  ///< what it becomes
    std::vector<double> gains;    ///< utility change of each party @shape{parties}
};

/// @brief The exchange of two clauses with the greatest least gain (leximin), the rest of the
/// deal fixed.
///
/// Only feasible results inside binding red lines count.
/// @param table the problem
/// @param deal  the draft: an option for every issue
/// @return nothing when no exchange of two clauses helps everyone or someone at nobody's cost
/// @complexity{O(issues^2 * options^2 * terms)}; thread-safe
/// @source{raiffa1982, Raiffa 1982\, The Art and Science of Negotiation\, ch. 10}
/// @test tests/deal/trade.cpp "clauses are traded by the ratio of weights"
[[nodiscard]] std::optional<trade> best_trade(const bargaining& table, const outcome& deal);

}  // namespace negotiation::deal
