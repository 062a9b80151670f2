#pragma once

/// @file
/// Logrolling with issues that can be divided: who gives way on what. Compiled in the library
/// negotiation::negotiation (src/deal/logrolling.cpp).

#include <span>
#include <vector>

namespace negotiation::deal {

/// @brief What the whole of a divisible issue is worth to two sides; a share of it is worth that
/// share.
struct divisible_issue {
    double first = 0;   ///< weight to the first side @unit{value} @range{[0, inf)}
    double second = 0;  ///< weight to the second @unit{value} @range{[0, inf)}
};

/// @brief An efficient division.
struct division {
    std::vector<double> shares;  ///< of the first side @shape{issues} @range{[0, 1]}
    double first = 0;            ///< what the first side gets @unit{value}
    double second = 0;           ///< what the second gets @unit{value}
    bool suits_both = false;     ///< both get what no deal gives, or more
};

/// @brief The efficient division that gives the first side just what no deal gives it: issues go to
/// it in the order of w_first / w_second until it has enough; one issue is split at most.
///
/// There is a deal exactly if what is then left is enough for the second side, since no division
/// leaves it more at that value of the first (a fractional knapsack).
/// @param issues             any number of them
/// @param first_reservation  r of the first side
/// @param second_reservation r of the second
/// @return the division; everything to the first side where even that is not enough for it
/// @throws std::invalid_argument a weight below 0, or a number that is not finite
/// @complexity{O(n log n)}; thread-safe
/// @source{raiffa1982, Raiffa 1982\, The Art and Science of Negotiation\, ch. 10}; the knapsack:
/// @source{dantzig1963, Dantzig 1963\, Linear Programming and Extensions}
/// @test tests/deal/logrolling.cpp "divisible issues leave a deal exactly if a fine grid of them
/// does"
[[nodiscard]] division divide(std::span<const divisible_issue> issues, double first_reservation,
                              double second_reservation);

}  // namespace negotiation::deal
