#pragma once

/// @file
/// Talks that have been played, as far as what follows them has to know.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/talks/ending.hpp>

namespace negotiation::life {

/// @brief One run of the talks: how it ended, when, and what was agreed.
struct talk {
    talks::talks_status status = talks::talks_status::no_agreement;  ///< how it ended
    std::int64_t round = 0;                                          ///< in which it ended
    double days = 0;                                                 ///< when it ended @unit{days}
    std::optional<double> leaked_on;    ///< when it became public @unit{days}; nothing: never
    outcome deal;                       ///< what was agreed; empty without agreement
    std::vector<double> promised;       ///< by party: what mediators add to the deal
                                        ///< @unit{utility} @shape{parties}
    std::vector<std::size_t> sureties;  ///< mediators that stand for the carrying out, by seat
    std::vector<double> no_deal_shift;  ///< by party: what threats and audiences have added to no
                                        ///< deal @unit{utility} @shape{parties}

    bool operator==(const talk&) const = default;
};

/// @brief Whether the talks ended in a deal.
/// @param of talks
/// @return true in agreement
/// @complexity{O(1)}; thread-safe
/// @test tests/life/episode.cpp "talks that fail end a life"
[[nodiscard]] inline bool agreed(const talk& of) noexcept {
    return of.status == talks::talks_status::agreement;
}

/// @brief When the last round began: what leaks later no longer changes how the talks end.
/// @param of talks
/// @return days of all rounds but the last, taken as equally long @unit{days}
/// @complexity{O(1)}; thread-safe
/// @test tests/life/episode.cpp "a leak sends the talks where public talks end"
[[nodiscard]] inline double last_round_began(const talk& of) noexcept {
    return of.round > 0
               ? of.days * static_cast<double>(of.round - 1) / static_cast<double>(of.round)
               : 0;
}

}  // namespace negotiation::life
