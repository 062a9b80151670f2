#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/sequence/discounting.hpp>
#include <negotiation/sequence/exchange.hpp>

#include "model/argument.hpp"

namespace negotiation::sequence {

namespace {

/// An order as one party lives through it.
class days_of_party {
public:
    days_of_party(const agreement& of, std::span<const step_id> order, party_id who,
                  double discount, const trust_options& how)
        : of_(&of),
          order_(order),
          who_(who),
          discount_(discount),
          how_(how) {
        double undone = 0;
        double taught = 0;
        const double covered = of.covered.empty() ? 0 : -std::log1p(-of.covered[who]);
        for (std::size_t done = 0; done <= order.size(); ++done) {
            undone_.push_back(-undone - (done > 0 ? of.breakdown[who] : 0));
            learned_.push_back(covered + (how.learning ? taught : 0));
            if (done < order.size()) {
                const step& s = of.steps[order[done]];
                undone += s.undone[who] * s.value[who];
                taught += s.performer == who ? 0 : -std::log1p(-s.defection);
            }
        }
    }

    /// What the party needs to believe at a moment, for every later hand-over that counts.
    struct moment {
        double gain = 0;       ///< W - D
        double trust = 0;      ///< the greatest
        bool matters = false;  ///< the reading looks at it, or it is in control
    };

    [[nodiscard]] moment at(std::size_t done) const {
        const bool control = in_control(done);
        moment now;
        now.matters = control || done == 0;
        const double here = undone_[done];
        std::vector<double> left;  // X by later number of steps
        double days = 0;
        double sum = 0;
        for (std::size_t k = done; k < order_.size(); ++k) {
            const step& s = of_->steps[order_[k]];
            days += s.days;
            sum += worth_in(days, s.value[who_]);
            left.push_back(sum + worth_in(days, undone_[k + 1]));
        }
        now.gain = sum + worth_in(days, of_->completion[who_]) - here;
        for (std::size_t later = done + 1; later < order_.size(); ++later) {
            if (hands_over(later) && compares(done, later)) {
                now.trust =
                    std::max(now.trust, needed(here - left[later - done - 1], now.gain, done));
            }
        }
        return now;
    }

private:
    [[nodiscard]] double worth_in(double days, double value) const {
        return value * std::pow(discount_, days);
    }
    [[nodiscard]] bool in_control(std::size_t done) const {
        return done < order_.size() && of_->steps[order_[done]].performer == who_;
    }
    [[nodiscard]] bool hands_over(std::size_t done) const {
        return done > 0 && in_control(done - 1) && !in_control(done);
    }
    /// Whether the reading weighs a moment against a hand-over.
    [[nodiscard]] bool compares(std::size_t done, std::size_t later) const {
        switch (how_.how) {
            case reading::drawdown:
                return in_control(done);
            case reading::next_turn:
                return in_control(done) && (done == 0 || !in_control(done - 1)) &&
                       same_run(done, later);
            case reading::peak_exposure:
                return done == 0;
        }
        return false;
    }
    [[nodiscard]] bool same_run(std::size_t from, std::size_t to) const {
        for (std::size_t k = from; k < to; ++k) {
            if (!in_control(k)) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] double needed(double loss, double gain, std::size_t done) const {
        constexpr double rounding = 1e-12;
        if (loss <= rounding || gain < -rounding) {
            return 0;
        }
        if (gain <= rounding) {
            return 1;
        }
        const double ratio = loss / gain * std::exp(-learned_[done]);
        return ratio / (1 + ratio);
    }

    const agreement* of_;
    std::span<const step_id> order_;
    party_id who_;
    double discount_;
    trust_options how_;
    std::vector<double> undone_;   ///< D, by number of steps done
    std::vector<double> learned_;  ///< log-odds, likewise
};

void check_discounts_of(const agreement& of, std::span<const double> discounts) {
    if (discounts.size() != parties_of(of)) {
        throw std::invalid_argument(fmt::format("waiting: needs {} discounts, one a party; got {}",
                                                parties_of(of), discounts.size()));
    }
    for (const double delta : discounts) {
        require_discount("waiting: a discount", delta);
    }
}

}  // namespace

discounted_trust trust_when_waiting_costs(const agreement& of, std::span<const step_id> order,
                                          std::span<const double> discounts,
                                          const trust_options& how) {
    (void)walk(exchange(of), order);  // says what is wrong with either
    check_discounts_of(of, discounts);
    constexpr double rounding = 1e-12;
    discounted_trust found;
    for (party_id i = 0; i < parties_of(of); ++i) {
        const days_of_party days(of, order, i, discounts[i], how);
        double most = 0;
        for (std::size_t done = 0; done < std::max<std::size_t>(order.size(), 1); ++done) {
            const days_of_party::moment now = days.at(done);
            if (!now.matters) {
                continue;
            }
            most = std::max(most, now.trust);
            if (now.gain < -rounding && (!found.refused_by || done < found.refused_after)) {
                found.refused_by = i;
                found.refused_after = done;
            }
        }
        found.by_party.push_back(most);
    }
    return found;
}

}  // namespace negotiation::sequence
