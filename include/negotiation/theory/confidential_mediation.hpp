#pragma once

/// @file
/// How much peace can a mediator bring who keeps what it is told to itself? Compiled in the library
/// negotiation::negotiation (src/theory/confidential_mediation.cpp).

namespace negotiation::theory {

/// @brief Two sides, each strong or weak and alone in knowing which, over something worth 1 that
/// war shrinks.
struct dispute {
    double strong = 0.5;     ///< q: probability that a side is strong @range{[0, 1)}
    double victory = 0.8;    ///< p: that a strong side beats a weak one @range{(1/2, 1]}
    double left_over = 0.8;  ///< theta: what war leaves @range{[0, 1)}

    bool operator==(const dispute&) const = default;
};

/// @brief Probabilities of peace by what the two sides are.
struct peace_chances {
    double weak_weak = 1;      ///< both weak
    double strong_weak = 1;    ///< one strong
    double strong_strong = 1;  ///< both strong

    bool operator==(const peace_chances&) const = default;
};

/// @brief Gamma: what strength is worth in war beyond half the prize, over what war destroys.
/// @param of the dispute
/// @return (p theta - 1/2)/(1/2 - theta/2)
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/confidential_mediation.cpp "gamma of 0.8 and 0.8 is 1.4"
[[nodiscard]] double benefit_of_strength(const dispute& of);

/// @brief The greatest probability of peace with a mediator who recommends divisions on what the
/// sides tell it in confidence, and cannot force them.
///
/// With lambda = q/(1 - q): peace for certain from lambda >= gamma on. A mediator helps where
/// gamma/2 < lambda < gamma, by not letting a strong side know for certain what it faces. For
/// gamma >= 1 only: below, other constraints bind.
/// @param of the dispute
/// @return chances of peace; as in `best_unmediated` where lambda <= gamma/2
/// @throws std::invalid_argument a number outside its range, or gamma below 1
/// @complexity{O(1)}; thread-safe
/// @source{horner2015, Horner\, Morelli and Squintani 2015\, Review of Economic Studies 82(4)}
/// @test tests/theory/confidential_mediation.cpp "mediation brings 0.857143 where talk brings
/// 0.794118"
[[nodiscard]] peace_chances best_mediated(const dispute& of);

/// @brief The same where the sides talk to one another, in the best separating equilibrium.
/// @param of the dispute
/// @return chances of peace
/// @throws std::invalid_argument a number outside its range, or gamma below 1
/// @complexity{O(1)}; thread-safe
/// @source{horner2015, Horner\, Morelli and Squintani 2015\, Review of Economic Studies 82(4)}
/// @test tests/theory/confidential_mediation.cpp "mediation brings 0.857143 where talk brings
/// 0.794118"
[[nodiscard]] peace_chances best_unmediated(const dispute& of);

/// @brief The chance of peace over all pairs of sides.
/// @param chances by what the two sides are
/// @param strong  q: probability that a side is strong @range{[0, 1]}
/// @return a probability
/// @throws std::invalid_argument a probability outside [0, 1]
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/confidential_mediation.cpp "both bring 0.778846 where strength is rare"
[[nodiscard]] double chance_of_peace(const peace_chances& chances, double strong);

}  // namespace negotiation::theory
