#pragma once

/// The JSON of a meta-game: what a tournament says about the choice of a strategy.

#include <negotiation/question/tournament_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io::json_parts {

/// Null where the game has no strategies.
[[nodiscard]] json meta_game_of(const question::tournament_answer& answer);

/// Every comparison of two strategies.
[[nodiscard]] json comparisons_of(const question::tournament_answer& answer);

/// Groups of strategies that cannot be told apart, by name.
[[nodiscard]] json groups_of(const question::tournament_answer& answer);

}  // namespace negotiation::io::json_parts
