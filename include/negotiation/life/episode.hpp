#pragma once

/// @file
/// One life of a deal, from the first offer to the end of the horizon. Compiled in the library
/// negotiation::negotiation (src/life/episode.cpp).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/life/prospect.hpp>
#include <negotiation/life/record.hpp>
#include <negotiation/life/talk.hpp>
#include <negotiation/talks/secrecy.hpp>

namespace negotiation::life {

/// @brief Talks that were played, each with what lies ahead of its deal.
struct played_talks {
    std::vector<talk> talks;             ///< any number
    std::vector<std::size_t> prospects;  ///< of each agreement its prospect, else any number
                                         ///< @shape{talks}

    bool operator==(const played_talks&) const = default;
};

/// @brief A world in which lives are lived. @thread const access is safe
struct world {
    circumstances in;                 ///< what does not depend on the deal
    stretch talking;                  ///< rates of shocks during the talks
    talks::secrecy screen;            ///< whether, how fast and at what price talks leak
    played_talks kept_secret;         ///< drawn while the talks are secret
    played_talks in_public;           ///< drawn where they are public, or after a leak
    std::vector<prospect> prospects;  ///< one for each deal that was agreed
};

/// @brief Lives one life.
///
/// Talks: one run is drawn from those played. Where it was secret and leaks before its last round,
/// a run in public is drawn in its place: it ends as that one does, no earlier than the leak.
/// Meanwhile and ever after shocks come by chance at the rates of their stage, and events at their
/// dates; what does not end everything may shift what no deal is worth, trust, and the hazards.
///
/// Signed: each home votes. Ratified: parties perform the steps in turn. Who is trustworthy is
/// drawn at the start; an untrustworthy party stops, at a hand-over to it, where stopping is worth
/// most to it, and before that pretends the steps where that pays; what is found out ends the
/// process. Completed: it lasts until a shock or to the horizon, counted from signature.
///
/// Where another party has stopped or was found out, guarantors pay their share of what a party has
/// lost since it was in control with most in hand.
///
/// What a party has in the end, on the scale of its reservation value r: no deal, r and what leaks
/// and threats have added; halted after some steps at time t, r + w(t) H; completed at t and ended
/// at e, r + w(t) (L V + (1 - L) K) with w(t) = delta^t, L the discounted share of the time from t
/// to the horizon that it lasted and K what a collapse leaves; w = 1 for a party without patience.
/// @param in     the world
/// @param seed   of the experiment
/// @param number of the life: all it draws follows from both
/// @param into   where it is written; memory is used again
/// @throws std::invalid_argument a world without talks to draw
/// @complexity{O(steps + shocks + hazards)}; thread-safe
/// @source{gillespie1977, Gillespie 1977}
/// @test tests/life/episode.cpp "a guarantor makes good what a stop has cost those who went on"
/// @test tests/life/episode.cpp "what a guarantor makes good is what the trust is about, of what
/// was really done"
/// @test tests/life/episode.cpp "each stage passes as often as its closed form says"
void live(const world& in, std::uint64_t seed, std::uint64_t number, record& into);

/// @brief The same with talks of its own instead of drawn ones.
/// @param in     the world; its talks are not used
/// @param seed   of the experiment
/// @param number of the life
/// @param own    how its talks went; a leak on the way is part of them
/// @param ahead  what lies ahead of their deal; null without agreement, and then only
/// @param into   where it is written; `deal` and `talk` are 0
/// @complexity{as above}; thread-safe
/// @test tests/life/episode.cpp "talks played for one life or drawn are alike"
/// @overload
void live(const world& in, std::uint64_t seed, std::uint64_t number, const talk& own,
          const prospect* ahead, record& into);

}  // namespace negotiation::life
