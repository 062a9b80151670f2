#pragma once

/// @file
/// Which rows of a table of utilities are efficient. Compiled in the library
/// negotiation::negotiation (src/deal/pareto.cpp).

#include <vector>

#include <Eigen/Core>

namespace negotiation::deal {

/// @brief The efficient rows of a table: no other row is nowhere worse and somewhere better.
///
/// For outcomes that are already listed; a factored space has `pareto_frontier`. Rows with equal
/// utilities are all kept.
///
/// @param utilities a party a column @shape{outcomes, parties} @unit{utils} @range{finite}
/// @return rows, falling in the first column, ties in the second and so on, equal rows in order
/// @throws std::invalid_argument no column, more than 128 columns or 4e9 rows, or a number that
/// is not finite
/// @complexity{O(n log n) for two parties; O(n (log n + sqrt s)) for three, s the size of the
/// largest cross-section of the frontier; O(n log^(d-1) n) for d parties}
/// @thread thread-safe
/// @source{kung1975, Kung\, Luccio and Preparata 1975\, J. ACM 22(4)}
/// @test tests/deal/pareto.cpp "efficient rows are those that brute force finds"
[[nodiscard]] std::vector<Eigen::Index> efficient_rows(
    const Eigen::Ref<const Eigen::MatrixXd>& utilities);

}  // namespace negotiation::deal
