#pragma once

/// What passing from an offer to the next costs.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::talks::equilibrium::detail {

/// The calendar of a game. Everything is in the money of the period in question.
class periods {
public:
    periods(const offer_game& rules, const std::vector<double>& no_deal)
        : rules_(rules),
          no_deal_(no_deal) {}

    [[nodiscard]] double discount(std::size_t i) const {
        return rules_.discount.empty() ? 1 : rules_.discount[i];
    }

    /// Whether a period ends between an offer and the next.
    [[nodiscard]] bool ends_after(std::int64_t offer) const {
        return (offer + 1) % rules_.offers_per_period == 0;
    }

    /// What no deal is worth at an offer.
    [[nodiscard]] double no_deal(std::int64_t offer, std::size_t i) const {
        if (rules_.discount_no_deal) {
            return no_deal_[i];
        }
        const auto gone = static_cast<double>(rules_.elapsed + offer / rules_.offers_per_period);
        return no_deal_[i] / std::max(std::pow(discount(i), gone), 1e-300);
    }

    /// What reaching the deadline is worth at the last offer.
    [[nodiscard]] double deadline(std::size_t i) const {
        if (!rules_.discount_no_deal) {
            return no_deal(rules_.offers - 1, i);
        }
        return rules_.deadline_costs ? discount(i) * no_deal_[i] : no_deal_[i];
    }

    /// What something is worth at an offer that is worth so much at the next.
    [[nodiscard]] double back(std::int64_t offer, std::size_t i, double next) const {
        if (!ends_after(offer)) {
            return next;
        }
        const double stay = discount(i) * next;
        return rules_.breakdown > 0
                   ? rules_.breakdown * no_deal(offer, i) + (1 - rules_.breakdown) * stay
                   : stay;
    }

    /// The share of a later value that is left at an offer: the slope of `back`.
    [[nodiscard]] double slope(std::int64_t offer, std::size_t i) const {
        return ends_after(offer) ? (1 - rules_.breakdown) * discount(i) : 1;
    }

private:
    const offer_game& rules_;
    const std::vector<double>& no_deal_;
};

}  // namespace negotiation::talks::equilibrium::detail
