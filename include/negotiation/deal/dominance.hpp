#pragma once

/// @file
/// Whether a deal leaves something on the table, and which deal picks it up. Compiled in the
/// library negotiation::negotiation (src/deal/dominance.cpp).

#include <optional>

#include <negotiation/deal/fair_deal.hpp>

namespace negotiation::deal {

/// @brief What dominates a deal, if anything does.
struct dominance {
    std::optional<fair_deal> by;     ///< nothing: the deal is efficient, unless `refused`
    std::optional<refusal> refused;  ///< why the search was not made
};

/// @brief A feasible deal at least as good for every party and better for one.
///
/// Of all such deals, the efficient one with the greatest least improvement (leximin), then the
/// first in enumeration order.
///
/// @param table  the problem; binding red lines are applied
/// @param deal   the deal to better, feasible or not
/// @param limits what the search may use
/// @return the deal that dominates; without one the deal is efficient among those that
/// constraints and binding red lines leave
/// @throws std::invalid_argument no party, or more than 128
/// @complexity{one frontier}
/// @thread thread-safe
/// @test tests/deal/dominance.cpp "what dominates a deal is efficient and better"
[[nodiscard]] dominance dominating(const bargaining& table, const outcome& deal,
                                   const budget& limits = {});

}  // namespace negotiation::deal
