#pragma once

/// @file
/// What is in a scenario: the answer.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/count.hpp>

namespace negotiation::question {

/// @brief What a sound scenario contains.
struct check_answer {
    std::string scenario;                       ///< title
    std::size_t issues = 0;                     ///< in scope
    outcome_count raw = 0;                      ///< deals over them, before constraints
    std::optional<outcome_count> feasible;      ///< deals that the constraints leave, if counted
    std::vector<std::string> parties;           ///< names, in acting order
    std::vector<std::string> onlookers;         ///< names
    std::vector<std::string> scopes;            ///< names
    std::vector<std::string> deals;             ///< names
    std::size_t numbers = 0;                    ///< in the file
    std::size_t assumed = 0;                    ///< of them covered by an assumption
    std::size_t unsourced = 0;                  ///< of them with neither an assumption nor a source
    std::vector<std::string> unsourced_places;  ///< their paths; of a table without any, its path
};

}  // namespace negotiation::question
