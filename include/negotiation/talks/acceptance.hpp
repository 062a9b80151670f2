#pragma once

/// @file
/// When a party takes what stands: the acceptance condition of a composed strategy.

#include <algorithm>
#include <concepts>
#include <cstdint>

#include <negotiation/talks/earlier_offers.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief What a party is about to do if it does not accept.
struct intention {
    double target = 0;         ///< the utility it aims at now
    offer_id next = no_offer;  ///< the deal it would propose
};

/// @brief An acceptance condition is a value with one function. Whether accepting is legal at all,
/// and worth no less than no deal, has been seen to when it is asked.
template <class A>
concept acceptance = std::copyable<A> && requires(const A rule, const turn& t, intention mine) {
    { rule.accepts(t, mine) } -> std::same_as<bool>;
};

/// @brief Accepts what is worth the target: that of the time-dependent strategies as published.
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998}
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
struct accept_target {
    /// @brief Decides. @param t the turn @param mine its plan @return u(standing) >= target
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return t.standing_utility() >= mine.target - t.rounding();
    }
};

/// @brief Accepts what is worth a times one's own next offer plus b (AC_next).
///
/// GENIUS multiplies what was offered instead: its (a, b), for which a u(standing) + b has to reach
/// the next offer, are (1/a, -b/a) here. There a above 1 accepts sooner, here later.
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
struct accept_next {
    double a = 1;  ///< factor
    double b = 0;  ///< margin @unit{utility}

    /// @brief Decides. @param t the turn @param mine its plan @return u(standing) >= a u(next) + b
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return t.standing_utility() >= a * t.utility(mine.next) + b - t.rounding();
    }
};

/// @brief Accepts what is worth a constant share of one's aspiration (AC_const).
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
struct accept_constant {
    double share = 0.8;  ///< aspiration, 0 the floor, 1 the best deal @range{[0, 1]}

    /// @brief Decides. @param t the turn @return u(standing) >= aspiration(share)
    [[nodiscard]] bool accepts(const turn& t, const intention&) const {
        return t.standing_utility() >= t.aspiration(share) - t.rounding();
    }
};

/// @brief Accepts whatever is worth no less than no deal once a time has come (AC_time), and in the
/// last round, whose time is (N - 1)/N under the clock of GeniusWeb; before it, as `accept_target`.
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
struct accept_time {
    double from = 0.99;  ///< relative time @range{[0, 1]}

    /// @brief Decides. @param t the turn @param mine its plan @return whether it is late, or enough
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        const bool late = t.time() >= from || (from < 1 && t.now().round == t.now().rounds);
        return late || accept_target{}.accepts(t, mine);
    }
};

/// @brief Accepts what is worth a times one's own last offer plus b (AC_prev). Before one has
/// proposed anything it accepts nothing. For a and b see `accept_next`.
///
/// It looks its last offer up in the history, so that it cannot miss one; an agent of another
/// system whose condition of this name compares with what it never stored accepts nothing ever.
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/acceptance.cpp "the last offer is what it is compared with"
struct accept_previous {
    double a = 1;  ///< factor
    double b = 0;  ///< margin @unit{utility}

    /// @brief Decides. @param t the turn @return u(standing) >= a u(own last offer) + b
    [[nodiscard]] bool accepts(const turn& t, const intention&) const {
        const offer_id last = own_last_offer(t);
        return last != no_offer && t.standing_utility() >= a * t.utility(last) + b - t.rounding();
    }
};

/// @brief Accepts what falls short of one's own last offer by no more than a gap (AC_gap), in
/// shares of one's aspiration, so that it means the same on every scale.
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/acceptance.cpp "the last offer is what it is compared with"
struct accept_gap {
    double gap = 0.1;  ///< in shares of the way from the floor to the best deal @range{[0, 1]}

    /// @brief Decides. @param t the turn @param mine not used @return whether the gap is small
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return accept_previous{1, -gap * (t.aspiration(1) - t.aspiration(0))}.accepts(t, mine);
    }
};

/// @brief What received offers are summed up by.
enum class received_measure : std::uint8_t {
    best,    ///< the best of them
    average  ///< their mean
};

/// @brief Accepts what `accept_next` does; and once a time has come, what is as good as the best or
/// the average received in a window of rounds (AC_combi).
///
/// As published the window ends now and is as long as the time that is left, this round included:
/// what was not offered in as many rounds is not expected in as many more. What stands is always in
/// it, from whichever seat it is looked at; in the last round the window is one round.
/// @source{baarslag2013acceptance, Baarslag\, Hindriks and Jonker 2013}
/// @test tests/talks/acceptance.cpp "late the best or the average received will do"
/// @test tests/talks/acceptance.cpp "the best offer ever is taken from either seat"
struct accept_combi {
    double from = 0.9;         ///< relative time @range{[0, 1]}
    std::uint32_t window = 0;  ///< rounds to look back; 0: as many as are left
    received_measure measure = received_measure::best;  ///< what the standing offer must reach

    /// @brief Decides. @param t the turn @param mine its plan @return enough, or late and good
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        if (accept_next{}.accepts(t, mine)) {
            return true;
        }
        if (t.time() < from) {
            return false;
        }
        const std::int64_t left = t.now().rounds - t.now().round + 1;
        const received_worth got = received_within(t, window == 0 ? left : window);
        const double enough = measure == received_measure::best ? got.best : got.average;
        return got.count > 0 && t.standing_utility() >= enough - t.rounding();
    }
};

/// @brief Accepts nothing: for who does not mean to sign.
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
struct accept_never {
    /// @brief Decides. @return false
    [[nodiscard]] bool accepts(const turn&, const intention&) const noexcept { return false; }
};

/// @brief Whether a party may accept what stands without harm: it is legal and worth no less than
/// no deal.
/// @param t the turn
/// @return true where an acceptance condition decides
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/acceptance.cpp "each condition accepts from where it says"
[[nodiscard]] inline bool may_accept(const turn& t) {
    return t.legal().accept && t.standing_utility() >= t.reservation() - t.rounding();
}

}  // namespace negotiation::talks
