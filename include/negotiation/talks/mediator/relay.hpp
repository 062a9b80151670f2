#pragma once

/// @file
/// A facilitator: carries messages and does nothing else.

#include <cstdint>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/mediator.hpp>
#include <negotiation/talks/mediator/walkout.hpp>

namespace negotiation::talks {

/// @brief Carries every message; some are lost, all take time, some become known.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | noise | 0 | probability that a message is lost |
/// | delay | 0 | days a message takes |
/// | leak | 0 | probability a message that secret talks become public |
/// | only_channel | false | without it the parties cannot talk: when it leaves, talks break down |
/// | patience | 3 | rounds below its reservation value after which it leaves; see `walkout` |
///
/// Without noise, delay and leak it changes nothing. It has no information that the parties lack,
/// so it adds nothing to what direct talks could achieve; where they cannot talk directly it
/// permits contact at all.
/// @copycost some numbers
/// @source{fey2010, Fey and Ramsay 2010}
/// @test tests/talks/mediation.cpp "a relay without noise and delay changes nothing"
class relay {
public:
    /// @brief A relay.
    /// @param noise        probability that a message is lost @range{[0, 1]}
    /// @param delay        of a message @unit{days} @range{[0, inf)}
    /// @param leak         probability a message of becoming public @range{[0, 1]}
    /// @param only_channel talks cannot go on without it
    /// @param patience     rounds @range{[1, inf)}
    /// @throws std::invalid_argument a parameter out of range
    explicit relay(double noise = 0, double delay = 0, double leak = 0, bool only_channel = false,
                   std::int64_t patience = 3);

    /// @brief The parties talk through it. @return true
    [[nodiscard]] static constexpr bool carries() noexcept { return true; }

    /// @brief Carries a message, or considers leaving.
    /// @param v     what it sees
    /// @param draws random bits, for noise and leaks only
    /// @return its move
    mediator_move act(const mediator_view& v, random_stream& draws) {
        if (v.message() == nullptr) {
            return gone_.due(v) ? mediator_view::withdraw(only_channel_) : mediator_view::pass();
        }
        const bool lost = draw_chance(draws, noise_);
        const bool leaks = !v.is_public() && draw_chance(draws, leak_);
        return lost ? mediator_view::lose(delay_, leaks) : mediator_view::deliver(delay_, leaks);
    }

private:
    double noise_;
    double delay_;
    double leak_;
    bool only_channel_;
    walkout gone_;
};

/// @brief Probability that a message which can only be true or false comes out wrong at the end of
/// a chain of relays: two errors cancel.
/// @param first  of the chain so far @range{[0, 1/2]}
/// @param second of one more relay @range{[0, 1/2]}
/// @return (1 - (1 - 2 first)(1 - 2 second)) / 2
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/mediator/relay.cpp "two relays in a row flip a binary message"
[[nodiscard]] constexpr double chained_noise(double first, double second) noexcept {
    return (1 - (1 - 2 * first) * (1 - 2 * second)) / 2;
}

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

#include <limits>
#include <stdexcept>
#include <string>

namespace negotiation::talks {

inline relay::relay(double noise, double delay, double leak, bool only_channel,
                    std::int64_t patience)
    : noise_(noise),
      delay_(delay),
      leak_(leak),
      only_channel_(only_channel),
      gone_{patience, 0} {
    const bool shares = noise >= 0 && noise <= 1 && leak >= 0 && leak <= 1;
    if (!shares || !(delay >= 0 && delay <= std::numeric_limits<double>::max()) || patience < 1) {
        throw std::invalid_argument(
            "relay: noise and leak must lie in [0, 1], delay be finite and at least 0, patience at "
            "least 1; got noise = " +
            std::to_string(noise) + ", delay = " + std::to_string(delay) +
            ", leak = " + std::to_string(leak) + ", patience = " + std::to_string(patience));
    }
}

}  // namespace negotiation::talks
