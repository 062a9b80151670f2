#pragma once

/// @file
/// Whether what is asked of an equilibrium makes sense, before anything is solved.

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>

#include "question/equilibrium_game.hpp"

namespace negotiation::question::detail {

/// @throws std::invalid_argument a number out of range, an unknown party or one named twice, or
/// something that means nothing in the model: the message names the option
void check_words(const seating& at, const equilibrium_options& options);

/// @throws std::invalid_argument a model without a deadline where no deal does not wane as deals do
void check_endless(equilibrium_model model, const posed_game& game);

}  // namespace negotiation::question::detail
