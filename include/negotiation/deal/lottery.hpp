#pragma once

/// @file
/// The four fair answers when parties may toss a coin between deals. Compiled in the library
/// negotiation::negotiation (src/deal/lottery.cpp).

#include <optional>
#include <span>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief A lottery over deals, and what it is worth in expectation.
struct lottery {
    std::vector<outcome> deals;     ///< few: about as many as parties
    std::vector<double> chances;    ///< of each deal, above 0, summing to 1
    std::vector<double> utilities;  ///< expected @shape{parties}
    double objective = 0;           ///< as in `fair_deal`: product, gain ratio, gain or sum
    double gap = 0;                 ///< certificate: no lottery beats the objective by more
};

/// @brief The four solutions over lotteries of feasible deals whose expected utilities are at
/// least the disagreement utilities. Nothing where no lottery is.
struct fair_lotteries {
    std::optional<lottery> nash;               ///< greatest product of gains
    std::optional<lottery> kalai_smorodinsky;  ///< greatest least share of the ideal gain
    std::optional<lottery> egalitarian;        ///< greatest least gain
    std::optional<lottery> utilitarian;        ///< greatest sum of utilities
};

/// @brief Solves over the convex hull of the feasible deals, cut at the disagreement point: a
/// larger set than the hull of the zone, since a deal that one party rejects may be the other
/// side of a coin.
///
/// @param points the frontier of the region `feasible`
/// @param table  the problem it belongs to
/// @param powers bargaining powers for Nash @shape{parties} @range{(0, inf)}, none for equal
/// @return the four lotteries; all absent where no lottery is good enough for everyone
/// @throws std::invalid_argument powers of another number than the parties, or not above 0
/// @complexity{simplex pivots for three of them and Frank-Wolfe steps for Nash, O(points *
/// parties) each}
/// @thread thread-safe
/// @source{dantzig1963, Dantzig 1963\, Linear Programming and Extensions};
/// @source{lacoste2015, Lacoste-Julien and Jaggi 2015\, NIPS 28} (pairwise Frank-Wolfe)
/// @test tests/deal/lottery.cpp "two opposed deals are tossed for"
[[nodiscard]] fair_lotteries solve_lotteries(const frontier& points, const bargaining& table,
                                             std::span<const double> powers = {});

}  // namespace negotiation::deal
