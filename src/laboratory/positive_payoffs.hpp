#pragma once

/// Payoffs as the solvers of games want them: positive, of one size.

#include <cstddef>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// Row by row in one piece; shifted and scaled to [1, 2], which moves no equilibrium.
struct positive_payoffs {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values = {};

    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return values[row * columns + column];
    }
};

/// `turned` exchanges rows and columns.
[[nodiscard]] inline positive_payoffs positive(const payoff_table& payoffs, bool turned) {
    double least = payoffs.front().front();
    for (const std::vector<double>& row : payoffs) {
        for (const double value : row) {
            least = value < least ? value : least;
        }
    }
    const double range = payoff_range(payoffs);
    positive_payoffs made{payoffs.size(), payoffs.front().size()};
    if (turned) {
        std::swap(made.rows, made.columns);
    }
    for (std::size_t i = 0; i < made.rows; ++i) {
        for (std::size_t j = 0; j < made.columns; ++j) {
            const double value = turned ? payoffs[j][i] : payoffs[i][j];
            made.values.push_back(range > 0 ? 1 + (value - least) / range : 1);
        }
    }
    return made;
}

}  // namespace negotiation::laboratory
