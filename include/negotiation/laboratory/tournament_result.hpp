#pragma once

/// @file
/// What a tournament found.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/fault_tally.hpp>
#include <negotiation/laboratory/match.hpp>
#include <negotiation/laboratory/pairing_result.hpp>
#include <negotiation/laboratory/standing.hpp>

namespace negotiation::laboratory {

/// @brief A stage, and how it went there over all matches that count, each once.
struct stage_result {
    std::string name;                      ///< of the stage
    std::size_t parties = 0;               ///< seats
    std::optional<std::size_t> deals;      ///< feasible ones; nothing where too many to list
    std::size_t efficient = 0;             ///< efficient points of the zone
    std::string refused;                   ///< why no distances are known, or empty
    std::vector<double> reservations;      ///< utility of no deal @shape{parties}
    std::vector<double> greatest;          ///< utility of the best deal @shape{parties}
    std::size_t results = 0;               ///< matches that count
    std::optional<double> agreement_rate;  ///< @range{[0, 1]}
    std::optional<double> mean_rounds;     ///< the round in which they ended
    std::optional<double> mean_offers;     ///< made in them
    std::vector<double> mean_utilities;    ///< empty without results @shape{parties}
    distances mean_distances;              ///< @unit{utility}
    /// What subgame-perfect play of direct talks gives; empty where not computed @shape{parties}
    std::vector<double> equilibrium = {};
    std::string no_equilibrium = {};  ///< why it was not computed, `stopped` perhaps, or empty

    bool operator==(const stage_result&) const = default;
};

/// @brief How the seats of a match of two did in some repeats in a row that count.
struct duel {
    std::array<double, 2> advantages = {};  ///< means
    std::size_t count = 0;                  ///< repeats that count; 0 where none does

    /// Adds one repeat; of repeats all alike the mean is exact. @param one advantages of both seats
    void add(const std::array<double, 2>& one) {
        ++count;
        for (std::size_t seat = 0; seat < 2; ++seat) {
            advantages[seat] += (one[seat] - advantages[seat]) / static_cast<double>(count);
        }
    }

    bool operator==(const duel&) const = default;
};

/// @brief The most clusters of repeats that are told apart: that many say as much of an error as
/// all would, and the memory they take does not grow with the repeats.
inline constexpr std::size_t maximum_clusters = 1000;

/// @brief Everything, from the table down to each pairing, and to each match where those are kept.
struct tournament_result {
    standings table;                         ///< means of contestants, mediations and pairs
    std::vector<stage_result> stages;        ///< in their own order
    std::vector<pairing_result> pairings;    ///< in the order of the `schedule`
    std::vector<fault_tally> broken;         ///< what was left out of every mean, by culprit and
                                             ///< stage; who failed first comes first
    std::vector<fault_tally> forfeits = {};  ///< agents that failed, which counts as walking away;
                                             ///< likewise
    std::vector<match> matches;  ///< with `keep_matches` all that were planned, by number; match k
                                 ///< is of pairing k modulo the number of pairings
    /// Where pairings repeat, what came of matches of two by clusters of repeats in a row: place c
    /// * pairings + k is of cluster c of pairing k. Each repeat is a cluster of its own up to
    /// `maximum_clusters`; beyond, they are as long as makes no more. Else empty.
    std::vector<duel> duels = {};
    std::size_t planned = 0;      ///< matches
    std::size_t played = 0;       ///< of them, faults included
    std::size_t faults = 0;       ///< of them, broken by an agent or a mediation
    std::size_t forfeited = 0;    ///< of them, with an agent that failed
    bool complete = false;        ///< all were played
    std::uint64_t seed = 0;       ///< of the experiment
    std::string experiment = {};  ///< its key, see `experiment::key`
    std::size_t recalled = 0;     ///< matches that were not played anew: the log had them
};

}  // namespace negotiation::laboratory
