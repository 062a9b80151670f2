#pragma once

/// @file
/// The question "which strategy is any good?" Compiled in the library negotiation::negotiation
/// (src/question/tournament.cpp).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/model/clock.hpp>
#include <negotiation/model/seed_number.hpp>
#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_tournament.hpp>
#include <negotiation/question/tournament_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask which strategy is any good. Every pairing is played under every entry of
/// `mediators`: `none` or `direct`, where the parties talk to one another, a mediator of the
/// catalogue, or a row of them with `+` between. Without an entry they talk directly.
struct tournament_options {
    std::vector<std::string> strategies;      ///< each one, or several with commas between them:
                                              ///< `boulware,time-dependent(e=0.3)`; `all` is every
                                              ///< one of the catalogue, none under two names, see
                                              ///< `talks::different_strategies`
    std::vector<std::string> mediators = {};  ///< what stands between the parties, likewise:
                                              ///< `none,relay(noise=0.1)+formulator(after=5)`
    std::int64_t rounds = 100;  ///< the deadline of every match @range{[1, talks::maximum_rounds]}
    negotiation::clock clock = negotiation::clock::geniusweb;  ///< relative time
    seed_number seed;                                          ///< of the experiment
    std::size_t repeats = 1;         ///< matches a pairing @range{[1, inf)}
    bool rotate = true;              ///< every order of the strategies, not each choice once, which
                                     ///< leaves the game of choosing a strategy unknown
    double breakdown = 0;            ///< probability a round that talks end @range{[0, 1)}
    std::string scope = {};          ///< name of a scope; empty takes every issue
    std::string store = {};          ///< file that keeps every negotiation, see `laboratory::store`
    bool resume = false;             ///< go on with what the store has of this experiment
    parallel_options parallel = {};  ///< threads, stop, progress (in matches)
    std::uint64_t maximum_matches = std::uint64_t{1} << 20U;  ///< more are refused
    std::size_t resamples = 100;  ///< of the meta-game, for how sure its survivors are; 0: none
    bool meta_game = true;        ///< whether the game of choosing a strategy is solved
};

/// @brief Everybody against everybody on every scenario: utilities with intervals, advantages,
/// agreement rates, rounds, distances to the efficient and the fair deals, ranks, pairs; who cannot
/// be told apart; and the game of choosing a strategy that this makes, solved.
///
/// Of a scenario it takes what the parties want, their red lines, and whether the talks are secret:
/// then public red lines bind only after a mediator has leaked. All are played by alternating
/// offers with the same deadline until all parties agree, and utilities are not discounted: what
/// the files say of protocol, channel and mediators is not read. Threads change nothing. What
/// breaks a match is told, and the tournament goes on; a stop leaves an answer about what was
/// played.
/// @param worlds  scenarios, of any numbers of parties
/// @param options strategies and mediators, and how they play
/// @return the answer, names resolved
/// @throws scenario_error a scenario is not sound, or has no such scope; its title is in the
/// message
/// @throws std::runtime_error the store cannot be written; what it has is not lost
/// @throws std::invalid_argument the store is none, or has negotiations of this experiment and
/// `resume` is not set; no scenario or strategy, an unknown strategy, mediator or
/// parameter, one of them or a title twice, a number out of range, more matches than
/// `maximum_matches`
/// @complexity{that of `laboratory::tournament`}; thread-safe
/// @test tests/question/tournament.cpp "the sums are those of the laboratory"
[[nodiscard]] tournament_answer tournament(const std::vector<scenario>& worlds,
                                           const tournament_options& options);

}  // namespace negotiation::question
