#pragma once

/// Talks without a deadline: every offer costs the same, whenever it is made.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <negotiation/talks/equilibrium/stationary.hpp>

#include "talks/equilibrium/best_offer.hpp"
#include "talks/equilibrium/one_offer.hpp"

namespace negotiation::talks::equilibrium::detail {

/// Offers that cost the same whenever they are made.
class endless {
public:
    endless(const deal_set& deals, const offer_game& rules)
        : deals_(deals),
          rules_(rules),
          search_(deals) {
        check_game(rules, deals.parties);
        check_stationary(deals.no_deal, rules);
        if (rules.may_walk_away) {
            leave_ = deals.no_deal;
        }
    }

    [[nodiscard]] std::size_t parties() const noexcept { return deals_.parties; }
    [[nodiscard]] const std::vector<double>& slack() const noexcept { return search_.slacks(); }
    [[nodiscard]] const offer_search& search() const noexcept { return search_; }
    [[nodiscard]] const offer_game& rules() const noexcept { return rules_; }

    /// What it is worth to go on to a state of such values.
    [[nodiscard]] std::vector<double> earlier(const std::vector<double>& next) const {
        std::vector<double> now(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            now[i] = slope(i) * next[i] + rules_.breakdown * deals_.no_deal[i];
        }
        return now;
    }

    /// What talks are worth that go on for ever without a deal.
    [[nodiscard]] std::vector<double> for_ever() const {
        return worth_for_ever(deals_.no_deal, rules_);
    }

    /// What is left of a value an offer earlier, what breakdown adds aside.
    [[nodiscard]] double slope(std::size_t i) const {
        return (1 - rules_.breakdown) * (rules_.discount.empty() ? 1 : rules_.discount[i]);
    }

    /// How many offers go by, while everybody waits, before anything that a party compares with
    /// what it is worth to go on may come out otherwise. @return infinity if nothing ever does
    [[nodiscard]] double quiet_offers(const std::vector<double>& worth) const {
        const std::vector<double> end = for_ever();
        double quiet = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < parties(); ++i) {
            const double gap = worth[i] - end[i];
            const auto meet = [&](double level) {
                const double left = (level - end[i]) / gap;
                quiet = left > 0 && left < 1 ? std::min(quiet, std::log(left) / std::log(slope(i)))
                                             : quiet;
            };
            for (std::size_t k = 0; k <= deals_.size() && gap != 0 && slope(i) < 1; ++k) {
                const double level = k < deals_.size() ? deals_.utility(k, i) : deals_.no_deal[i];
                meet(level - slack()[i]);
                meet(level + slack()[i]);
            }
        }
        return quiet;
    }

    /// What it is worth to go on so many offers earlier, while everybody waits.
    [[nodiscard]] std::vector<double> waited(const std::vector<double>& worth,
                                             double offers) const {
        std::vector<double> then = for_ever();
        for (std::size_t i = 0; i < parties(); ++i) {
            const double left = slope(i) < 1 ? std::pow(slope(i), offers) : 1;
            then[i] += left * (worth[i] - then[i]);
        }
        return then;
    }

    /// Whether somebody leaves when an offer of a party has failed.
    [[nodiscard]] bool ends(std::size_t p, const std::vector<double>& on) const {
        for (std::size_t j = 0; j < leave_.size(); ++j) {
            if (j != p && leave_[j] > on[j] + slack()[j]) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] one_offer offer_of(std::size_t p, const std::vector<double>& next) const {
        return solve_offer(deals_, rules_.agreement, search_, p, earlier(next), leave_);
    }

private:
    const deal_set& deals_;
    const offer_game& rules_;
    offer_search search_;
    std::vector<double> leave_;
};

/// The same moves.
[[nodiscard]] inline bool same_play(const stationary_play& a, const stationary_play& b) {
    return a.choices == b.choices;
}

/// The same worth, rounding by party.
[[nodiscard]] inline bool same_values(const stationary_play& a, const stationary_play& b,
                                      const std::vector<double>& slack) {
    for (std::size_t k = 0; k < a.values.size(); ++k) {
        if (std::abs(a.values[k] - b.values[k]) > slack[k % slack.size()]) {
            return false;
        }
    }
    return true;
}

}  // namespace negotiation::talks::equilibrium::detail
