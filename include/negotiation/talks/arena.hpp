#pragma once

/// @file
/// A bargaining problem prepared for play, once for any number of runs. Compiled in the library
/// negotiation::negotiation (src/talks/arena.cpp).

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <negotiation/deal/outcome_table.hpp>
#include <negotiation/deal/ranking.hpp>
#include <negotiation/deal/trade_off.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::talks {

/// @brief What one party knows of its own preferences, over the deals inside its binding red lines.
struct own_view {
    /// @brief Nothing known yet but where to search.
    /// @param among the party's deals, unwritten
    explicit own_view(deal::trade_off_search among) : search(std::move(among)) {}

    bool any = false;                   ///< some deal keeps its red lines at all
    std::span<const grains> sums;       ///< exact, of every row; likewise
    std::span<const double> utilities;  ///< of every row; empty where deals are not written down
    double reservation = 0;             ///< utility of no deal
    double least = 0;                   ///< utility of the worst deal inside its red lines
    double greatest = 0;      ///< utility of the best; both are `reservation` where there is none
    double floor = 0;         ///< the greater of `reservation` and `least`: aspiration 0
    grains least_sum = 0;     ///< the exact number behind `least`
    grains greatest_sum = 0;  ///< the exact number behind `greatest`
    grains threshold = 0;     ///< the least sum that it accepts
    std::vector<bool> excluded;          ///< rows outside its red lines; empty where there are none
    std::optional<deal::ranking> order;  ///< its deals, where they are written down
    std::size_t acceptable = 0;     ///< how many of `order`, the best ones, reach the threshold
    deal::trade_off_search search;  ///< the same deals unwritten

    /// @brief Whether some deal is worth no less than no deal.
    /// @return false where the best falls short of it
    [[nodiscard]] bool some() const noexcept { return any && greatest_sum >= threshold; }

    /// @brief How far a utility computed in floating point may lie from the one it means.
    /// @return see `deal::utility_rounding`
    [[nodiscard]] double rounding() const noexcept {
        return deal::utility_rounding(std::max(std::abs(least), std::abs(greatest)));
    }
};

/// @brief The most parties that talks may have.
inline constexpr std::size_t maximum_parties = 128;

/// @brief How talks will be prepared.
struct arena_options {
    std::uint64_t maximum_rows = 1U << 20U;  ///< the largest space to write down
    bool leaks_bind = true;  ///< after a leak public red lines bind, whether or not they do now
};

/// @brief The problem, every deal and every party's order over them: all that does not change from
/// run to run. Where the space is too large to write down, offers are searched for instead.
///
/// Two states of the world are prepared where they differ: the red lines that bind now, and those
/// that bind when the talks are public.
/// @copycost cannot be copied; pass it by reference
/// @thread const access is safe: any number of runs share one
/// @test tests/talks/arena.cpp "a party's view is that of its own deals"
class arena {
public:
    /// @brief Prepares talks.
    /// @param table   the problem; its binding red lines bind
    /// @param options limits
    /// @throws std::invalid_argument no party, or more than `maximum_parties`; a party's best deal
    /// could not be searched for
    /// @complexity{O(deals log deals) a party where the space is written down, else one search a
    /// party}
    /// @test tests/talks/arena.cpp "a party's view is that of its own deals"
    explicit arena(const bargaining& table, const arena_options& options = {});

    arena(const arena&) = delete;
    arena& operator=(const arena&) = delete;
    /// @brief Takes over. @param other may only be destroyed afterwards
    arena(arena&& other) noexcept = default;
    /// @brief Takes over. @param other may only be destroyed afterwards @return this
    arena& operator=(arena&& other) noexcept = default;
    ~arena() = default;

    /// @brief The problem.
    /// @return as given
    [[nodiscard]] const bargaining& table() const noexcept { return table_; }

    /// @brief Number of parties.
    /// @return how many sit at the table
    [[nodiscard]] std::size_t parties() const noexcept { return table_.parties.size(); }

    /// @brief Every deal, where the space was small enough.
    /// @return the table or nothing
    [[nodiscard]] const std::optional<deal::outcome_table>& deals() const noexcept {
        return deals_;
    }

    /// @brief A party's own preferences.
    /// @param i         a party @range{[0, parties())}
    /// @param is_public the talks are public
    /// @return its view
    [[nodiscard]] const own_view& view(party_id i, bool is_public = false) const {
        return views_[views_.size() > parties() && is_public ? parties() + i : i];
    }

    /// @brief The least sum of a party's terms whose utility is no less than a target, to half a
    /// unit of 10^-12.
    /// @param i       a party @range{[0, parties())}
    /// @param utility the target @range{finite}
    /// @return the sum, no less than that of its worst deal and at most one above that of its best
    /// @unit{grains}
    /// @complexity{O(1) for plain sums, some 60 evaluations of the risk attitude otherwise};
    /// thread-safe
    /// @test tests/talks/arena.cpp "sums and utilities meet at the target"
    [[nodiscard]] grains least_sum(party_id i, double utility) const;

private:
    bargaining table_;
    std::optional<deal::outcome_table> deals_;
    std::vector<own_view> views_;  ///< by party; then the same in public talks, where it differs
};

}  // namespace negotiation::talks
