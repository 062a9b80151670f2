#pragma once

/// @file
/// War against a rising rival: the commitment problem. Compiled in the library
/// negotiation::negotiation (src/theory/preventive_war.cpp).

namespace negotiation::theory {

/// @brief A side that is losing strength, and what war would give it before and after.
///
/// A flow worth 1 - discount a period, so worth 1 in all, is divided anew every period; the rival
/// can give up all of today's, but cannot bind itself for the time when it is stronger.
struct declining_side {
    double discount = 0.9;  ///< delta, a period @range{(0, 1)}
    double now = 0.5;       ///< p1: probability of winning a war now @range{[0, 1]}
    double later = 0.5;     ///< p2: the same from the next period on @range{[0, 1]}
    double own_cost = 0;    ///< of war to it @unit{the flow's whole value} @range{[0, 1e50]}
    double rival_cost = 0;  ///< of war to the rival, likewise @range{[0, 1e50]}

    bool operator==(const declining_side&) const = default;
};

/// @brief What speaks for a war now, and what against.
struct preventive_motive {
    double decline = 0;  ///< p1 - delta p2: what is lost by waiting
    double price = 0;    ///< (1 - delta) + own cost + delta rival's cost: what is lost by fighting

    bool operator==(const preventive_motive&) const = default;

    /// @brief Whether it fights. @return true where decline exceeds the price
    [[nodiscard]] constexpr bool fights() const noexcept { return decline > price; }
};

/// @brief The preventive-war inequality: the declining side fights iff
/// p1 - delta p2 > (1 - delta) + own cost + delta rival's cost.
///
/// Nobody is mistaken about anything: they fight because the stronger rival of tomorrow cannot
/// promise today to ask for little.
/// @param of the declining side
/// @return both sides of the inequality
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{fearon1995, Fearon 1995\, International Organization 49(3)}
/// @source{powell2006, Powell 2006\, International Organization 60(1)}
/// @test tests/theory/preventive_war.cpp "a decline of 0.44 against a price of 0.24 is fought over"
[[nodiscard]] preventive_motive motive_of(const declining_side& of);

/// @brief What would have to be guaranteed to the declining side, beyond what it could later
/// extract by itself, so that it does not fight: the excess of decline over price, over delta.
///
/// By a third side, or by a guarantee of non-aggression that keeps the balance where it was.
/// @param of the declining side
/// @return the least further share from the next period on; 0 where it does not fight
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/preventive_war.cpp "a guaranteed share makes up for the decline"
[[nodiscard]] double guarantee_against_war(const declining_side& of);

}  // namespace negotiation::theory
