#pragma once

/// The verb that may take long: tournaments.

#include <string>
#include <vector>

#include <negotiation/question/tournament.hpp>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// How a tournament is asked for.
/// @throws std::invalid_argument what cannot be read
[[nodiscard]] question::tournament_options tournament_options_of(const arguments& typed);

/// Before long work of which a game of choosing a strategy is wanted.
/// @throws std::invalid_argument none of the scenarios has two parties
void require_two_parties(const std::string& option, const std::vector<scenario>& worlds);

/// What to print of a tournament; Ctrl-C leaves an answer about what was played.
/// @throws std::invalid_argument and what reading a scenario throws: bad input
[[nodiscard]] std::string tournament(const arguments& typed);

}  // namespace negotiation::cli
