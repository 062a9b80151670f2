#pragma once

/// @file
/// What a tournament is played on.

#include <string>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::laboratory {

/// @brief A bargaining problem with a name.
struct stage {
    std::string name;  ///< for answers
    bargaining table;  ///< at least two parties; its binding red lines bind
    /// The talks begin in secret: where a mediator leaks, public red lines bind from then on.
    bool secret = false;
};

}  // namespace negotiation::laboratory
