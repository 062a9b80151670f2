#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

/// Games whose equilibria are known, and random ones that any language can draw again.
namespace negotiation::tests {

using laboratory::bimatrix_game;
using laboratory::payoff_table;
using laboratory::strategy_mix;

inline const payoff_table rock_paper_scissors{{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
/// A prize of 4 and wounds of 6: two thirds are hawks.
inline const payoff_table hawk_dove{{-1, 4}, {0, 2}};
/// Stags are worth hunting where two thirds do.
inline const payoff_table stag_hunt{{4, 0}, {3, 2}};
/// Three places to meet, worth 3, 2 and 1: 7 equilibria, one for each set of places.
inline const payoff_table three_places{{3, 0, 0}, {0, 2, 0}, {0, 0, 1}};
/// The first two are the same strategy: lines of equilibria.
inline const payoff_table twins{{1, 1, 0}, {1, 1, 0}, {2, 2, -1}};
/// Zeeman's: the first strategy and the mixture of all attract, each a part of the populations.
inline const payoff_table zeeman{{0, 6, -4}, {-3, 0, 5}, {-1, 3, 0}};

/// The third row and any mixture of columns up to a third of the second is a whole line.
inline const bimatrix_game with_a_line{{{0, 6}, {2, 5}, {3, 3}}, {{1, 0}, {0, 2}, {3, 3}}};

/// Whole numbers by a linear congruential generator, the same in every language.
class whole_numbers {
public:
    explicit whole_numbers(std::uint64_t seed) : state_(seed) {}
    [[nodiscard]] double next(std::uint64_t below) {
        state_ = (1103515245 * state_ + 12345) % 2147483648U;
        return static_cast<double>((state_ >> 16U) % below);
    }
    [[nodiscard]] payoff_table table(std::size_t rows, std::size_t columns, std::uint64_t below) {
        payoff_table made(rows, std::vector<double>(columns));
        for (auto& row : made) {
            for (double& value : row) {
                value = next(below);
            }
        }
        return made;
    }
    [[nodiscard]] bimatrix_game game(std::size_t rows, std::size_t columns, std::uint64_t below) {
        payoff_table first = table(rows, columns, below);
        return {std::move(first), table(rows, columns, below)};
    }

private:
    std::uint64_t state_;
};

/// The greatest difference of a share.
[[nodiscard]] inline double apart(const strategy_mix& a, const strategy_mix& b) {
    double most = a.size() == b.size() ? 0 : 1;
    for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k) {
        most = std::max(most, std::abs(a[k] - b[k]));
    }
    return most;
}

}  // namespace negotiation::tests
