#pragma once

/// @file
/// What becomes of a population that copies what earns more. Compiled in the library
/// negotiation::negotiation (src/laboratory/replicator.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/laboratory/symmetric_equilibria.hpp>
#include <negotiation/model/proportion.hpp>
#include <negotiation/model/seed_number.hpp>

namespace negotiation::laboratory {

/// @brief Where the dynamics led from one mix.
struct replicator_path {
    strategy_mix mix;       ///< after the last step
    double residual = 0;    ///< greatest rate of change of a share there, in the range of payoffs
    std::size_t steps = 0;  ///< taken
    /// It came to rest: the residual is at most 1e-10, and no strategy that was there would grow;
    /// or it came to where it is proven to lead to some equilibrium, however slowly: that is the
    /// mix, then. See `replicator`.
    bool settled = false;
};

/// @brief The most steps of a path, unless told otherwise.
inline constexpr std::size_t usual_steps = 1'000;

/// @brief Follows x_i' = x_i (f_i - f): f_i what strategy i earns against the mix, f what the mix
/// earns. Fourth-order Runge-Kutta steps, longer where little changes; shares are divided by their
/// sum after every step, so that rounding never leaves the simplex.
///
/// A path is not followed to its end where the end p is proven. One strategy has so large a share
/// that it earns more than each other one whatever these do among themselves. Or p is
/// evolutionarily stable, and so near that it earns more against every mix from here on than that
/// mix does: the relative entropy of p falls along the path then, to 0. Where shares beside the
/// support of p are s at most in all, p . A x - x . A x is at least a quadratic form of x - p that
/// grows as s falls; it is positive on the cone of such x - p up to some s, by the test of
/// copositivity of `stability_of`, and no path leaves where the entropy is below -log(1 - s). Where
/// that is so for s = 1, all starts lead to p that have its support alive. So a strategy is found
/// to win that ties with all others when it is nearly alone, where its rivals die out like 1 / t
/// and nothing comes to rest. Equilibria at the end of lines of others are never proven so.
/// @param payoffs of the row's strategy against the column's, square
/// @param start   shares @range{[0, 1]}
/// @param most    steps at most
/// @return the end of the path; in rock, paper, scissors it never settles
/// @throws std::invalid_argument no square table, or a start that is no mix of its strategies
/// @complexity{that of `symmetric_equilibria`, and O(strategies^2) a step}; thread-safe
/// @source{taylorjonker1978, Taylor & Jonker 1978}
/// @source{hofbauer1979, Hofbauer\, Schuster & Sigmund 1979\, the entropy}
/// @source{bomze1992, Bomze 1992\, copositivity}
/// @test tests/laboratory/replicator.cpp "hawks and doves settle where both earn alike"
/// @test tests/laboratory/replicator.cpp "what ties with everything may win from everywhere"
/// @test tests/laboratory/replicator.cpp "a path that is settled early goes where it is said to go"
/// @test tests/laboratory/evolutionary_stability.cpp "superior as far as is proven and no farther"
[[nodiscard]] replicator_path replicator(const payoff_table& payoffs, strategy_mix start,
                                         std::size_t most = usual_steps);

/// @brief Where many populations end up, and how many of them.
struct basin {
    strategy_mix mix;     ///< the mean of where they ended
    proportion share;     ///< of all starts, with Wilson's interval
    double spread = 0;    ///< most that a share of one of them differs from the mean
    double regret = 0;    ///< of the mean mix, in payoffs: 0 at an equilibrium
    double residual = 0;  ///< greatest of them, as of `replicator_path`

    bool operator==(const basin&) const = default;
};

/// @brief The ends of many paths.
struct replicator_basins {
    std::vector<basin> all;  ///< one for each set of strategies that survive, large shares first
    proportion unsettled;    ///< share of starts that did not settle
    std::size_t starts = 0;  ///< populations that were followed
};

/// @brief How many starts, unless told otherwise: the interval of a basin of a half is -+ 0.10.
inline constexpr std::size_t usual_starts = 100;

/// @brief Follows the dynamics from mixes drawn uniformly on the simplex. A path that has not
/// settled (see `replicator_path`) after so many steps counts as unsettled, however near it is.
/// @param payoffs of the row's strategy against the column's, square
/// @param seed    of the starts; start k is the same however many there are
/// @param starts  how many
/// @param most    steps of a path at most
/// @return where they ended
/// @throws std::invalid_argument no square table
/// @complexity{that of `symmetric_equilibria`, and O(starts * steps * strategies^2)}; thread-safe
/// @source{taylorjonker1978, Taylor & Jonker 1978}
/// @test tests/laboratory/replicator.cpp "basins of a stag hunt are those of the threshold"
/// @test tests/laboratory/replicator.cpp "a basin may be smaller than any radius"
[[nodiscard]] replicator_basins basins(const payoff_table& payoffs, seed_number seed,
                                       std::size_t starts = usual_starts,
                                       std::size_t most = usual_steps);

}  // namespace negotiation::laboratory
