#pragma once

/// @file
/// What a store of negotiations holds: the answer.

#include <string>
#include <vector>

#include <negotiation/laboratory/standing.hpp>
#include <negotiation/laboratory/store.hpp>

namespace negotiation::question {

/// @brief The experiments of a store.
struct results_answer {
    std::string file;                                        ///< of the store
    std::vector<laboratory::stored_experiment> experiments;  ///< oldest first
    /// By experiment, how each of its strategies did as far as it was played, see
    /// `laboratory::stand`; empty where that was not asked for
    std::vector<std::vector<laboratory::standing>> strategies = {};

    bool operator==(const results_answer&) const = default;
};

}  // namespace negotiation::question
