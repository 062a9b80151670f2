#pragma once

/// @file
/// When a party takes what stands: the acceptance condition of a composed strategy.

#include <concepts>

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
struct accept_target {
    /// @brief Decides. @param t the turn @param mine its plan @return u(standing) >= target
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return t.standing_utility() >= mine.target - t.rounding();
    }
};

/// @brief Accepts what is worth a times one's own next offer plus b (AC_next).
/// @source{baarslag2014, Baarslag et al. 2014}
struct accept_next {
    double a = 1;  ///< factor
    double b = 0;  ///< margin @unit{utility}

    /// @brief Decides. @param t the turn @param mine its plan @return u(standing) >= a u(next) + b
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return t.standing_utility() >= a * t.utility(mine.next) + b - t.rounding();
    }
};

/// @brief Accepts what is worth a constant share of one's aspiration (AC_const).
struct accept_constant {
    double share = 0.8;  ///< aspiration, 0 the floor, 1 the best deal @range{[0, 1]}

    /// @brief Decides. @param t the turn @return u(standing) >= aspiration(share)
    [[nodiscard]] bool accepts(const turn& t, const intention&) const {
        return t.standing_utility() >= t.aspiration(share) - t.rounding();
    }
};

/// @brief Accepts whatever is worth no less than no deal once a time has come (AC_time), and in the
/// last round, whose time is (N - 1)/N under the clock of GeniusWeb; before it, as `accept_target`.
struct accept_time {
    double from = 0.99;  ///< relative time @range{[0, 1]}

    /// @brief Decides. @param t the turn @param mine its plan @return whether it is late, or enough
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        const bool late = t.time() >= from || (from < 1 && t.now().round == t.now().rounds);
        return late || accept_target{}.accepts(t, mine);
    }
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
