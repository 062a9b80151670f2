#pragma once

/// @file
/// Which of the possible deals is fair, by the four standard answers of bargaining theory. Compiled
/// in the library negotiation::negotiation (src/deal/fair_deal.cpp).

#include <optional>
#include <span>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief One deal that a solution singles out.
struct fair_deal {
    outcome deal;                   ///< first in enumeration order
    std::vector<double> utilities;  ///< after risk attitude @shape{parties}
    double objective = 0;           ///< what was maximised: product, gain ratio, gain or sum; a
                                    ///< product beyond the range of double is its greatest number
    outcome_count count = 0;        ///< deals with the same utilities
};

/// @brief Nash: the greatest product of gains over the reservation values, each to its power.
///
/// @param points  the frontier of the zone
/// @param table   the problem it belongs to
/// @param powers  bargaining power of each party @shape{parties} @range{(0, inf)}; none means equal
/// @return the deal, or nothing on an empty frontier; where every product is 0 the leximin deal
/// @throws std::invalid_argument powers of another number than the parties, or not above 0
/// @complexity{O(points * parties)}; thread-safe
/// @source{nash1950, Nash 1950\, Econometrica 18(2)}; weighted: @source{kalai1977b, Kalai 1977\,
/// Int. J. Game Theory 6(3)}
/// @test tests/deal/fair_deal.cpp "nash on a curve"
/// @note Products of equal powers are compared in exact integers where preferences are plain sums;
/// ties go to the first deal in enumeration order.
[[nodiscard]] std::optional<fair_deal> nash(const frontier& points, const bargaining& table,
                                            std::span<const double> powers = {});

/// @brief Kalai-Smorodinsky: the greatest least ratio of gain to the most that party could gain
/// in the zone. Parties that can gain nothing are left out; ties are broken by leximin.
/// @param points the frontier of the zone
/// @param table  the problem it belongs to
/// @return the deal, or nothing on an empty frontier
/// @complexity{O(points * parties log parties)}; thread-safe
/// @source{kalai1975, Kalai and Smorodinsky 1975\, Econometrica 43(3)}
/// @test tests/deal/fair_deal.cpp "the four fair deals are those that brute force finds in the
/// zone"
[[nodiscard]] std::optional<fair_deal> kalai_smorodinsky(const frontier& points,
                                                         const bargaining& table);

/// @brief Egalitarian: the greatest least gain, ties broken by leximin. It compares gains of
/// different parties, so it means something only where utilities have a common unit.
/// @param points the frontier of the zone
/// @param table  the problem it belongs to
/// @return the deal, or nothing on an empty frontier
/// @complexity{O(points * parties log parties)}; thread-safe
/// @source{kalai1977, Kalai 1977\, Econometrica 45(7)}
/// @test tests/deal/fair_deal.cpp "the four fair deals are those that brute force finds in the
/// zone"
[[nodiscard]] std::optional<fair_deal> egalitarian(const frontier& points, const bargaining& table);

/// @brief Utilitarian: the greatest weighted sum of utilities. It compares utilities of
/// different parties too.
/// @param points  the frontier of the zone
/// @param table   the problem it belongs to
/// @param weights one a party @shape{parties} @range{[0, inf)}; none means equal
/// @return the deal, or nothing on an empty frontier
/// @throws std::invalid_argument weights of another number than the parties, or below 0
/// @complexity{O(points * parties)}; thread-safe
/// @test tests/deal/fair_deal.cpp "weighted nash and weighted sums"
[[nodiscard]] std::optional<fair_deal> utilitarian(const frontier& points, const bargaining& table,
                                                   std::span<const double> weights = {});

/// @brief The four of them over one frontier.
struct fair_deals {
    std::optional<fair_deal> nash;               ///< greatest product of gains
    std::optional<fair_deal> kalai_smorodinsky;  ///< greatest least share of the ideal gain
    std::optional<fair_deal> egalitarian;        ///< greatest least gain
    std::optional<fair_deal> utilitarian;        ///< greatest sum of utilities
};

/// @brief All four with equal powers and weights.
/// @param points the frontier of the zone
/// @param table  the problem it belongs to
/// @return the solutions; all absent on an empty frontier
/// @complexity{that of the four}; thread-safe
/// @test tests/deal/fair_deal.cpp "the four fair deals are those that brute force finds in the
/// zone"
[[nodiscard]] fair_deals solve(const frontier& points, const bargaining& table);

/// @brief Nash straight from a problem.
/// @param table  the problem
/// @param powers bargaining power of each party @shape{parties} @range{(0, inf)}; none means equal
/// @return the deal, or nothing when the zone is empty or could not be searched
/// @throws std::invalid_argument no party, or more than 128; powers of another number than the
/// parties, or not above 0
/// @complexity{that of `pareto_frontier`}; thread-safe
/// @test tests/deal/fair_deal.cpp "risk aversion lowers the nash share"
/// @overload
[[nodiscard]] inline std::optional<fair_deal> nash(const bargaining& table,
                                                   std::span<const double> powers = {}) {
    return nash(pareto_frontier(table), table, powers);
}

}  // namespace negotiation::deal
