#pragma once

/// The most that is wrong with a play.

#include <algorithm>

namespace negotiation::talks::equilibrium::detail {

/// The greatest gain, or error, by size and beside what rounding explains: parties have scales of
/// their own.
struct worst_gain {
    double most = 0;      ///< @unit{utility}
    double relative = 0;  ///< in roundings

    /// @param rounding of the party whose gain it is
    void note(double gain, double rounding) noexcept {
        most = std::max(most, gain);
        relative = std::max(relative, gain / rounding);
    }

    /// Whether rounding, added up over many steps, explains all of it: 1e-9 of what is at stake.
    [[nodiscard]] bool is_rounding() const noexcept { return relative <= 2000; }
};

}  // namespace negotiation::talks::equilibrium::detail
