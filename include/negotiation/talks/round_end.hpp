#pragma once

/// @file
/// What happens between a round of talks and the next, whatever the protocol.

#include <algorithm>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/passage.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief What has happened between two rounds, as far as a protocol has to act on it.
struct round_end {
    bool leaked = false;  ///< the world has heard of the talks: they become public, see `leak`
    bool broken = false;  ///< they have broken down

    bool operator==(const round_end&) const = default;
};

/// @brief Mediators do what they do after a round, secret talks may leak, and talks may break down:
/// in this order, which is that of the random bits too. Without contact nothing more is drawn.
/// @tparam Rules     a protocol: `breakdown`, `dates` and `screen` are looked at
/// @tparam Mediation `direct_talks`, or `mediation`
/// @param rules   the protocol
/// @param between what stands between the parties; may table a text
/// @param said    the run
/// @param now     its moment; days that mediators take are added
/// @param draws   random bits of the run
/// @param delays  days that this round's messages took @range{[0, inf)}
/// @param heard   a message of this round has told the world already
/// @return whether they leaked or broke down
/// @complexity{O(1) beside the mediators}
/// @thread one run, one owner
/// @test tests/talks/round_end.cpp "between rounds talks leak and break down at their rates"
/// @test tests/talks/round_end.cpp "what mediators do after a round counts"
template <class Rules, class Mediation>
[[nodiscard]] round_end end_of_round(const Rules& rules, Mediation& between, proceedings& said,
                                     moment& now, run_streams& draws, double delays,
                                     bool heard = false) {
    const passage way = between.after_round(said, now, draws);
    now.days += way.days;
    if (way.cut) {
        return {false, true};
    }
    const double days = std::max(rules.dates.days_per_round, delays) + way.days;
    const bool leaked =
        heard || way.leaked || leaks_within(rules.screen, said, days, draws.protocol);
    return {leaked, rules.breakdown > 0 && draw_chance(draws.protocol, rules.breakdown)};
}

}  // namespace negotiation::talks
