#pragma once

/// @file
/// A game in normal form for Gambit. Compiled in `src/io`; link `negotiation::negotiation`.

#include <string>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::question {
struct tournament_answer;
}  // namespace negotiation::question

namespace negotiation::io {

/// @brief A game of two as Gambit's `.nfg`, payoff version: a header with players and strategies,
/// then the payoffs of each pair of strategies, the first player's strategy fastest.
/// @param title   of the game
/// @param rows    names of the first player's strategies
/// @param columns names of the second's
/// @param game    payoffs @shape{rows, columns}
/// @return the file, ending in a line break; numbers have the fewest digits that read back the same
/// @throws std::invalid_argument no game, or not a name a strategy
/// @complexity{O(payoffs)}; thread-safe
/// @test tests/io/write_nfg.cpp "the first strategy runs fastest"
[[nodiscard]] std::string to_nfg(const std::string& title, const std::vector<std::string>& rows,
                                 const std::vector<std::string>& columns,
                                 const laboratory::bimatrix_game& game);

/// @brief The game of choosing a strategy that a tournament found, for two players alike.
/// @param answer what `question::tournament` found
/// @return the file
/// @throws std::invalid_argument the tournament has no such game: it was stopped, seats were fixed,
/// or there is no scenario for two with results
/// @complexity{O(strategies^2)}; thread-safe
/// @test tests/io/write_nfg.cpp "a tournament becomes a symmetric game", "a stopped tournament
/// is no game"
[[nodiscard]] std::string to_nfg(const question::tournament_answer& answer);

}  // namespace negotiation::io
