#pragma once

/// @file
/// How bad and how good a deal can be for a party. Compiled in the library negotiation::negotiation
/// (src/deal/reach.cpp).

#include <optional>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief A party's worst and best deal, as sums of its terms.
struct reach {
    std::optional<sum_range> sums;   ///< nothing where there is no deal, or none was looked for
    std::optional<refusal> refused;  ///< why there was no search
};

/// @brief The least and the greatest sum of a party over the deals that the constraints and its own
/// binding red lines leave; reservation values do not count.
/// @param space  the deals there are
/// @param who    the party
/// @param limits what the two searches may use
/// @return both sums, attained
/// @complexity{two searches, see `trade_off_search::best`}; thread-safe
/// @test tests/deal/reach.cpp "a party's worst and best deals are found"
[[nodiscard]] reach reach_of(const outcome_space& space, const bargaining::seat& who,
                             const budget& limits = {});

}  // namespace negotiation::deal
