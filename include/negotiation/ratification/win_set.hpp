#pragma once

/// @file
/// What negotiators may sign: deals that would pass at home. Compiled in the library
/// negotiation::negotiation (src/ratification/win_set.cpp).

#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/ratification/passage_survey.hpp>

namespace negotiation::ratification {

/// @brief What counts as passing.
struct win_set_terms {
    conditions how;            ///< whether there is a mood, and whether public red lines count
    double probability = 0.5;  ///< pi: a deal is in a win-set if it passes at least as likely
                               ///< @range{(0, 1)}
};

/// @brief How large the win-sets are.
struct win_set {
    std::uint64_t deals = 0;             ///< looked at
    std::vector<std::uint64_t> by_home;  ///< that would pass in each home @shape{homes}
    std::uint64_t joint = 0;             ///< that would pass in all of them

    bool operator==(const win_set&) const = default;
};

/// @brief Counts the deals that would pass, home by home and in all.
///
/// Whether a deal belongs to a win-set is mostly decided without its probability: it rises with the
/// mood, so that two moods bound it.
/// @param table the problem
/// @param homes everyone at home, by party
/// @param range all feasible deals, or those every party would sign
/// @param terms what counts as passing
/// @return the counts; nothing where the space has more than `most_deals_surveyed` deals before
/// constraints
/// @throws std::invalid_argument a probability outside (0, 1)
/// @complexity{O(deals factions) and what the combinations of values to factions cost}; thread-safe
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics\, p. 437}
/// @test tests/ratification/win_set.cpp "win-sets are counted as deals tried one by one say"
[[nodiscard]] std::optional<win_set> find_win_set(const bargaining& table,
                                                  const std::vector<home>& homes, deal_range range,
                                                  const win_set_terms& terms = {});

/// @brief The same over deals that are given, such as a frontier.
/// @param space the deals there are
/// @param homes everyone at home, by party
/// @param deals those to look at
/// @param terms what counts as passing
/// @return the counts
/// @throws std::invalid_argument a probability outside (0, 1)
/// @complexity{as `passage_of` at most, for each deal and home}; thread-safe
/// @test tests/ratification/win_set.cpp "win-sets are counted as deals tried one by one say"
[[nodiscard]] win_set find_win_set(const outcome_space& space, const std::vector<home>& homes,
                                   const std::vector<outcome>& deals,
                                   const win_set_terms& terms = {});

}  // namespace negotiation::ratification
