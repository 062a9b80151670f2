#pragma once

/// @file
/// How an engine stops when it would use more than it may.

#include <cstdint>

namespace negotiation::deal::detail {

/// Thrown inside an engine; becomes a refusal and never leaves the room.
struct budget_passed {
    double size = 0;            ///< what it came to
    const char* what = "";      ///< of what
    std::uint64_t allowed = 0;  ///< how much there may be
};

}  // namespace negotiation::deal::detail
