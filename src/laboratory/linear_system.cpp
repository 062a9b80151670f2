#include "laboratory/linear_system.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace negotiation::laboratory {

namespace {

[[nodiscard]] double largest(std::span<const double> entries) {
    double most = 0;
    for (const double entry : entries) {
        most = std::max(most, std::abs(entry));
    }
    return most;
}

}  // namespace

linear_system::linear_system(std::span<const double> matrix, std::size_t n)
    : n_(n),
      matrix_(matrix.begin(), matrix.end()),
      factors_(matrix_),
      rows_(n) {
    std::iota(rows_.begin(), rows_.end(), std::size_t{0});
    const double least = rounding * largest(matrix);
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t best = k;
        for (std::size_t i = k + 1; i < n; ++i) {
            if (std::abs(factors_[i * n + k]) > std::abs(factors_[best * n + k])) {
                best = i;
            }
        }
        if (!(std::abs(factors_[best * n + k]) > least)) {
            singular_ = true;
            return;
        }
        if (best != k) {
            std::swap(rows_[best], rows_[k]);
            std::swap_ranges(factors_.begin() + static_cast<std::ptrdiff_t>(k * n),
                             factors_.begin() + static_cast<std::ptrdiff_t>((k + 1) * n),
                             factors_.begin() + static_cast<std::ptrdiff_t>(best * n));
        }
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = factors_[i * n + k] / factors_[k * n + k];
            factors_[i * n + k] = factor;
            for (std::size_t j = k + 1; j < n; ++j) {
                factors_[i * n + j] -= factor * factors_[k * n + j];
            }
        }
    }
}

std::vector<double> linear_system::substitute(std::span<const double> right) const {
    std::vector<double> x(n_);
    for (std::size_t i = 0; i < n_; ++i) {
        x[i] = right[rows_[i]];
        for (std::size_t j = 0; j < i; ++j) {
            x[i] -= factors_[i * n_ + j] * x[j];
        }
    }
    for (std::size_t i = n_; i-- > 0;) {
        for (std::size_t j = i + 1; j < n_; ++j) {
            x[i] -= factors_[i * n_ + j] * x[j];
        }
        x[i] /= factors_[i * n_ + i];
    }
    return x;
}

std::optional<std::vector<double>> linear_system::solve(std::span<const double> right) const {
    if (singular_) {
        return std::nullopt;
    }
    std::vector<double> x = substitute(right);
    std::vector<double> residual(right.begin(), right.end());
    for (std::size_t i = 0; i < n_; ++i) {
        for (std::size_t j = 0; j < n_; ++j) {
            residual[i] -= matrix_[i * n_ + j] * x[j];
        }
    }
    const std::vector<double> correction = substitute(residual);
    for (std::size_t i = 0; i < n_; ++i) {
        x[i] += correction[i];
    }
    return x;
}

std::size_t column_rank(std::vector<double> matrix, std::size_t rows, std::size_t columns) {
    const double least = linear_system::rounding * largest(matrix);
    std::size_t rank = 0;
    for (std::size_t c = 0; c < columns && rank < rows; ++c) {
        std::size_t best = rank;
        for (std::size_t i = rank + 1; i < rows; ++i) {
            if (std::abs(matrix[i * columns + c]) > std::abs(matrix[best * columns + c])) {
                best = i;
            }
        }
        if (!(std::abs(matrix[best * columns + c]) > least)) {
            continue;
        }
        std::swap_ranges(matrix.begin() + static_cast<std::ptrdiff_t>(best * columns),
                         matrix.begin() + static_cast<std::ptrdiff_t>((best + 1) * columns),
                         matrix.begin() + static_cast<std::ptrdiff_t>(rank * columns));
        for (std::size_t i = rank + 1; i < rows; ++i) {
            const double factor = matrix[i * columns + c] / matrix[rank * columns + c];
            for (std::size_t j = c; j < columns; ++j) {
                matrix[i * columns + j] -= factor * matrix[rank * columns + j];
            }
        }
        ++rank;
    }
    return rank;
}

}  // namespace negotiation::laboratory
