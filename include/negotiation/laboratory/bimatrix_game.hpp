#pragma once

/// @file
/// A game in normal form for two, and how far a pair of mixes is from equilibrium. Compiled in the
/// library negotiation::negotiation (src/laboratory/bimatrix_game.cpp).

#include <span>
#include <vector>

namespace negotiation::laboratory {

/// @brief Payoffs, a row a strategy of the player in question or of the first of two.
using payoff_table = std::vector<std::vector<double>>;

/// @brief Probabilities of strategies, which sum to 1.
using strategy_mix = std::vector<double>;

/// @brief A game for two: the first chooses a row, the second a column.
struct bimatrix_game {
    payoff_table first;   ///< what the first gets @shape{rows, columns} @range{[-1e100, 1e100]}
    payoff_table second;  ///< what the second gets @shape{rows, columns} @range{[-1e100, 1e100]}
};

/// @brief The game of two who choose from the same strategies and are paid alike.
/// @param payoffs of the row's strategy against the column's @shape{strategies, strategies}
/// @return the second's payoffs are those of the first with rows and columns exchanged
/// @throws std::invalid_argument not square, empty, or a payoff out of range
/// @complexity{O(strategies^2)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "a symmetric game pays both alike"
[[nodiscard]] bimatrix_game symmetric_game(const payoff_table& payoffs);

/// @brief Refuses what is no table of payoffs.
/// @param payoffs what was given
/// @param where   who asks, for the message
/// @param square  as many columns as rows are wanted
/// @throws std::invalid_argument empty, ragged, not square where that is wanted, or a payoff out of
/// range; the message says which
/// @complexity{O(payoffs)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "what is no game is refused"
void check_payoffs(const payoff_table& payoffs, const char* where, bool square);

/// @brief Refuses two tables that are no game of two.
/// @param game  what was given
/// @param where who asks, for the message
/// @throws std::invalid_argument as `check_payoffs`, or the tables differ in shape
/// @complexity{O(payoffs)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "what is no game is refused"
void check_game(const bimatrix_game& game, const char* where);

/// @brief The greatest payoff less the least one: what regrets are judged by.
/// @param payoffs not empty
/// @return at least 0
/// @complexity{O(payoffs)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "regret is what the best reply would add"
[[nodiscard]] double payoff_range(const payoff_table& payoffs);

/// @brief A pair of mixes, what it pays, and by how much it misses equilibrium.
struct mixed_equilibrium {
    strategy_mix first;        ///< of rows
    strategy_mix second;       ///< of columns
    double first_payoff = 0;   ///< expected
    double second_payoff = 0;  ///< expected
    double regret = 0;         ///< most that either could gain by another strategy, in payoffs

    bool operator==(const mixed_equilibrium&) const = default;
};

/// @brief What a pair of mixes pays, and its regret: 0 in equilibrium.
/// @param game   sound
/// @param first  probabilities of rows
/// @param second probabilities of columns
/// @return the pair with its payoffs and its regret
/// @complexity{O(payoffs)}; thread-safe
/// @source{nash1951, Nash 1951}
/// @test tests/laboratory/bimatrix_game.cpp "regret is what the best reply would add"
[[nodiscard]] mixed_equilibrium weigh(const bimatrix_game& game, strategy_mix first,
                                      strategy_mix second);

/// @brief What each strategy of a symmetric game earns against a mix.
/// @param payoffs square
/// @param mix     of the others
/// @return by strategy
/// @complexity{O(strategies^2)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "regret is what the best reply would add"
[[nodiscard]] std::vector<double> earnings(const payoff_table& payoffs,
                                           std::span<const double> mix);

/// @brief What a player of a mix could gain in a symmetric game where all others play it too.
/// @param payoffs square
/// @param mix     of everybody
/// @return the best reply's payoff less that of the mix, at least 0
/// @complexity{O(strategies^2)}; thread-safe
/// @test tests/laboratory/bimatrix_game.cpp "regret is what the best reply would add"
[[nodiscard]] double symmetric_regret(const payoff_table& payoffs, std::span<const double> mix);

}  // namespace negotiation::laboratory
