#pragma once

/// Small dense systems of equations for the solvers of games: tens of unknowns.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace negotiation::laboratory {

/// A square system, factored by Gaussian elimination with row exchanges.
class linear_system {
public:
    /// Below this, times the largest entry, a pivot is nothing but rounding.
    static constexpr double rounding = 1e-11;

    /// @param matrix row by row @shape{n * n}
    linear_system(std::span<const double> matrix, std::size_t n);

    [[nodiscard]] bool singular() const noexcept { return singular_; }

    /// The solution, refined once by its residual; nothing where there is no single one.
    [[nodiscard]] std::optional<std::vector<double>> solve(std::span<const double> right) const;

private:
    [[nodiscard]] std::vector<double> substitute(std::span<const double> right) const;

    std::size_t n_;
    std::vector<double> matrix_;
    std::vector<double> factors_;
    std::vector<std::size_t> rows_;
    bool singular_ = false;
};

/// How many columns of a matrix are independent.
/// @param matrix row by row @shape{rows * columns}
[[nodiscard]] std::size_t column_rank(std::vector<double> matrix, std::size_t rows,
                                      std::size_t columns);

}  // namespace negotiation::laboratory
