#pragma once

/// @file
/// What an attack by somebody else does to trust. Compiled in the library negotiation::negotiation
/// (src/survival/terror.cpp).

#include <cstddef>
#include <optional>

namespace negotiation::survival {

/// @brief Trust after an attack by extremists whom the other side could have held back: t (1 - s) /
/// (t (1 - s) + 1 - t). The moderates, if they are trustworthy, try and succeed with probability s.
///
/// Attacks hurt most where moderates are thought strong: then only those who did not try let one
/// happen. Not for attacks that the other side has ordered itself.
/// @param trust       belief that the other side is trustworthy @range{[0, 1]}
/// @param suppression s, chance that it stops an attack when it tries @range{[0, 1]}
/// @return belief after an attack @range{[0, trust]}
/// @throws std::invalid_argument a number outside its range, or trust and suppression both 1:
/// no attack could have happened
/// @complexity{O(1)}; thread-safe
/// @source{kydd2002, Kydd and Walter 2002\, International Organization 56(2)}
/// @test tests/survival/terror.cpp "an attack hurts more where moderates are thought strong"
[[nodiscard]] double trust_after_attack(double trust, double suppression);

/// @brief How able moderates may be thought if an attack is to leave so much trust.
/// @param trust    before the attack @range{[0, 1)}
/// @param required after it @range{[0, 1)}
/// @return greatest s; nothing where trust is below what is required from the start
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/terror.cpp "up to some strength trust outlives an attack"
[[nodiscard]] std::optional<double> greatest_suppression(double trust, double required);

/// @brief How many attacks trust outlives: after n of them the odds are (1 - s)^n of what they
/// were.
/// @param trust       before the first @range{[0, 1)}
/// @param suppression s @range{[0, 1]}
/// @param required    trust below which talks end @range{(0, 1)}
/// @return the number; nothing where no number is too many; 0 where trust is too small already
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/terror.cpp "trust outlives so many attacks and no more"
[[nodiscard]] std::optional<std::size_t> attacks_outlived(double trust, double suppression,
                                                          double required);

}  // namespace negotiation::survival
