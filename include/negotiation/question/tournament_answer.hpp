#pragma once

/// @file
/// Which strategy is any good: the answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/meta_game.hpp>
#include <negotiation/laboratory/significance.hpp>
#include <negotiation/laboratory/standing.hpp>
#include <negotiation/laboratory/tournament_result.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Matches that a strategy or a mediator failed in on a scenario.
struct broken_matches {
    std::string strategy;              ///< whose fault it was; empty: that of the mediator
    std::string scenario;              ///< title
    std::string what;                  ///< the message of the first
    std::size_t count = 0;             ///< how many, whatever their messages
    std::size_t first = 0;             ///< number of the first of them, from 0; the rest is of it
    std::vector<std::string> by_seat;  ///< who played
    std::string party;                 ///< the seat of the strategy, or empty
    std::int64_t round = 0;            ///< 0 where it could not be made
    std::string mediator = {};         ///< what stood between the parties
    std::vector<std::string> others = {};  ///< what the first 20 said beside that, each once

    bool operator==(const broken_matches&) const = default;
};

/// @brief A scenario of a tournament.
struct tournament_scenario {
    laboratory::stage_result result;    ///< what it is and how it went there
    std::vector<std::string> parties;   ///< by seat
    bool has_rules = false;             ///< its file says how the talks run, which is not read here
    publicity talks = publicity::open;  ///< secret or public, as its file says; decides which red
                                        ///< lines bind

    bool operator==(const tournament_scenario&) const = default;
};

/// @brief Where a tournament was kept.
struct kept_tournament {
    std::string file;          ///< of the store
    std::size_t recalled = 0;  ///< negotiations that stood there already and were not played anew

    bool operator==(const kept_tournament&) const = default;
};

/// @brief Everything `tournament` found. Names are resolved, nothing is formatted.
struct tournament_answer {
    std::uint64_t seed = 0;                        ///< of the experiment
    std::size_t matches = 0;                       ///< played, broken ones included
    std::vector<laboratory::standing> strategies;  ///< as listed
    std::vector<laboratory::standing> mediators;   ///< as listed, or `direct` alone
    laboratory::ranked_by ranked_by = laboratory::ranked_by::utility;  ///< ranks and pairs
    /// Mean utility, or advantage, of the first where the second sat at the same table
    /// @shape{strategies, strategies}
    std::vector<std::vector<std::optional<double>>> pairs;
    bool complete = true;                        ///< false when it was stopped
    std::size_t planned = 0;                     ///< matches of the whole tournament
    std::size_t faults = 0;                      ///< matches that somebody broke
    std::vector<broken_matches> broken;          ///< by culprit and scenario, the first 20 such
    std::size_t broken_left_out = 0;             ///< how many more such there are
    std::vector<broken_matches> forfeits = {};   ///< agents that failed, whose negotiations count
                                                 ///< as walking away; likewise
    std::size_t forfeits_left_out = 0;           ///< likewise
    std::size_t forfeited = 0;                   ///< such negotiations
    std::optional<kept_tournament> kept = {};    ///< where a store was given
    std::vector<tournament_scenario> scenarios;  ///< as given
    std::int64_t rounds_limit = 0;               ///< the deadline
    negotiation::clock clock = negotiation::clock::geniusweb;  ///< relative time
    std::size_t repeats = 1;                                   ///< matches a pairing
    bool rotate = true;                                        ///< every order of the strategies
    double breakdown = 0;                                      ///< probability a round
    std::string scope;                                         ///< empty for every issue
    std::vector<std::string> complete_information;  ///< strategies that read others' preferences
    std::size_t assumed_numbers = 0;                ///< of all scenarios, on which this rests
    std::size_t unsourced_numbers = 0;     ///< of all files: without a source or an assumption
    std::vector<std::string> voters = {};  ///< strategies made for single texts, not for offers
    /// Key of what was played: the same for the same scenarios, strategies, options and seed,
    /// however many repeats
    std::string experiment = {};
    laboratory::significance told_apart = {};  ///< by place among the strategies
    /// Of choosing a strategy; empty without results, and where roles were not rotated: whoever may
    /// be drawn into any seat must have played in all of them
    laboratory::meta_game meta_game = {};
};

}  // namespace negotiation::question
