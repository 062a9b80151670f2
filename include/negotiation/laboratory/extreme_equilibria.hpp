#pragma once

/// @file
/// Every equilibrium of a small game, by its supports. Compiled in the library
/// negotiation::negotiation (src/laboratory/extreme_equilibria.cpp).

#include <cstdint>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// @brief An equilibrium, and whether others touch it.
struct extreme_equilibrium {
    mixed_equilibrium at;  ///< with its regret
    /// False where it and another one are the ends of a line of equilibria: every mixture of the
    /// two is one as well.
    bool isolated = true;

    bool operator==(const extreme_equilibrium&) const = default;
};

/// @brief What the supports of a game hold.
struct extreme_equilibria_result {
    std::vector<extreme_equilibrium> all;  ///< small supports first
    bool continuum = false;                ///< there are infinitely many: all mixtures of some two
    std::uint64_t systems = 0;             ///< of equations that were solved
};

/// @brief The most systems of equations, unless told otherwise: games up to about 10 x 10.
inline constexpr std::uint64_t usual_systems = 1'000'000;

/// @brief All extreme equilibria of a game: all equilibria of a nondegenerate one, and of any other
/// one those that every equilibrium is a mixture of.
///
/// For every support and every equally large set of replies that are equally good, one system of
/// equations gives a vertex of the player's best-reply polytope; pairs of vertices that together
/// bear every label (a strategy is unplayed or a best reply) are the extreme equilibria. Two that
/// share one player's mix are joined by a line of equilibria. Ties within 1e-12 of the range of
/// payoffs are ties.
/// @param game for two, with at most 31 strategies each
/// @param most systems of equations at most
/// @return the equilibria, each with its regret
/// @throws std::invalid_argument no game, or more systems than wanted; the message says how many
/// @complexity{O(binomial(rows + columns, rows)) systems}; thread-safe
/// @source{avis2010, Avis\, Rosenberg\, Savani & von Stengel 2010}
/// @test tests/laboratory/extreme_equilibria.cpp "known games have their known equilibria"
[[nodiscard]] extreme_equilibria_result extreme_equilibria(const bimatrix_game& game,
                                                           std::uint64_t most = usual_systems);

}  // namespace negotiation::laboratory
