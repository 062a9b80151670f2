#pragma once

/// @file
/// Which strategies survive where everybody may choose one. Compiled in the library
/// negotiation::negotiation (src/laboratory/meta_game.cpp).

#include <cstddef>
#include <stop_token>
#include <vector>

#include <negotiation/laboratory/alpha_rank.hpp>
#include <negotiation/laboratory/empirical_game.hpp>
#include <negotiation/laboratory/logit_response.hpp>
#include <negotiation/laboratory/replicator.hpp>
#include <negotiation/laboratory/symmetric_equilibria.hpp>
#include <negotiation/model/proportion.hpp>
#include <negotiation/model/seed_number.hpp>

namespace negotiation::laboratory {

/// @brief How a meta-game is solved.
struct meta_game_options {
    seed_number seed;                               ///< of populations and resamples
    std::size_t starts = usual_starts;              ///< populations to follow
    std::size_t resamples = 100;                    ///< of the sampling; 0: none
    std::vector<double> precisions = {1, 10, 100};  ///< of noisy choice, see `logit_response`
    std::stop_token stop = {};                      ///< asked before each resample
};

/// @brief In how many resamples a strategy survives. The intervals are the Monte-Carlo error of
/// so many resamples, no more: they say nothing of how far the scenarios can be trusted.
struct survival {
    proportion in_equilibrium;  ///< it is played in some symmetric equilibrium
    /// It is played in one that the replicator dynamics come back to: it has a basin
    proportion attracting;

    bool operator==(const survival&) const = default;
};

/// @brief A game of choosing a strategy, solved in five ways.
struct meta_game {
    empirical_game game;                     ///< what is solved
    symmetric_equilibria_result equilibria;  ///< pure and mixed
    /// What each strategy misses against the best reply to each opponent, itself among them,
    /// opponents alike
    std::vector<double> regrets;
    replicator_basins replicator;   ///< where populations that copy success end up
    alpha_rank_result alpha_rank;   ///< how much of the time a small one spends with each
    logit_path logit;               ///< choice with noise
    std::vector<survival> survive;  ///< by strategy; empty without a sampling
    std::size_t resamples = 0;      ///< how many `survive` is of: fewer than asked for after a stop
    /// All equilibria of all of them are known; else `survive` has the least that its shares can be
    bool survival_complete = true;
};

/// @brief Solves it.
///
/// The uncertainty is that of the sampling: each resample draws as many stages as there are with
/// replacement, where there are several, what repeats did to them included; or moves every payoff
/// of a single stage by a normal error of its repeats. The equilibria are found again. One stage
/// without repeats has no sampling, and nothing is said of uncertainty then, nor after a stop that
/// came before the first resample.
/// Normal errors and noisy choice are computed by logarithms, cosines and exponentials of the C
/// library: another library may give other last digits.
/// @param game    what a tournament found
/// @param options how
/// @return the solutions; empty ones of a game without strategies
/// @complexity{that of the solvers; the equilibria once a resample}; thread-safe
/// @source{efron1979, Efron 1979\, the bootstrap}
/// @test tests/laboratory/meta_game.cpp "the parts are those of the solvers"
/// @test tests/laboratory/meta_game.cpp "noise of repeats counts once"
[[nodiscard]] meta_game solve(empirical_game game, const meta_game_options& options);

}  // namespace negotiation::laboratory
