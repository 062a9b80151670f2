#pragma once

/// @file
/// A partial order of execution, and what one more step makes of it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "sequence/held_in_control.hpp"
#include "sequence/stage_values.hpp"
#include "sequence/way_ahead.hpp"

namespace negotiation::sequence {

/// @brief The start of an order, as far as its continuation can tell.
/// @tparam Held what a party remembers
/// @tparam N    room for parties; those beyond the real ones never act
template <class Held, std::size_t N>
struct partial_order {
    static constexpr std::uint8_t nobody = 255;

    std::array<Held, N> held = {};     ///< by party
    ideal_id at = 0;                   ///< the steps done
    std::uint16_t runs = 0;            ///< begun so far
    std::uint8_t in_control = nobody;  ///< who performed the last step
    std::uint8_t last_step = 0;        ///< that step

    [[nodiscard]] static bool no_worse(const partial_order& a, const partial_order& b) {
        for (std::size_t i = 0; i < N; ++i) {
            if (!Held::no_worse(a.held[i], b.held[i])) {
                return false;
            }
        }
        return true;
    }
};

/// @brief The most memory that labels of one search take, whatever their number [bytes].
inline constexpr std::size_t most_bytes = 3'000'000'000;

/// @brief More runs than any order has.
inline constexpr std::size_t unbounded = maximum_steps + 1;

/// @brief Which continuations are allowed.
template <class Held, std::size_t N>
struct bounds {
    using odds = typename Held::odds;
    std::array<std::optional<odds>, N> caps = {};  ///< no party is asked for more
    std::size_t runs = unbounded;                  ///< no order has more
};

/// @brief Makes longer orders of shorter ones, under one reading of trust.
template <class Held, std::size_t N>
class continuation {
public:
    using odds = typename Held::odds;
    using start = partial_order<Held, N>;

    /// With caps or a number of runs, what cannot be completed within them is left.
    continuation(const stage_values& at, reading how, const bounds<Held, N>& within)
        : at_(&at),
          how_(how),
          within_(within) {
        if (within_.runs < unbounded) {
            if constexpr (Held::learns) {
                ahead_.emplace(at, how, std::span<const std::optional<way_ahead::odds>>());
            } else {
                ahead_.emplace(at, how, within_.caps);
            }
        }
    }

    [[nodiscard]] const stage_values& stages() const noexcept { return *at_; }

    /// The empty order.
    [[nodiscard]] start begin() const {
        start empty;
        if (how_ == reading::peak_exposure) {
            for (party_id i = 0; i < parties(); ++i) {
                empty.held[i].add(0, at_->of().total(i), at_->of().covered(i));
            }
        }
        return empty;
    }

    /// One more step, to the ideal that it leads to. @return what the hand-over before it asks of
    /// whom; nothing where the step is out of bounds
    struct asked {
        party_id of = 0;
        std::optional<odds> how_much;
    };
    [[nodiscard]] std::optional<asked> extend(start& order, step_id s, ideal_id to) const {
        const party_id by = at_->of().performer(s);
        const bool new_run = order.in_control != by;
        asked ask;
        if (new_run && order.in_control != start::nobody) {
            ask = hand_over(order);
            const std::optional<odds>& cap = within_.caps[ask.of];
            if (cap && Held::below(*cap, *ask.how_much)) {
                return std::nullopt;
            }
        }
        order.runs = static_cast<std::uint16_t>(order.runs + (new_run ? 1 : 0));
        if (!take_control(order, by, new_run)) {
            return std::nullopt;
        }
        order.at = to;
        order.in_control = static_cast<std::uint8_t>(by);
        order.last_step = static_cast<std::uint8_t>(s);
        return is_open(order) ? std::optional(ask) : std::nullopt;
    }

    /// Forgets what can ask for nothing above `so_far`, whatever comes. @param so_far (party) ->
    /// odds, or nothing where its cap is what counts
    template <class SoFar>
    void forget_harmless(start& order, SoFar so_far) const {
        for (party_id i = 0; i < parties(); ++i) {
            Held& held = order.held[i];
            if (held.empty()) {
                continue;
            }
            const std::optional<odds> allowed = so_far(i);
            const odds most = held.asks(at_->least_ahead(order.at, i), at_->of().total(i));
            if (allowed ? !Held::below(*allowed, most) : !Held::below(odds{}, most)) {
                held.forget();
            }
        }
    }

    [[nodiscard]] const std::optional<odds>& cap(party_id i) const { return within_.caps[i]; }
    [[nodiscard]] party_id parties() const { return static_cast<party_id>(at_->of().parties()); }

private:
    [[nodiscard]] asked hand_over(start& order) const {
        const party_id i = order.in_control;
        asked ask{i, order.held[i].asks(at_->held(order.at, i), at_->of().total(i))};
        if (how_ == reading::next_turn) {
            order.held[i].forget();
        }
        return ask;
    }

    /// @return false where the party is better off stopping
    [[nodiscard]] bool take_control(start& order, party_id by, bool new_run) const {
        const grains held = at_->held(order.at, by);
        const grains total = at_->of().total(by);
        if (held > total) {
            return false;
        }
        if (how_ == reading::drawdown || (how_ == reading::next_turn && new_run)) {
            double learned = 0;
            if constexpr (Held::learns) {
                learned = at_->learned(order.at, by);
            }
            order.held[by].add(held, total, learned);
        }
        return true;
    }

    [[nodiscard]] bool is_open(const start& order) const {
        if (!ahead_) {
            return true;
        }
        return order.runs <= within_.runs &&
               ahead_->is_open(order.at, order.in_control, within_.runs - order.runs,
                               order.held[order.in_control].most());
    }

    const stage_values* at_;
    reading how_;
    bounds<Held, N> within_;
    std::optional<way_ahead> ahead_ = {};
};

}  // namespace negotiation::sequence
