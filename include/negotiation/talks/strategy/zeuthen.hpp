#pragma once

/// @file
/// The Zeuthen strategy: whoever has more to lose concedes, and just enough.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/earlier_offers.hpp>
#include <negotiation/talks/estimate.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief The Zeuthen concession of the monotonic concession protocol. A side's willingness to risk
/// a breakdown is (u(own offer) - u(the other's)) / (u(own offer) - u(no deal)). If one's own is no
/// greater than the other's, one concedes to the deal best for oneself that turns this round;
/// otherwise one stands still. Equivalently (Harsanyi), whose offer has the smaller product of
/// gains concedes to a greater one, so that two who play it with true models agree on a deal of the
/// greatest product. It never asks for more again; which
/// of the deals worth as much it proposes is another part's choice.
///
/// The other side's utility is that of the opponent model; no deal counts as what the model says
/// (`perfect`), else as the least that the model thinks possible.
///
/// Assumes that the opponent compares risks too: one that never moves is told once that it should,
/// and then met with standing still. With estimated utilities both sides may hold the other to be
/// the one who should concede. Of several opponents it sees one who is their sum.
/// @copycost two numbers
/// @source{rosenschein1994, Rosenschein and Zlotkin 1994}
/// @source{harsanyi1956, Harsanyi 1956}
/// @test tests/talks/strategy/zeuthen.cpp "two who compare risks agree on the greatest product"
class zeuthen_concession {
public:
    /// @brief What it asks for now.
    /// @tparam Model an opponent model
    /// @param t     the turn
    /// @param model of the opponent
    /// @return utility
    /// @throws std::invalid_argument a search would pass its budget
    /// @complexity{O(deals conceded * terms); as many searches, at most 100, where deals are not
    /// written down}
    template <opponent_model Model>
    [[nodiscard]] double target(const turn& t, Model& model) {
        const offer_id theirs = t.standing();
        const offer_id mine = own_last_offer(t);
        if (theirs == no_offer || theirs == mine) {
            return asked_.value_or(t.greatest());
        }
        const auto& terms = model.terms(t);
        const double floor = believed_no_deal(model, t).value_or(range_of_estimate(terms, t).least);
        const auto product = [&](offer_id deal) {
            const double others = estimated_sum(terms, t.sizes(), t.deal(deal)) - floor;
            return std::max(0.0, t.utility(deal) - t.reservation()) * std::max(0.0, others);
        };
        const double bar = product(theirs);
        if (mine != no_offer && product(mine) > bar) {
            return asked_.value_or(t.greatest());
        }
        asked_ = std::min(asked_.value_or(t.greatest()), concede(t, terms, bar, product));
        return *asked_;
    }

private:
    static constexpr int levels = 100;

    /// What is left to ask for: the first deal downwards of a greater product than the bar; where
    /// there is none, what stands.
    template <class Product>
    [[nodiscard]] double concede(const turn& t, const std::vector<utility_term>& terms, double bar,
                                 const Product& product) {
        if (const deal::ranking* mine = t.order()) {
            for (; place_ < t.acceptable(); ++place_) {
                if (product(mine->row(place_)) > bar) {
                    return mine->utility(place_);
                }
            }
        } else {
            for (; place_ <= levels; ++place_) {
                const double level = t.aspiration(1 - static_cast<double>(place_) / levels);
                const offer_id found = t.best_for_others(level, terms);
                if (found != no_offer && product(found) > bar) {
                    return level;
                }
            }
        }
        return std::max(t.reservation(), t.standing_utility());
    }

    std::optional<double> asked_;  ///< the last target
    std::size_t place_ = 0;        ///< rank, or level of aspiration, that it has come down to
};

/// @brief The Zeuthen strategy, proposing the best for the opponent at no less than the target.
/// @tparam Model an opponent model
/// @param believes of the opponent
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/zeuthen.cpp "two who compare risks agree on the greatest product"
template <opponent_model Model = frequency>
[[nodiscard]] composed<zeuthen_concession, accept_target, Model> zeuthen(Model believes = Model{}) {
    return {zeuthen_concession{}, {}, std::move(believes), selection::best};
}

}  // namespace negotiation::talks
