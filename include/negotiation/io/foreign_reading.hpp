#pragma once

/// @file
/// How the files of other systems are read.

#include <cstddef>

namespace negotiation::io {

/// @brief What the files of other systems leave to their reader.
struct foreign_reading {
    /// Keep the numbers of GENIUS files as they are written: weight times evaluation, no division
    /// by an issue's best evaluation, no limit at 1 and no discount, as NegMAS reads them.
    /// Otherwise as GENIUS itself reads them. GeniusWeb files mean the same either way.
    bool raw = false;
    /// A real issue gets this many equal steps, since deals are finitely many; so does a range of
    /// more whole numbers than an issue may have options. The scenario says so in an assumption.
    std::size_t steps = 20;  ///< @range{[1, 10000]}

    bool operator==(const foreign_reading&) const = default;
};

/// @brief The most steps that may be asked for.
inline constexpr std::size_t maximum_foreign_steps = 10'000;

}  // namespace negotiation::io
