#pragma once

/// @file
/// Nice tit-for-tat: mirror concessions up to where the Nash deal seems to lie.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/estimate.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Nice tit-for-tat. How far the opponent has come is its best offer's distance from its
/// first, over the distance of the Nash deal from the first, all in one's own utility; one comes as
/// far from one's best deal towards the Nash deal. Late, part of what is left of one's own way is
/// given as a bonus. It never asks for less than its part of the Nash deal.
///
/// The Nash deal is the one under the opponent model, estimated anew as more is heard, each time
/// that a quarter more offers have come. No deal counts as what the model says, else as the least
/// that the model thinks possible.
///
/// Assumes that the opponent answers in kind, and that both take the Nash deal for fair. Of several
/// opponents it sees one who is their sum.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | from | 0.9 | relative time from which a bonus is given |
/// | bonus | 0.5 | share of the way left that is given at the deadline, growing from 0 |
///
/// Both defaults are choices of this library.
/// @copycost seven numbers
/// @source{baarslag2013, Baarslag\, Hindriks and Jonker 2013\, A Tit for Tat Negotiation Strategy}
/// @test tests/talks/strategy/nice_tit_for_tat.cpp "as far as the opponent has come towards Nash"
class nice_concession {
public:
    /// @brief A concession rule.
    /// @param from  relative time @range{[0, 1]}
    /// @param bonus share of the way left @range{[0, 1]}
    /// @throws std::invalid_argument a parameter out of range
    explicit nice_concession(double from = 0.9, double bonus = 0.5) : from_(from), bonus_(bonus) {
        if (!(from >= 0 && from <= 1) || !(bonus >= 0 && bonus <= 1)) {
            throw std::invalid_argument(
                "nice-tit-for-tat: from and bonus must lie in [0, 1]; got from = " +
                std::to_string(from) + ", bonus = " + std::to_string(bonus));
        }
    }

    /// @brief What it asks for now.
    /// @tparam Model an opponent model
    /// @param t     the turn
    /// @param model of the opponent
    /// @return utility
    /// @throws std::invalid_argument as `estimated_nash`
    /// @complexity{O(1) an event heard, and now and then one `estimated_nash`}
    template <opponent_model Model>
    [[nodiscard]] double target(const turn& t, Model& model) {
        listen(t);
        if (offers_ == 0) {
            return t.greatest();
        }
        if (offers_ >= next_) {
            const auto& terms = model.terms(t);
            const double floor =
                believed_no_deal(model, t).value_or(range_of_estimate(terms, t).least);
            nash_ = estimated_nash(t, terms, floor).own;
            next_ = offers_ + std::max<std::size_t>(1, offers_ / 4);
        }
        const double way = nash_ - first_;
        const double come = way > 0 ? std::clamp((best_ - first_) / way, 0.0, 1.0) : 1;
        const double left = (1 - come) * (t.greatest() - nash_);
        const double late = from_ < 1 ? std::max(0.0, (t.time() - from_) / (1 - from_)) : 0;
        return nash_ + left * (1 - bonus_ * late);
    }

private:
    void listen(const turn& t) {
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind != move_kind::offer || e.who == t.party()) {
                continue;
            }
            const double worth = std::max(t.least(), t.utility(e.deal));
            first_ = offers_ == 0 ? worth : first_;
            best_ = offers_ == 0 ? worth : std::max(best_, worth);
            ++offers_;
        }
    }

    double from_;
    double bonus_;
    double first_ = 0;        ///< the opponent's first offer, in one's own utility
    double best_ = 0;         ///< and its best
    double nash_ = 0;         ///< one's part of the Nash deal, as estimated
    std::size_t heard_ = 0;   ///< how much of the history is known
    std::size_t offers_ = 0;  ///< received
    std::size_t next_ = 0;    ///< offers received at which it estimates again
};

/// @brief Nice tit-for-tat that proposes the best for the opponent at no less than the target.
/// @tparam Model an opponent model
/// @param believes of the opponent
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/nice_tit_for_tat.cpp "as far as the opponent has come towards Nash"
template <opponent_model Model = frequency>
[[nodiscard]] composed<nice_concession, accept_target, Model> nice_tit_for_tat(
    Model believes = Model{}) {
    return {nice_concession{}, {}, std::move(believes), selection::best};
}

}  // namespace negotiation::talks
