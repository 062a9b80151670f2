#pragma once

/// @file
/// One equilibrium of a game of two. Compiled in the library negotiation::negotiation
/// (src/laboratory/lemke_howson.cpp).

#include <cstddef>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// @brief Where a path of Lemke and Howson ended.
struct lemke_howson_result {
    mixed_equilibrium at;    ///< with its regret, of the mixes as they are returned
    std::size_t pivots = 0;  ///< steps of the path
    /// The path ended by itself, and the regret is at most 1e-12 of the range of a player's
    /// payoffs. Rounding, or a limit on pivots, may keep it from that.
    bool converged = false;
};

/// @brief The most pivots of a path, unless told otherwise. There are games with exponentially long
/// paths; those of random games are not.
/// @source{savani2006, Savani & von Stengel 2006}
inline constexpr std::size_t usual_pivots = 1'000'000;

/// @brief Follows the path of almost completely labelled vertices that begins where one label is
/// dropped: labels are the rows, then the columns. The ratio test is lexicographic, so degenerate
/// games do not cycle. The end is solved for afresh from the two supports, so rounding along
/// the path is not in the answer.
///
/// Different labels may lead to different equilibria, but not to all there are: for these see
/// `extreme_equilibria`.
/// @param game    for two
/// @param dropped the label @range{[0, rows + columns)}
/// @param most    pivots at most
/// @return an equilibrium and its certificate
/// @throws std::invalid_argument no game, or no such label
/// @complexity{O(rows * columns) a pivot}; thread-safe
/// @source{lemkehowson1964, Lemke & Howson 1964}
/// @test tests/laboratory/lemke_howson.cpp "every label of the known games leads to an equilibrium"
[[nodiscard]] lemke_howson_result lemke_howson(const bimatrix_game& game, std::size_t dropped = 0,
                                               std::size_t most = usual_pivots);

/// @brief Follows the paths of all labels in turn, each for a number of pivots that doubles after
/// every round, until one ends: single paths are now and then very much longer than most.
/// @param game for two
/// @param most pivots at most, of a path
/// @return the first equilibrium found, with the pivots of all paths together
/// @throws std::invalid_argument no game
/// @complexity{O(rows * columns) a pivot}; thread-safe
/// @source{lemkehowson1964, Lemke & Howson 1964}
/// @test tests/laboratory/lemke_howson.cpp "paths in turn find an equilibrium sooner"
[[nodiscard]] lemke_howson_result first_equilibrium(const bimatrix_game& game,
                                                    std::size_t most = usual_pivots);

/// @brief The path of a label in a symmetric game with both players' labels dropped together: its
/// end is a symmetric equilibrium, where both play the same mix.
/// @param payoffs of the row's strategy against the column's, square
/// @param dropped the strategy whose label is dropped
/// @param most    pivots at most
/// @return a symmetric equilibrium and its certificate
/// @throws std::invalid_argument no square table, or no such strategy
/// @complexity{O(strategies^2) a pivot}; thread-safe
/// @source{lemkehowson1964, Lemke & Howson 1964}
/// @test tests/laboratory/lemke_howson.cpp "the symmetric path ends in a symmetric equilibrium"
[[nodiscard]] lemke_howson_result symmetric_lemke_howson(const payoff_table& payoffs,
                                                         std::size_t dropped = 0,
                                                         std::size_t most = usual_pivots);

}  // namespace negotiation::laboratory
