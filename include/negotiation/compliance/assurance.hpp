#pragma once

/// @file
/// Whom one may believe enough to cooperate with. Compiled in the library negotiation::negotiation
/// (src/compliance/assurance.cpp).

#include <array>

#include <negotiation/model/assurance_game.hpp>

namespace negotiation::compliance {

/// @brief Where two parties stand, each of whom would keep to the deal if the other did.
struct mutual_assurance {
    std::array<double, 2> needed{};    ///< least belief at which each cooperates @range{[0, 1]}
    std::array<double, 2> believed{};  ///< what each believes of the other @range{[0, 1]}
    bool holds = false;                ///< both trustworthy parties cooperate in equilibrium

    bool operator==(const mutual_assurance&) const = default;
};

/// @brief Whether two trustworthy parties cooperate, the untrustworthy defecting whatever they
/// think: exactly where each believes as much as its own threshold.
///
/// Where it holds, everybody's staying away is an equilibrium as well: beliefs make cooperation
/// possible, not certain. For several rounds see the room `sequence`.
/// @param first          what the first party gets
/// @param second         what the second gets
/// @param first_believes that the second is trustworthy @range{[0, 1]}
/// @param second_believes that the first is @range{[0, 1]}
/// @return thresholds and verdict; a belief short by rounding only is enough
/// @throws std::invalid_argument a game that is none (see `assurance_threshold`), or a belief
/// outside its range
/// @complexity{O(1)}; thread-safe
/// @source{kydd2005, Kydd 2005\, Trust and Mistrust in International Relations}
/// @test tests/compliance/assurance.cpp "two parties cooperate where both believe enough"
/// @test tests/compliance/assurance.cpp "nobody gains by leaving the equilibrium that beliefs
/// allow"
[[nodiscard]] mutual_assurance assured(const assurance_game& first, const assurance_game& second,
                                       double first_believes, double second_believes);

/// @brief Coleman's rule: trust is placed where p / (1 - p) exceeds loss over gain.
/// @param belief p @range{[0, 1]}
/// @param gain   if the trust is justified @unit{utility} @range{[0, 1e100]}
/// @param loss   if it is not @unit{utility} @range{[0, 1e100]}
/// @return true where p gain > (1 - p) loss
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @source{coleman1990, Coleman 1990\, Foundations of Social Theory\, ch. 5}
/// @test tests/compliance/assurance.cpp "trust is placed where the odds exceed loss over gain"
[[nodiscard]] bool places_trust(double belief, double gain, double loss);

}  // namespace negotiation::compliance
