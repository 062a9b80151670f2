#pragma once

/// @file
/// Every symmetric equilibrium of a symmetric game: what a whole population may settle at. Compiled
/// in the library negotiation::negotiation (src/laboratory/symmetric_equilibria.cpp and
/// stability.cpp).

#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// @brief What becomes of a mix that is a little disturbed, under the replicator dynamics.
enum class stability {
    attracting,  ///< it comes back, from every side
    neutral,     ///< not decided: neither by the linear terms nor as evolutionarily stable; it may
                 ///< circle, or drift
    repelling    ///< some disturbance grows
};

/// @brief The name of a stability.
/// @param s any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/symmetric_equilibria.cpp "what comes back and what does not"
[[nodiscard]] constexpr const char* to_string(stability s) noexcept {
    switch (s) {
        case stability::attracting:
            return "attracting";
        case stability::neutral:
            return "neutral";
        case stability::repelling:
            return "repelling";
    }
    return "";
}

/// @brief A mix that is a best reply to itself.
struct symmetric_equilibrium {
    strategy_mix mix;   ///< of everybody
    double payoff = 0;  ///< expected
    double regret = 0;  ///< most that one player could gain, in payoffs
    /// False where it and another one are the ends of a line of equilibria: every mixture of the
    /// two is one as well. Nothing where not all are known (`complete`).
    std::optional<bool> isolated;
    stability under_replicator = stability::neutral;  ///< see there

    bool operator==(const symmetric_equilibrium&) const = default;
};

/// @brief What the supports of a symmetric game hold.
struct symmetric_equilibria_result {
    std::vector<symmetric_equilibrium> all;  ///< small supports first
    bool continuum = false;  ///< infinitely many are known: all mixtures of some two of these
    /// Every extreme one is there. False where so many strategies are left after those that another
    /// one always beats are gone that single paths were followed instead.
    bool complete = true;
};

/// @brief The most strategies whose supports are tried one by one: 4,095 of them.
inline constexpr std::size_t most_supports_of = 12;

/// @brief All symmetric extreme equilibria of a symmetric game, pure and mixed.
///
/// Strategies that another pure one beats against everything left are taken out first, again and
/// again: none of them is ever in a support. If more than `most_supports_of` are left, all pure
/// ones are found, and those mixed ones that the paths of `symmetric_lemke_howson` from every label
/// end at; `complete` is false: then nothing is said of lines of equilibria either.
/// @param payoffs of the row's strategy against the column's, square
/// @return the equilibria; there always is one
/// @throws std::invalid_argument no square table
/// @complexity{O(2^n n^3), n strategies left}; thread-safe
/// @source{nash1951, Nash 1951}
/// @test tests/laboratory/symmetric_equilibria.cpp "known symmetric games are solved"
[[nodiscard]] symmetric_equilibria_result symmetric_equilibria(const payoff_table& payoffs);

/// @brief Whether the replicator dynamics come back to a symmetric equilibrium: by the eigenvalues
/// of their linear part, and by what strategies outside the support would earn. Where these are 0
/// they tell nothing, and it is asked whether the mix is evolutionarily stable: whether it earns
/// more against every other mix of best replies than that mix itself. Then it attracts. A strategy
/// that everybody plays repels where one that earns as much against it earns more against itself.
/// @param payoffs square
/// @param mix     a symmetric equilibrium
/// @return `neutral` where none of this decides
/// @complexity{O(strategies^3 + 2^m m^3), m the best replies outside the support, at most 10};
/// thread-safe
/// @source{taylorjonker1978, Taylor & Jonker 1978}
/// @source{hofbauer1979, Hofbauer\, Schuster & Sigmund 1979\, evolutionarily stable mixes attract}
/// @source{haigh1975, Haigh 1975\, the form on the best replies}
/// @source{bomze1992, Bomze 1992\, its copositivity}
/// @source{kaplan2000, Kaplan 2000\, by eigenvectors of principal submatrices}
/// @test tests/laboratory/symmetric_equilibria.cpp "where the linear terms are silent others
/// decide"
/// @test tests/laboratory/symmetric_equilibria.cpp "what comes back and what does not"
[[nodiscard]] stability stability_of(const payoff_table& payoffs, const strategy_mix& mix);

}  // namespace negotiation::laboratory
