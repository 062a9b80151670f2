#pragma once

/// @file
/// How much of the time a small population of copiers spends with each strategy. Compiled in the
/// library negotiation::negotiation (src/laboratory/alpha_rank.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// @brief What a mutant and a resident are compared by.
enum class selection : std::uint8_t {
    opponent,   ///< what each gets against the other: as published, and what OpenSpiel does unless
                ///< told otherwise
    population  ///< what each gets on average over the population at each of its compositions, its
                ///< own kind included: so it counts what residents, or mutants, do among themselves
};

/// @brief How alpha-rank is computed.
struct alpha_rank_options {
    std::size_t population = 50;  ///< players @range{[2, 10000]}
    /// Ranking intensity, in ranges of payoffs: how strictly what earns more is copied. Nothing: it
    /// is raised until the ranking no longer changes.
    std::optional<double> intensity = {};
    selection by = selection::opponent;  ///< who is copied
};

/// @brief The ranking, and its certificate.
struct alpha_rank_result {
    strategy_mix shares;   ///< of time, by strategy: the stationary distribution
    double intensity = 0;  ///< at which they hold, in ranges of payoffs
    double residual = 0;   ///< greatest imbalance of flow in and out of a strategy, in shares of it
    bool converged = false;  ///< of a raised intensity: the last fourfold changed no share by 1e-9
};

/// @brief Alpha-rank of one population: everybody plays one strategy until a mutant's takes over.
///
/// A mutant takes over with the probability of fixation under pairwise comparison (Fermi); mutants
/// of all kinds are equally likely. By default payoffs are those of the mutant and the resident
/// against one another, as published: a ranking of who beats whom, which does not see what a
/// strategy gets against itself. In a game of coordination all are alike by it; take
/// `selection::population`, or the basins of `replicator`, where that matters. The intensity of
/// other programs, in utility, is that of here over the range of payoffs.
///
/// Everything is computed in logarithms, so that chances of 10^-1000 count: the stationary
/// distribution by the elimination of Grassmann, Taksar and Heyman, which never subtracts.
/// @param payoffs of the row's strategy against the column's, square
/// @param options population, intensity and what is compared
/// @return shares of time
/// @throws std::invalid_argument no square table, or an option out of range
/// @complexity{O(strategies^3) an intensity, at most 14 of them; by population also O(strategies^2
/// population)}; thread-safe
/// @source{omidshafiei2019, Omidshafiei et al. 2019\, single population}
/// @source{grassmann1985, Grassmann\, Taksar & Heyman 1985\, the stationary distribution}
/// @source{traulsen2006, Traulsen\, Nowak & Pacheco 2006\, payoffs over the population}
/// @test tests/laboratory/alpha_rank.cpp "two strategies are ranked by their chances of fixation"
/// @test tests/laboratory/alpha_rank.cpp "what opponents get of one another ranks as published"
[[nodiscard]] alpha_rank_result alpha_rank(const payoff_table& payoffs,
                                           const alpha_rank_options& options = {});

/// @brief Logarithm of the chance that one mutant takes over a population whose members it leads by
/// as much throughout.
/// @param lead       what the mutant gets less what a resident gets, below 0 if it trails
/// @param intensity  by which the lead is multiplied @range{[0, inf)}
/// @param population players @range{[2, inf)}
/// @return log((1 - exp(-intensity lead)) / (1 - exp(-population intensity lead)));
/// -log(population) where there is no lead
/// @complexity{O(1)}; thread-safe
/// @source{omidshafiei2019, Omidshafiei et al. 2019}
/// @test tests/laboratory/alpha_rank.cpp "a lead that stays is summed up in closed form"
[[nodiscard]] double log_fixation(double lead, double intensity, std::size_t population);

/// @brief Logarithm of the chance that one mutant takes over a population, payoffs averaged over
/// the others at each composition of it.
/// @param own        what the mutant gets against its like
/// @param against    what it gets against a resident
/// @param resident   what a resident gets against the mutant
/// @param others     what a resident gets against its like
/// @param intensity  by which a difference of payoffs is multiplied @range{[0, inf)}
/// @param population players @range{[2, inf)}
/// @return -log(1 + sum over l of prod over k up to l of exp(-intensity (f_mutant - f_resident)))
/// @complexity{O(population)}; thread-safe
/// @source{traulsen2006, Traulsen\, Nowak & Pacheco 2006}
/// @test tests/laboratory/alpha_rank.cpp "a mutant that is no better takes over by chance"
[[nodiscard]] double log_fixation(double own, double against, double resident, double others,
                                  double intensity, std::size_t population);

}  // namespace negotiation::laboratory
