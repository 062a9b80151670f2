#pragma once

/// @file
/// Who backs down in a public crisis? Compiled in the library negotiation::negotiation
/// (src/theory/audience_cost.cpp).

namespace negotiation::theory {

/// @brief A side in a public crisis: the longer it holds out, the dearer it is to give in.
struct contender {
    double prize = 1;  ///< v: what it wins if the other backs down first @range{[1e-50, 1e50]}
    double cost_rate =
        0;  ///< a: backing down at time t costs a t @unit{a period} @range{[0, 1e50]}

    bool operator==(const contender&) const = default;
};

/// @brief Probability that a side still stands firm: v/(v + a t), prize and cost rate being those
/// of its opponent, who has to be kept from knowing when to give in.
///
/// The mixed equilibrium of the war of attrition, where nobody would rather fight.
/// @param opponent the other side
/// @param time     since the crisis began @unit{periods} @range{[0, 1e50]}
/// @return a probability
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{fearon1994, Fearon 1994\, American Political Science Review 88(3)}
/// @test tests/theory/audience_cost.cpp "one half stands firm after two periods"
[[nodiscard]] double standing_firm(const contender& opponent, double time);

/// @brief Probability that a side is the one that backs down.
///
/// With r the ratio of its rate a/v to the other's: (1 - r + r ln r)/(1 - r)^2. The side with the
/// steeper rate backs down less often: it has tied its hands better. So what is said aloud is a
/// commitment, and a corner.
/// @param side     whose chance is asked for
/// @param opponent the other side
/// @return a probability; 1/2 where the rates are equal
/// @throws std::invalid_argument a number outside its range, or no audience cost on either side,
/// where nobody ever backs down in this equilibrium
/// @complexity{O(1)}; thread-safe
/// @source{fearon1994, Fearon 1994\, American Political Science Review 88(3)}
/// @test tests/theory/audience_cost.cpp "the side with the steeper cost backs down less often"
[[nodiscard]] double backing_down_first(const contender& side, const contender& opponent);

}  // namespace negotiation::theory
