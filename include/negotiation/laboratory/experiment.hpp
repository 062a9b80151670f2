#pragma once

/// @file
/// What a tournament plays, so that its results can be found again.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/laboratory/schedule.hpp>
#include <negotiation/model/clock.hpp>

namespace negotiation::laboratory {

/// @brief All that the results of a tournament hang on, except how often each pairing repeats: more
/// repeats go on with the same experiment.
/// @test tests/laboratory/experiment.cpp "whatever changes a result changes the key"
struct experiment {
    /// The same for the same experiment, else another. Strategies and mediators count by their
    /// names: another agent has to have another one.
    std::string key = {};
    std::string version = {};                     ///< of the library that plays it
    std::uint64_t seed = 0;                       ///< of all random bits
    std::int64_t rounds = 0;                      ///< the deadline of every match
    negotiation::clock clock = clock::geniusweb;  ///< relative time
    bool rotate = true;                           ///< every order of the contestants
    double breakdown = 0;                         ///< probability a round
    std::vector<std::string> stages = {};         ///< names, in order
    std::vector<std::string> mediations = {};     ///< likewise
    std::vector<std::string> contestants = {};    ///< likewise
    std::vector<pairing> pairings = {};           ///< match k is of pairing k modulo their number

    bool operator==(const experiment&) const = default;
};

}  // namespace negotiation::laboratory
