#pragma once

/// @file
/// Dividing issues between two sides by points. Compiled in the library negotiation::negotiation
/// (src/theory/adjusted_winner.cpp).

#include <cstddef>
#include <optional>
#include <vector>

namespace negotiation::theory {

/// @brief Who gets what of the issues.
struct point_division {
    std::vector<double> shares;        ///< of the first side, by issue @range{[0, 1]}
    double first = 0;                  ///< points of the first side
    double second = 0;                 ///< points of the second side
    double first_before = 0;           ///< before the adjustment: each issue to whoever gave it
    double second_before = 0;          ///< more points, equals to the first side
    std::optional<std::size_t> split;  ///< the issue of which both get a part

    bool operator==(const point_division&) const = default;
};

/// @brief The adjusted winner: both sides distribute as many points over the issues, and get equal
/// numbers of their own points, the most that is possible; one issue at most is divided.
///
/// Equitable, efficient, and free of envy: nobody would have the other's part rather than its own.
/// It takes the points for what the sides want; who knows the other's points can do better by
/// naming false ones. Issues must be worth what their parts are worth.
/// @param first  points of the first side, by issue @range{[0, 1e50]}
/// @param second points of the second side; the same sum @range{[0, 1e50]}
/// @return the division; of issues with the same ratio of points the first side gets those listed
/// first, and what nobody gave a point to
/// @throws std::invalid_argument no issue, lists of different lengths, a number outside its range,
/// or sums that differ or are 0
/// @complexity{O(n log n) in issues}; thread-safe
/// @source{brams1996, Brams and Taylor 1996\, Fair Division\, ch. 4}
/// @test tests/theory/adjusted_winner.cpp "Camp David: one sixth of Sinai moves"
[[nodiscard]] point_division adjusted_winner(const std::vector<double>& first,
                                             const std::vector<double>& second);

}  // namespace negotiation::theory
