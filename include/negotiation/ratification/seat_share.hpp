#pragma once

/// @file
/// The same chamber after an election. Compiled in the library negotiation::negotiation
/// (src/ratification/seat_share.cpp).

#include <cstddef>

#include <negotiation/ratification/chamber.hpp>

namespace negotiation::ratification {

/// @brief A chamber in which one faction has a share of the votes; the others keep their
/// proportions.
///
/// Votes are whole: the faction's are rounded, half a vote upwards, the others' go by largest
/// remainders, ties in the chamber's order. Whoever is left without votes is not in the chamber.
/// Judgements stay as they are: this moves seats, not minds.
/// @param of    a chamber with two factions or more
/// @param which place of the faction @range{[0, factions)}
/// @param share of the votes @range{[0, 1]}
/// @return the chamber; its rule is the same
/// @throws std::invalid_argument no such faction, no other one, or a share outside [0, 1]
/// @complexity{O(factions log factions)}; thread-safe
/// @source{balinski1982, Balinski and Young 1982\, Fair Representation\, Hamilton's method}
/// @test tests/ratification/seat_share.cpp "a faction gets its share and the others keep their
/// proportions"
[[nodiscard]] chamber with_share(const chamber& of, std::size_t which, double share);

}  // namespace negotiation::ratification
