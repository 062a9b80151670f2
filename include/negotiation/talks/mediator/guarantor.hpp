#pragma once

/// @file
/// A guarantor, or whoever holds money in escrow: stands for the carrying out of what is agreed.

#include <cstdint>
#include <utility>

#include <negotiation/talks/mediator/relay.hpp>

namespace negotiation::talks {

/// @brief Carries messages like a `relay`, and says once, for all to hear, that it stands for the
/// carrying out of what will be agreed.
///
/// What it stands for is its `surety`: `guarantor` makes good losses, `escrow` holds a payment
/// until it is answered. It counts once it is said, whatever becomes of the mediator afterwards; it
/// costs nothing at the table and changes no offer, since parties at the table judge a deal as if
/// it were kept. What it takes off the trust that the steps need, and what it pays, is seen when
/// the deal is carried out: see `scenario::secured` and the room `life`.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | noise, delay, leak, only_channel, patience | as `relay` | of the messages it carries |
/// | after | 1 | the first round after which it speaks |
/// | party, share, budget | everybody, 1, 0 | `guarantor`: see `cover` |
/// | payment, answer, cost, capacity | none, best, 0, unlimited | `escrow`: see `custody` |
/// @copycost some numbers
/// @source{zartman1985, Zartman and Touval 1985}
/// @test tests/talks/mediator/guarantor.cpp "a guarantor speaks once, and changes no offer"
class guarantor {
public:
    /// @brief A guarantor.
    /// @param after   first round after which it speaks @range{[1, inf)}
    /// @param channel how it carries messages
    /// @throws std::invalid_argument a round before the first
    explicit guarantor(std::int64_t after = 1, relay channel = relay{});

    /// @brief The parties talk through it. @return true
    [[nodiscard]] static constexpr bool carries() noexcept { return true; }

    /// @brief Its move. @param v what it sees @param draws random bits, for the channel only
    /// @return the move
    mediator_move act(const mediator_view& v, random_stream& draws) {
        mediator_move made = channel_.act(v, draws);
        const bool leaves = made.action == mediator_action::withdraw;
        if (v.message() != nullptr || leaves || stands_ || v.now().round < after_) {
            return made;
        }
        stands_ = true;
        return mediator_view::stand_surety();
    }

private:
    std::int64_t after_;
    relay channel_;
    bool stands_ = false;
};

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

#include <stdexcept>
#include <string>

namespace negotiation::talks {

inline guarantor::guarantor(std::int64_t after, relay channel)
    : after_(after),
      channel_(std::move(channel)) {
    if (after < 1) {
        throw std::invalid_argument("guarantor: after must be at least 1; got " +
                                    std::to_string(after));
    }
}

}  // namespace negotiation::talks
