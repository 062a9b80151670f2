#pragma once

/// @file
/// What equilibrium play is compared with: deals that are fair by other standards, and the same
/// game with one party that does not mind waiting.

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>

#include "question/equilibrium_game.hpp"

namespace negotiation::question::detail {

/// The Nash deal by patience and that of Kalai and Smorodinsky.
void compare(const seating& at, const posed_game& game, const equilibrium_options& options,
             equilibrium_answer& into);

/// What each party would get if it alone did not mind waiting.
void tell_without_haste(const posed_game& game, const equilibrium_options& options,
                        equilibrium_answer& into);

}  // namespace negotiation::question::detail
