#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

namespace {

constexpr double greatest_payoff = 1e100;  ///< squares of it are still finite

}  // namespace

void check_payoffs(const payoff_table& payoffs, const char* where, bool square) {
    if (payoffs.empty() || payoffs.front().empty()) {
        throw std::invalid_argument(fmt::format("{}: needs payoffs; got none", where));
    }
    const std::size_t columns = square ? payoffs.size() : payoffs.front().size();
    for (std::size_t i = 0; i < payoffs.size(); ++i) {
        if (payoffs[i].size() != columns) {
            throw std::invalid_argument(fmt::format(
                "{}: every row of payoffs needs {} {}; got {} in row {}", where, columns,
                columns == 1 ? "number" : "numbers", payoffs[i].size(), i + 1));
        }
        for (std::size_t j = 0; j < columns; ++j) {
            if (!(std::abs(payoffs[i][j]) <= greatest_payoff)) {
                throw std::invalid_argument(
                    fmt::format("{}: payoffs must lie in [-1e100, 1e100]; got {} in row {}, "
                                "column {}",
                                where, payoffs[i][j], i + 1, j + 1));
            }
        }
    }
}

void check_game(const bimatrix_game& game, const char* where) {
    check_payoffs(game.first, where, false);
    check_payoffs(game.second, where, false);
    if (game.first.size() != game.second.size() ||
        game.first.front().size() != game.second.front().size()) {
        throw std::invalid_argument(
            fmt::format("{}: both players' payoffs must have one shape; got {} x {} and {} x {}",
                        where, game.first.size(), game.first.front().size(), game.second.size(),
                        game.second.front().size()));
    }
}

bimatrix_game symmetric_game(const payoff_table& payoffs) {
    check_payoffs(payoffs, "symmetric game", true);
    bimatrix_game game{payoffs, payoffs};
    for (std::size_t i = 0; i < payoffs.size(); ++i) {
        for (std::size_t j = 0; j < payoffs.size(); ++j) {
            game.second[i][j] = payoffs[j][i];
        }
    }
    return game;
}

double payoff_range(const payoff_table& payoffs) {
    double least = payoffs.front().front();
    double most = least;
    for (const std::vector<double>& row : payoffs) {
        const auto [low, high] = std::minmax_element(row.begin(), row.end());
        least = std::min(least, *low);
        most = std::max(most, *high);
    }
    return most - least;
}

mixed_equilibrium weigh(const bimatrix_game& game, strategy_mix first, strategy_mix second) {
    std::vector<double> rows(first.size(), 0);
    std::vector<double> columns(second.size(), 0);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < second.size(); ++j) {
            rows[i] += game.first[i][j] * second[j];
            columns[j] += game.second[i][j] * first[i];
        }
    }
    mixed_equilibrium found;
    found.first_payoff = std::inner_product(rows.begin(), rows.end(), first.begin(), 0.0);
    found.second_payoff = std::inner_product(columns.begin(), columns.end(), second.begin(), 0.0);
    found.regret =
        std::max({0.0, *std::max_element(rows.begin(), rows.end()) - found.first_payoff,
                  *std::max_element(columns.begin(), columns.end()) - found.second_payoff});
    found.first = std::move(first);
    found.second = std::move(second);
    return found;
}

std::vector<double> earnings(const payoff_table& payoffs, std::span<const double> mix) {
    std::vector<double> earned(payoffs.size(), 0);
    for (std::size_t i = 0; i < payoffs.size(); ++i) {
        earned[i] = std::inner_product(mix.begin(), mix.end(), payoffs[i].begin(), 0.0);
    }
    return earned;
}

double symmetric_regret(const payoff_table& payoffs, std::span<const double> mix) {
    const std::vector<double> earned = earnings(payoffs, mix);
    const double own = std::inner_product(mix.begin(), mix.end(), earned.begin(), 0.0);
    return std::max(0.0, *std::max_element(earned.begin(), earned.end()) - own);
}

}  // namespace negotiation::laboratory
