#pragma once

/// Whether a mix withstands every small group of others: evolutionary stability.

#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// Whether x . A y > y . A y for every other mix y near an equilibrium x: then the replicator
/// dynamics come back to it. That is so where z . A z < 0 for every z that leads from x to another
/// mix of best replies, so on a cone: shares sum to 0, and only those of the support may fall.
///
/// @param payoffs square
/// @param mix     a symmetric equilibrium
/// @param tight   payoffs, in shares of their range, that count as the same
/// @return nothing where rounding, or too many best replies beside the support, leave it open
[[nodiscard]] std::optional<bool> evolutionarily_stable(const payoff_table& payoffs,
                                                        const strategy_mix& mix, double tight);

/// How far from an equilibrium p it is proven to be superior: p . A x > x . A x for every other mix
/// x that gives those beside the support of p no more than this share.
///
/// The relative entropy sum p_i log(p_i / x_i) then falls along every path of the replicator
/// dynamics through such an x. It is -log(1 - s) at least where those beside have s. So no path
/// leaves what lies closer than -log(1 - the share), and every one that is there ends at p: any
/// that has the whole support alive, where the share is 1. (Hofbauer, Schuster & Sigmund 1979; how
/// close by means of this bound: derived.) For a pure p it is the greatest such share, up to
/// rounding and what `strictly_copositive` leaves open; for a mixed one it may be too small.
///
/// @param payoffs square
/// @param mix     a symmetric equilibrium
/// @param tight   payoffs, in shares of their range, that count as the same
/// @return 0 where nothing is proven
[[nodiscard]] double superior_up_to(const payoff_table& payoffs, const strategy_mix& mix,
                                    double tight);

/// Row by row.
using square_matrix = std::vector<std::vector<double>>;

/// Whether w . M w > 0 for every w >= 0 that is not 0, from the eigenvectors of its principal
/// submatrices: none that is positive belongs to an eigenvalue of 0 or below.
///
/// @param matrix  symmetric @shape{n, n}
/// @param tiny    up to which a number is 0
/// @return nothing where rounding leaves it open, or numbers below 0 join more rows than
/// `most_beside`
[[nodiscard]] std::optional<bool> strictly_copositive(const square_matrix& matrix, double tiny);

/// The most rows, joined by numbers below 0, whose submatrices are tried one by one.
inline constexpr std::size_t most_beside = 10;

}  // namespace negotiation::laboratory
