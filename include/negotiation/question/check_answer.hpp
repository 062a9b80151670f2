#pragma once

/// @file
/// What is in a scenario: the answer.

#include <cstddef>
#include <string>
#include <vector>

#include <negotiation/model/count.hpp>

namespace negotiation::question {

/// @brief What a sound scenario contains.
struct check_answer {
    std::string scenario;        ///< title
    std::size_t issues = 0;      ///< in scope
    outcome_count raw = 0;       ///< deals over them, before constraints
    outcome_count feasible = 0;  ///< deals that the constraints leave
    std::vector<std::string> parties;
    std::vector<std::string> onlookers;
    std::vector<std::string> scopes;
    std::vector<std::string> deals;
    std::size_t numbers = 0;  ///< in the file
    std::size_t assumed = 0;  ///< of them covered by an assumption
};

}  // namespace negotiation::question
