#pragma once

/// @file
/// The game of choosing a strategy, as a tournament found it. Compiled in the library
/// negotiation::negotiation (src/laboratory/empirical_game.cpp).

#include <cstddef>
#include <string>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>
#include <negotiation/laboratory/tournament_result.hpp>

namespace negotiation::laboratory {

/// @brief What the spread of payoffs is known from.
enum class sampling {
    none,     ///< one stage, one match a pairing: nothing is known of it
    repeats,  ///< one stage: the repeats of each pairing
    stages    ///< several stages, taken for a sample of their kind
};

/// @brief The name of a sampling.
/// @param s any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/empirical_game.cpp "errors are those of the stages or of the repeats"
[[nodiscard]] constexpr const char* to_string(sampling s) noexcept {
    switch (s) {
        case sampling::none:
            return "none";
        case sampling::repeats:
            return "repeats";
        case sampling::stages:
            return "stages";
    }
    return "";
}

/// @brief Payoffs on one stage.
struct stage_payoffs {
    std::size_t stage = 0;  ///< its place
    payoff_table means;     ///< @shape{strategies, strategies}
    payoff_table errors;    ///< standard errors from the repeats; 0 where they came out alike
};

/// @brief What a strategy gets against another one: mean advantage, so that stages can be compared.
///
/// Repeats of a pairing are averaged first, then the seats it may have there and the mediations,
/// then the stages, each counting alike. So the game is symmetric: whoever plays it may be drawn
/// into any seat. Stages for three and more have no table of one against one and are left out. A
/// strategy that has no result against one of the others is left out, those with most gaps first.
struct empirical_game {
    std::vector<std::size_t> strategies;  ///< places among the contestants
    std::vector<std::size_t> left_out;    ///< places of contestants that lack results
    std::vector<std::size_t> too_large;   ///< places of stages for three and more
    /// Of the row against the column @shape{strategies, strategies} @range{[-1, 1]}
    payoff_table payoffs;
    payoff_table errors;                ///< their standard errors; empty where nothing is known
    sampling from = sampling::none;     ///< what the errors are from
    std::vector<stage_payoffs> stages;  ///< what it is the mean of
};

/// @brief Reads the game off a tournament.
///
/// With several stages the standard error of a payoff is that of the mean over stages. With one it
/// is that of the repeats. A repeat draws the same random numbers in all matches that a payoff is
/// the mean of, so what it did to them is added up before it is squared: only repeats, or
/// clusters of them where they are many (`maximum_clusters`), are taken for independent.
/// @param from        what a tournament found, complete or not
/// @param contestants how many there were
/// @return the game; no strategies where no two-party stage has results
/// @complexity{O(pairings * clusters + stages * (pairings + contestants^2) + contestants^3)};
/// thread-safe
/// @source{liang1986, Liang & Zeger 1986\, errors of what is drawn in clusters}
/// @test tests/laboratory/empirical_game.cpp "payoffs are averaged over seats and then stages"
/// @test tests/laboratory/empirical_game.cpp "errors are those that tournaments with other seeds
/// show"
[[nodiscard]] empirical_game game_of(const tournament_result& from, std::size_t contestants);

}  // namespace negotiation::laboratory
