#pragma once

/// @file
/// What a party can do when it is its turn.

#include <cstdint>

namespace negotiation::talks {

/// @brief A deal by its number in one run of talks; `turn::deal` tells what it holds.
///
/// Numbers are the rows of the table where the space is written down, else they are given out as
/// deals come up. Equal deals of a run have equal numbers.
using offer_id = std::uint32_t;

/// @brief Stands for "no deal" wherever an offer is asked for.
inline constexpr offer_id no_offer = ~offer_id{0};

/// @brief What a party does, or what is heard of it.
enum class move_kind : std::uint16_t {
    offer,      ///< proposes a deal, which rejects the standing one
    accept,     ///< accepts the standing offer, or the text on the table
    reject,     ///< refuses the text on the table; a counter-offer does so in alternating offers
    walk_away,  ///< ends the talks without agreement
    lost        ///< never a move: something was sent and did not arrive
};

/// @brief How much a vote on a text means, for mediators who weigh votes.
enum class vote_strength : std::uint16_t { strong, weak };

/// @brief A move. Make one with `turn::offer`, `turn::accept`, `turn::reject`, `turn::walk_away`.
struct move {
    offer_id deal = no_offer;                        ///< what is proposed
    move_kind kind = move_kind::walk_away;           ///< what is done
    vote_strength strength = vote_strength::strong;  ///< of an acceptance or a rejection

    bool operator==(const move&) const = default;
};

/// @brief The name of a kind of move.
/// @param kind any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/move.cpp "moves have names"
[[nodiscard]] constexpr const char* to_string(move_kind kind) noexcept {
    switch (kind) {
        case move_kind::offer:
            return "offer";
        case move_kind::accept:
            return "accept";
        case move_kind::reject:
            return "reject";
        case move_kind::walk_away:
            return "walk_away";
        case move_kind::lost:
            return "lost";
    }
    return "";
}

}  // namespace negotiation::talks
