#pragma once

/// @file
/// Win-sets of homes that might be otherwise: who sits in them, by which rule they decide. Compiled
/// in the library negotiation::negotiation (src/ratification/win_set_grid.cpp).

#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/ratification/win_set.hpp>

namespace negotiation::ratification {

/// @brief How many deals would pass in each variant of each home, and in each combination of them.
struct win_set_grid {
    std::uint64_t deals = 0;                          ///< looked at
    std::vector<std::vector<std::uint64_t>> by_home;  ///< @shape{homes, its variants}
    std::vector<std::uint64_t> joint;                 ///< that would pass in all homes, a number
                                                      ///< for each combination of variants; those
                                                      ///< of the last home change fastest

    bool operator==(const win_set_grid&) const = default;
};

/// @brief Counts the deals that would pass, for every combination of variants of the homes.
///
/// Each deal is put to each variant once, whatever the number of combinations.
/// @param table    the problem
/// @param variants of each home, one at least, by party @shape{homes, variants}
/// @param range    all feasible deals, or those every party would sign
/// @param terms    what counts as passing
/// @return the counts; nothing where the space has more than `most_deals_surveyed` deals before
/// constraints
/// @throws std::invalid_argument a probability outside (0, 1)
/// @complexity{as `find_win_set` for each variant, and O(deals combinations) at most}; thread-safe
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics\, p. 437}
/// @test tests/ratification/win_set_grid.cpp "a grid has the win-set of every combination"
[[nodiscard]] std::optional<win_set_grid> find_win_set_grid(
    const bargaining& table, const std::vector<std::vector<home>>& variants, deal_range range,
    const win_set_terms& terms = {});

/// @brief The same over deals that are given, such as a frontier.
/// @param space    the deals there are
/// @param variants of each home, one at least, by party @shape{homes, variants}
/// @param deals    those to look at
/// @param terms    what counts as passing
/// @return the counts
/// @throws std::invalid_argument a probability outside (0, 1)
/// @complexity{as `passage_of` at most, for each deal and variant}; thread-safe
/// @test tests/ratification/win_set_grid.cpp "a grid has the win-set of every combination"
[[nodiscard]] win_set_grid find_win_set_grid(const outcome_space& space,
                                             const std::vector<std::vector<home>>& variants,
                                             const std::vector<outcome>& deals,
                                             const win_set_terms& terms = {});

}  // namespace negotiation::ratification
