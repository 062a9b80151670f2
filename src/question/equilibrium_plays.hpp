#pragma once

/// @file
/// Equilibrium play by names: each model solved, and told.

#include <cstddef>
#include <vector>

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>

#include "question/equilibrium_game.hpp"

namespace negotiation::question::detail {

/// A table, what is bargained over at it, the game that is played, and what was asked.
struct posed_question {
    const seating& at;
    const talks::arena& arena;
    const posed_game& game;
    const equilibrium_options& options;
};

void answer_stahl(const posed_question& asked, equilibrium_answer& into);
void answer_rubinstein(const posed_question& asked, equilibrium_answer& into);
void answer_drawn(const posed_question& asked, equilibrium_answer& into);
void answer_quantal(const posed_question& asked, equilibrium_answer& into);

/// From the least to the greatest over all plays found, by party.
[[nodiscard]] std::vector<utility_range> range_of(const eq::stationary_set& set, std::size_t n);

}  // namespace negotiation::question::detail
