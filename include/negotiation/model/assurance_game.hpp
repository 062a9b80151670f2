#pragma once

/// @file
/// The game of parties who would keep to a deal with whoever keeps to it. Compiled in the library
/// negotiation::negotiation (src/model/assurance_game.cpp).

namespace negotiation {

/// @brief What a trustworthy party gets in one round of an assurance game: it would rather
/// cooperate with whoever cooperates than exploit it.
struct assurance_game {
    double reward = 1;      ///< R: both cooperate @unit{utility} @range{(temptation, inf)}
    double temptation = 0;  ///< T': it alone defects @unit{utility}
    double punishment = 0;  ///< P: both defect @unit{utility}
    double sucker = -1;     ///< S: it alone cooperates @unit{utility} @range{(-inf, punishment)}

    bool operator==(const assurance_game&) const = default;
};

/// @brief The least belief that the other is trustworthy at which a trustworthy party cooperates:
/// (P - S) / ((P - S) + (R - T')).
///
/// Both cooperate in equilibrium where each believes as much as its own threshold.
/// @param of the game
/// @return a probability
/// @throws std::invalid_argument numbers that are not finite, a temptation not below the reward, or
/// a sucker's payoff not below the punishment
/// @complexity{O(1)}; thread-safe
/// @test tests/model/assurance_game.cpp "one round asks for a belief of two thirds"
[[nodiscard]] double assurance_threshold(const assurance_game& of);

}  // namespace negotiation
