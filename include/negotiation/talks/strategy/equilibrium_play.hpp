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

/// @brief Plays the subgame-perfect equilibrium of stacked alternating offers, or of random
/// recognition where the rules say how likely each party is to be drawn (see
/// `equilibrium::offer_game`): accepts what is worth no less to it than going on, and offers its
/// best deal of those that the others accept.
///
/// Complete information: it reads the others' true preferences, so every result it takes part in
/// is an upper bound and says so. It assumes that everybody plays so from now on, whatever they did
/// before: against others it may wait for offers that never come, but nobody gains by playing
/// otherwise against it. Patience, breakdown, voting rule and that who offers is drawn are not seen
/// from a turn and have to be told; without them nobody minds waiting, parties offer in turn, and
/// whoever speaks first in the last round has the last word.
///
/// Solved once for a deadline, on its first turn, and shared by all copies. Of a text to be voted
/// on it takes what is worth no less than the text that stays. After a leak it goes on as before,
/// but signs nothing outside its red lines.
/// @copycost a shared pointer
/// @source{stahl1972, Stahl 1972}
/// @source{baron1989, Baron and Ferejohn 1989} (random recognition)
/// @test tests/talks/strategy/equilibrium_play.cpp "two of them agree at once on what is solved"
/// @test tests/talks/strategy/equilibrium_play.cpp "where who offers is drawn it plays that game"
class equilibrium_play {
public:
    /// @brief A player that knows the game.
    /// @param at    what is bargained over; must outlive every copy
    /// @param me    the party that plays
    /// @param rules discounts, breakdown, voting rule, what no deal costs, and probabilities of
    /// recognition where who offers is drawn and the others vote; how many offers is seen from the
    /// turn
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
    [[nodiscard]] move vote(const turn& t) const;
    [[nodiscard]] move propose(const turn& t) const;
    [[nodiscard]] move offer_or_accept(const turn& t) const;

    struct book;
    std::shared_ptr<book> book_;
    party_id me_;
};

}  // namespace negotiation::talks
