#pragma once

/// @file
/// A baseline that offers whatever it could sign.

#include <cstddef>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief Offers deals at random among those worth no less than no deal, and accepts what is worth
/// at least the deal it has just drawn.
///
/// Assumes nothing. A baseline: GENIUS has one that draws among all its deals; this one signs none
/// that is worth less than no deal.
///
/// In spaces too large to be written down it draws a direction instead, random worth of every
/// option to the others, and offers its trade-off for that: never an inefficient deal, so a
/// stronger baseline there.
/// @copycost none
/// @test tests/talks/strategy/random_walker.cpp "a random walker offers all that it could sign"
struct random_walker {
    /// @brief Its move. @param t the turn @param draws random bits @return the move
    move act(const turn& t, random_stream& draws) const {
        if (!t.has_deals()) {
            return t.legal().reject ? turn::reject() : turn::walk_away();
        }
        const offer_id next = t.order() != nullptr
                                  ? t.order()->row(draw_place(draws, t.acceptable()))
                                  : wander(t, draws);
        if (may_accept(t) && t.standing_utility() >= t.utility(next)) {
            return turn::accept();
        }
        return t.legal().offer ? turn::offer(next) : turn::reject();
    }

private:
    [[nodiscard]] static offer_id wander(const turn& t, random_stream& draws) {
        std::vector<utility_term> direction;
        for (issue_id k = 0; k < t.sizes().size(); ++k) {
            utility_term term;
            term.issues = {k};
            for (option_id o = 0; o < t.sizes()[k]; ++o) {
                term.values.push_back(static_cast<grains>(draws()));
            }
            direction.push_back(std::move(term));
        }
        return t.best_for_others(t.reservation(), direction);
    }
};

}  // namespace negotiation::talks
