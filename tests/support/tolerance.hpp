#pragma once

#include <cmath>
#include <ostream>

/// Comparing numbers in tests: one place, so that no test invents a tolerance of its own.
namespace negotiation::tests {

/// The grid on which utilities are exact: what is computed on it is equal to this or it is wrong.
inline constexpr double grid = 1e-12;

/// Equal up to `tolerance`, absolutely. NaN is near nothing.
[[nodiscard]] inline bool near(double a, double b, double tolerance = grid) {
    return std::abs(a - b) <= tolerance;
}

/// A number as a paper prints it: `CHECK(nash.gain == printed(0.612, 3))` holds when the number,
/// rounded to three decimals, is what was printed.
struct printed {
    constexpr printed(double number, int decimals) : value(number), places(decimals) {}

    double value;
    int places;

    friend bool operator==(double computed, const printed& quoted) {
        // half a unit of the last place, and a little for a tie that decimal can write and binary
        // cannot
        const double half = 0.5 * std::pow(10.0, -quoted.places);
        return std::abs(computed - quoted.value) <= half * (1 + 1e-9);
    }
    friend std::ostream& operator<<(std::ostream& out, const printed& quoted) {
        return out << quoted.value << " (to " << quoted.places << " decimals)";
    }
};

}  // namespace negotiation::tests
