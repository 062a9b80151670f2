#pragma once

/// @file
/// A strategy put together from parts: concession, selection, acceptance, opponent model.

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/opponent_model.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief How much a party asks for now: a value with one function, from a turn to a utility.
template <class C>
concept plain_concession = requires(C rule, const turn& t) {
    { rule.target(t) } -> std::convertible_to<double>;
};

/// @brief One that draws random bits for it.
template <class C>
concept random_concession = requires(C rule, const turn& t, random_stream& draws) {
    { rule.target(t, draws) } -> std::convertible_to<double>;
};

/// @brief One that asks an opponent model, which has heard everything by then.
template <class C, class M = no_model>
concept informed_concession = requires(C rule, const turn& t, M& model) {
    { rule.target(t, model) } -> std::convertible_to<double>;
};

/// @brief A concession of any of the three kinds.
template <class C>
concept concession = std::copyable<C> &&
    (plain_concession<C> || random_concession<C> || informed_concession<C>);

/// @brief Which of the deals worth the target is proposed.
enum class selection : std::uint8_t {
    cheapest,  ///< the one worth least to oneself; where the space is too large to be written down,
               ///< as `best`
    best,      ///< the best for the others under the model
    band       ///< any, at random, worth up to `width` more than the target
};

/// @brief Bidding, acceptance and opponent model side by side (BOA): each may be exchanged while
/// the others stay.
///
/// Never proposes or accepts what is worth less than no deal, and walks away where there is nothing
/// it would sign.
/// @tparam Concession what it asks for
/// @tparam Acceptance when it takes what stands
/// @tparam Model      what it believes of the others; consulted only where a deal is selected by
/// it,
///                    or where the concession asks it
/// @copycost that of its parts
/// @source{baarslag2014, Baarslag et al. 2014}
/// @test tests/talks/composed.cpp "parts can be exchanged"
template <concession Concession, acceptance Acceptance, opponent_model Model>
struct composed {
    Concession asks;                         ///< how much it asks for
    Acceptance takes;                        ///< when it accepts
    Model believes;                          ///< of the others
    selection select = selection::cheapest;  ///< which deal it proposes
    double width = 0.05;     ///< of the band, in shares of its aspiration @range{[0, 1]}
    std::size_t cursor = 0;  ///< where in its order it offered last

    /// @brief Its move. @param t the turn @param draws random bits, for `band` and for concessions
    /// that draw @return the move
    move act(const turn& t, random_stream& draws) {
        constexpr bool informed = !plain_concession<Concession> && !random_concession<Concession>;
        const bool by_model = select == selection::best || t.order() == nullptr;
        if (informed || by_model) {
            believes.observe(t);
        }
        if (!t.has_deals()) {
            return t.legal().reject ? turn::reject() : turn::walk_away();
        }
        const double target = ask(t, draws);
        const offer_id next =
            by_model ? t.best_for_others(target, believes.terms(t)) : cheap(t, target, draws);
        if (takes.accepts(t, {target, next}) && may_accept(t)) {
            return turn::accept();
        }
        return t.legal().offer ? turn::offer(next) : turn::reject();
    }

private:
    [[nodiscard]] double ask(const turn& t, random_stream& draws) {
        if constexpr (plain_concession<Concession>) {
            return asks.target(t);
        } else if constexpr (random_concession<Concession>) {
            return asks.target(t, draws);
        } else {
            return asks.target(t, believes);
        }
    }

    [[nodiscard]] offer_id cheap(const turn& t, double target, random_stream& draws) {
        if (select == selection::cheapest) {
            return t.cheapest_at_least(target, cursor);
        }
        const deal::ranking& mine = *t.order();
        const double span = t.aspiration(1) - t.aspiration(0);
        const std::size_t most = t.acceptable();
        const std::size_t last = std::clamp<std::size_t>(mine.count_at_least(target), 1, most);
        const std::size_t first = std::min(mine.count_at_least(target + width * span), last - 1);
        return mine.row(first + draw_place(draws, last - first));
    }
};

}  // namespace negotiation::talks
