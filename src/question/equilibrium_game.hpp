#pragma once

/// @file
/// How a game of offers is asked for: what the scenario says of its talks, and what the question
/// changes.

#include <cstddef>
#include <string>

#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::question::detail {

namespace eq = talks::equilibrium;

/// The game of a question, and what it is played over.
struct posed_game {
    eq::offer_game rules;
    eq::bargaining_set over;
};

/// @throws std::invalid_argument an unknown party, or a number out of range
[[nodiscard]] eq::offer_game game_asked(const seating& at, const equilibrium_options& options);

/// What is left, before the talks begin, of a utility of the first round. Only where no deal loses
/// nothing by waiting are the two told apart: what no deal is worth is known before.
[[nodiscard]] double left_before(const eq::offer_game& rules, std::size_t i);

/// The scenario's protocol as written, where it is neither alternating offers nor that whose lot
/// the game draws by; else empty.
[[nodiscard]] std::string instead_of(const scenario& world, const eq::offer_game& rules);

}  // namespace negotiation::question::detail
