#pragma once

/// @file
/// How a person fared at the table: the answer.

#include <cstddef>
#include <string>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/question/run_answer.hpp>

namespace negotiation::question {

/// @brief An efficient combination of utilities, with the first deal that gives it.
struct efficient_deal {
    std::vector<double> utilities;  ///< by party
    draft outcome;                  ///< the deal

    bool operator==(const efficient_deal&) const = default;
};

/// @brief Everything `play` found out. Names are resolved, nothing is formatted.
struct play_answer {
    run_answer talks;      ///< the account, as of a run between strategies
    std::size_t seat = 0;  ///< of the person
    std::vector<efficient_deal>
        frontier;              ///< what was possible, the best for the first party first
    std::string refused;       ///< why there is no frontier, or empty
    bool input_ended = false;  ///< the person's lines ended before the talks did: it has not walked
                               ///< away of its own accord
};

}  // namespace negotiation::question
