#pragma once

/// @file
/// Everyone at home who has to agree to what a party signs.

#include <vector>

#include <negotiation/ratification/chamber.hpp>

namespace negotiation::ratification {

/// @brief The chambers of one party, all of which have to ratify: the second level of Putnam's
/// game.
///
/// One mood of the day moves all of them; the homes of different parties have moods of their own.
/// Without chambers every deal passes.
/// @invariant whoever is followed has factions
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics}
struct home {
    std::vector<chamber> chambers;  ///< in the file's order

    bool operator==(const home&) const = default;
};

}  // namespace negotiation::ratification
