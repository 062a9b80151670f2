#pragma once

/// @file
/// Prices asked of somebody whose type is not known: how that is posed and answered.

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::question::detail {

/// @throws std::invalid_argument not two parties, another rule than unanimity, no types, or a
/// number out of range
void answer_screening(const seating& at, const talks::equilibrium::offer_game& rules,
                      const equilibrium_options& options, equilibrium_answer& into);

}  // namespace negotiation::question::detail
