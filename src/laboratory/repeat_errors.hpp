#pragma once

/// How far chance moves a payoff: the standard errors that repeats tell.

#include <cstddef>

#include <negotiation/laboratory/bimatrix_game.hpp>
#include <negotiation/laboratory/tournament_result.hpp>

namespace negotiation::laboratory {

/// Of what each contestant gets against each other one on a stage for two, the mean over seats and
/// mediations of means over repeats: repeats are independent, what one of them did is not. 0 where
/// all came out alike, and of a single one. A square table of all contestants.
[[nodiscard]] payoff_table repeat_errors(const tournament_result& from, std::size_t stage,
                                         std::size_t contestants);

}  // namespace negotiation::laboratory
