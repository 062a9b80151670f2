#pragma once

/// @file
/// How secret talks become public.

#include <cmath>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/secrecy.hpp>

namespace negotiation::talks {

/// @brief Whether there is a secret left to keep.
/// @param screen of the talks
/// @param said   the run
/// @return false in open talks and after a leak
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/leak.cpp "a leak binds public red lines and costs an audience once"
[[nodiscard]] inline bool is_secret(const secrecy& screen, const proceedings& said) noexcept {
    return screen.secret && !said.is_public;
}

/// @brief Secret talks become public: the public red lines bind from now on, and no deal is worth
/// `audience_cost` less to every party. Nothing happens where there is no secret.
/// @param screen of the talks
/// @param said   the run
/// @return true when the talks have become public just now
/// @complexity{O(parties)}
/// @thread one run, one owner
/// @test tests/talks/leak.cpp "a leak binds public red lines and costs an audience once"
inline bool leak(const secrecy& screen, proceedings& said) {
    if (!is_secret(screen, said)) {
        return false;
    }
    said.is_public = true;
    said.leaked_after = said.history.size();
    if (screen.audience_cost > 0) {
        said.reservation_shift.resize(said.at().parties(), 0);
        for (double& shift : said.reservation_shift) {
            shift -= screen.audience_cost;
        }
    }
    return true;
}

/// @brief Whether secret talks leak by themselves within some days. Nothing is drawn where they
/// cannot.
/// @param screen of the talks
/// @param said   the run
/// @param days   that pass @range{[0, inf)}
/// @param draws  random bits of the protocol
/// @return true with probability 1 - exp(-leak_rate days) while there is a secret
/// @complexity{O(1)}
/// @thread one run, one owner
/// @test tests/talks/leak.cpp "talks leak at their rate"
[[nodiscard]] inline bool leaks_within(const secrecy& screen, const proceedings& said, double days,
                                       random_stream& draws) {
    return is_secret(screen, said) && screen.leak_rate > 0 &&
           draw_chance(draws, -std::expm1(-screen.leak_rate * days));
}

}  // namespace negotiation::talks
