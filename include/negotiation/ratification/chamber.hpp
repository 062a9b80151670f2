#pragma once

/// @file
/// A body that votes on a deal.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/ratification/faction.hpp>
#include <negotiation/ratification/rule.hpp>

namespace negotiation::ratification {

/// @brief A parliament, a council, a person: factions, and how many of their votes it takes.
///
/// A chamber that follows another one of its home decides as that does, always; it has no factions.
struct chamber {
    rule decides;                          ///< how many votes it takes
    std::vector<faction> factions;         ///< its members
    std::optional<std::uint32_t> follows;  ///< place in the home of a chamber with factions

    bool operator==(const chamber&) const = default;
};

/// @brief Votes of a chamber.
/// @param of a chamber
/// @return the sum over its factions
/// @complexity{O(factions)}; thread-safe
/// @test tests/ratification/chamber.cpp "a chamber has the votes of its factions"
[[nodiscard]] inline std::size_t votes_in(const chamber& of) {
    std::size_t votes = 0;
    for (const faction& f : of.factions) {
        votes += f.votes;
    }
    return votes;
}

/// @brief How many supporters carry a deal in a chamber.
/// @param of a chamber
/// @return votes for the deal
/// @complexity{O(factions)}; thread-safe
/// @test tests/ratification/chamber.cpp "a chamber has the votes of its factions"
[[nodiscard]] inline std::size_t supporters_needed(const chamber& of) {
    return supporters_needed(of.decides, votes_in(of));
}

}  // namespace negotiation::ratification
