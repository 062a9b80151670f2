#pragma once

/// @file
/// One match of a tournament.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/schedule.hpp>
#include <negotiation/laboratory/yardstick.hpp>
#include <negotiation/talks/ending.hpp>

namespace negotiation::laboratory {

/// @brief A match that an agent broke, or what stood between the agents.
struct match_fault {
    /// Whose agent threw, or made a move that is not legal; nothing: that was the mediation.
    std::optional<std::size_t> seat = {};
    std::int64_t round = 0;  ///< when; 0 where it could not be made
    std::string what = {};   ///< the message of the exception

    bool operator==(const match_fault&) const = default;
};

/// @brief A match, its result, and how good that is.
struct match {
    pairing who;                       ///< stage, mediation, contestants by seat
    bool played = false;               ///< false where the tournament was stopped before
    std::optional<match_fault> fault;  ///< then what follows means nothing
    talks::ending end;                 ///< how it ended
    std::vector<double> advantages;    ///< by seat, see `advantage` @range{[-1, 1]}
    distances to;                      ///< of its utilities @unit{utility}
    /// An agent that failed (see `talks::forfeit`): the match counts as a walk-away of its party.
    std::optional<match_fault> forfeit = {};

    /// @brief Whether it counts. @return true where it was played to an end
    [[nodiscard]] bool counts() const noexcept { return played && !fault; }

    /// @brief What an agent did wrong, whether that broke the match or counts as walking away.
    /// @return nothing where all went well
    [[nodiscard]] const std::optional<match_fault>& wrong() const noexcept {
        return fault ? fault : forfeit;
    }

    bool operator==(const match&) const = default;
};

/// @brief A match that does not count, though it was played.
struct broken_match {
    std::size_t number = 0;  ///< of the match, from 0
    pairing who;             ///< stage, mediation, contestants by seat
    match_fault fault;       ///< what broke it

    bool operator==(const broken_match&) const = default;
};

/// @brief The share of what a party could gain that it has gained: 0 is no deal, 1 its best deal.
/// Unlike utilities it can be compared between parties and between stages.
/// @param utility     what it ended with
/// @param reservation utility of no deal
/// @param greatest    utility of its best deal inside its red lines
/// @return (utility - reservation) / (greatest - reservation), within [-1, 1]; 0 for a party that
/// no deal can profit
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/match.cpp "advantage is the share of the possible gain"
[[nodiscard]] constexpr double advantage(double utility, double reservation,
                                         double greatest) noexcept {
    if (!(greatest > reservation)) {
        return 0;
    }
    const double share = (utility - reservation) / (greatest - reservation);
    return share < -1 ? -1 : share > 1 ? 1 : share;
}

}  // namespace negotiation::laboratory
