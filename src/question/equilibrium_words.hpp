#pragma once

/// @file
/// Whether what is asked of an equilibrium makes sense, before anything is solved.

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>

namespace negotiation::question::detail {

/// @throws std::invalid_argument a number out of range, an unknown party or one named twice, or
/// something that means nothing in the model: the message names the option
void check_words(const seating& at, const equilibrium_options& options);

}  // namespace negotiation::question::detail
