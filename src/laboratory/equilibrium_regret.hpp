#pragma once

/// How much less than subgame-perfect play contestants got.

#include <vector>

#include <negotiation/laboratory/tournament_result.hpp>

#include "laboratory/hall.hpp"

namespace negotiation::laboratory {

/// Solves the direct talks of every stage, or says why not: after a stop none that has not begun.
void predict_ends(const std::vector<hall>& halls, const tournament_options& options,
                  std::vector<stage_result>& stages);

/// Adds the regret of every contestant in direct talks, in what the ranking is by: a mean like
/// those of `stand`.
void add_equilibrium_regret(const std::vector<hall>& halls, tournament_result& into);

}  // namespace negotiation::laboratory
