#pragma once

/// @file
/// Bargaining in the shadow of war: what both prefer to fighting, and why they may fight all the
/// same. Compiled in the library negotiation::negotiation (src/theory/crisis_bargaining.cpp).

namespace negotiation::theory {

/// @brief Two sides that may divide something worth 1, or fight for the whole of it.
struct crisis {
    double balance = 0.5;    ///< p: probability that the first side wins @range{[0, 1]}
    double first_cost = 0;   ///< of war to the first side @unit{the prize} @range{[0, 1e50]}
    double second_cost = 0;  ///< of war to the second side @unit{the prize} @range{[0, 1e50]}

    bool operator==(const crisis&) const = default;
};

/// @brief Shares of the first side that both sides prefer to war, or find no worse.
struct bargaining_range {
    double least = 0;  ///< what the first side gets from war, at least 0
    double most = 1;   ///< what the second side would leave it rather than fight, at most 1

    bool operator==(const bargaining_range&) const = default;

    /// @brief How much there is to bargain over. @return most - least
    [[nodiscard]] constexpr double width() const noexcept { return most - least; }
};

/// @brief The divisions no worse than war for both: [p - first cost, p + second cost], cut to
/// [0, 1].
///
/// As wide as war costs both together, where neither end is cut: a side that is all but sure to win
/// cannot be given more than there is. With what either knows of the other in the open, and risk
/// neutral sides, there is always something that neither would rather fight over.
/// @param of the crisis
/// @return the range; never empty
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{fearon1995, Fearon 1995\, International Organization 49(3)}
/// @test tests/theory/crisis_bargaining.cpp "the range is as wide as war is costly"
/// @test tests/theory/crisis_bargaining.cpp "near the borders the range is narrower than war is
/// costly"
[[nodiscard]] bargaining_range range_of(const crisis& of);

/// @brief A demand made without knowing how much war costs the other side.
struct screening {
    double demand = 0;  ///< the share demanded
    double war = 0;     ///< probability that it is refused, and so of war
    double value = 0;   ///< what the demand is worth to whoever makes it

    bool operator==(const screening&) const = default;
};

/// @brief The demand best for the first side where the second side's cost of war is known to itself
/// only, and uniform on [0, highest_cost] to the first.
///
/// It asks for (highest cost - first cost)/2 above p, no more than there is, and accepts that some
/// second sides fight. Where its own war costs it at least the highest cost it asks for p, which
/// nobody refuses. One demand, take it or leave it: no bargaining over time.
/// @param balance      p: probability that the first side wins @range{[0, 1]}
/// @param first_cost   of war to the first side @unit{the prize} @range{[0, 1e50]}
/// @param highest_cost of war to the second side @unit{the prize} @range{[1e-50, 1e50]}
/// @return the demand
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{fearon1995, Fearon 1995\, International Organization 49(3)}
/// @test tests/theory/crisis_bargaining.cpp "a demand 0.15 above the balance risks war with 0.375"
[[nodiscard]] screening screening_demand(double balance, double first_cost, double highest_cost);

}  // namespace negotiation::theory
