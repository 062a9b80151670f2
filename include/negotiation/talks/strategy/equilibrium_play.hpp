#pragma once

/// @file
/// Subgame-perfect play of talks with a deadline. Compiled in the library negotiation::negotiation
/// (src/talks/strategy/equilibrium_play.cpp).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/equilibrium/offer_game.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief Plays the subgame-perfect equilibrium of stacked alternating offers (see
/// `equilibrium::offer_game`): accepts what is worth no less to it than going on, and offers its
/// best deal of those that the others accept.
///
/// Complete information: it reads the others' true preferences, so every result it takes part in
/// is an upper bound and says so. It assumes that everybody plays so from now on, whatever they did
/// before: against others it may wait for offers that never come, but nobody gains by playing
/// otherwise against it. Patience, breakdown and voting rule are not seen from a turn and have to
/// be told; without them nobody minds waiting, and whoever speaks first in the last round has the
/// last word.
///
/// Solved once for a deadline, on its first turn, and shared by all copies. Of a text to be voted
/// on it takes what is worth no less than the text that stays. After a leak it goes on as before,
/// but signs nothing outside its red lines.
/// @copycost a shared pointer
/// @source{stahl1972, Stahl 1972}
/// @test tests/talks/strategy/equilibrium_play.cpp "two of them agree at once on what is solved"
class equilibrium_play {
public:
    /// @brief A player that knows the game.
    /// @param at    what is bargained over; must outlive every copy
    /// @param me    the party that plays
    /// @param rules discounts, breakdown, voting rule, what no deal costs; how many offers, and how
    /// they are answered, is seen from the turn
    /// @throws std::invalid_argument as `equilibrium::check_game`
    /// @complexity{O(parties)}
    equilibrium_play(const arena& at, party_id me, const equilibrium::offer_game& rules = {});

    /// @brief Its move.
    /// @param t     the turn
    /// @param draws not used
    /// @return the move
    /// @throws std::invalid_argument the deals could not be found, or the deadline is too distant,
    /// to be solved
    /// @complexity{that of `solve` once, then O(parties^2); waiting costs a look at every deal}
    [[nodiscard]] move act(const turn& t, random_stream& draws) const;

private:
    struct book;
    std::shared_ptr<book> book_;
    party_id me_;
};

}  // namespace negotiation::talks
