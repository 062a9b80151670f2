#pragma once

/// @file
/// What it costs to fail at the table.

#include <cstdint>
#include <stdexcept>
#include <string>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::talks {

/// @brief A party whose agent failed: late, silent, or with a move that is not legal. It counts as
/// having walked away; `proceedings` tells of it.
struct forfeit {
    party_id party = 0;      ///< whose agent
    std::int64_t round = 0;  ///< when
    std::string what;        ///< what it did

    bool operator==(const forfeit&) const = default;
};

/// @brief Thrown by an agent that can no longer play, where that is nobody's mistake in calling it:
/// one in another process, say. A protocol takes it for walking away, and the others are not
/// harmed. A strategy of one's own that is wrong throws anything else, and that ends the run.
/// @test tests/talks/forfeit.cpp "who fails has walked away"
class agent_failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace negotiation::talks
