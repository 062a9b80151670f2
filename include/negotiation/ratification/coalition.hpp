#pragma once

/// @file
/// The price of a majority. Compiled in the library negotiation::negotiation
/// (src/ratification/coalition.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/ratification/chamber.hpp>

namespace negotiation::ratification {

/// @brief Votes for a deal, and what the ones that it does not convince by itself would have to be
/// paid.
struct coalition {
    /// @brief Votes of one faction in it.
    struct share {
        std::uint32_t faction = 0;  ///< place in the chamber
        std::uint32_t votes = 0;    ///< of it that are needed
        units price = 0;            ///< of each: what the deal lacks to its threshold, or 0

        bool operator==(const share&) const = default;
    };
    std::vector<share> shares;  ///< cheapest first; ties in the chamber's order
    units price = 0;            ///< of all of them together

    bool operator==(const coalition&) const = default;
};

/// @brief The cheapest votes that carry a deal.
///
/// Each vote costs what the deal is short of its faction's threshold, in units of value: exact, and
/// without noise or mood. Whose red line is crossed cannot be paid.
/// @param of           a chamber that follows no other
/// @param space        the deals there are
/// @param deal         one of them @shape{issues}
/// @param public_lines whether factions stand by public red lines
/// @return the votes and their price; nothing where too few can be had at any price
/// @complexity{O(factions (terms + log factions))}; thread-safe
/// @source{snyder1991, Snyder 1991\, On buying legislatures}
/// @test tests/ratification/coalition.cpp "no subset of votes that carries a deal is cheaper"
[[nodiscard]] std::optional<coalition> cheapest_coalition(const chamber& of,
                                                          const outcome_space& space,
                                                          const outcome& deal,
                                                          bool public_lines = false);

}  // namespace negotiation::ratification
