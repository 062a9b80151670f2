#pragma once

/// @file
/// How likely a chamber is to carry a deal, given the mood of the day.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/ratification/chamber.hpp>

namespace negotiation::ratification::detail {

/// Moods beyond this have a probability of 2e-17.
inline constexpr double furthest_mood = 8.5;

/// Probabilities of 0, 1, ... yes votes of one faction, without those that are next to nothing.
struct vote_distribution {
    std::size_t first = 0;  ///< the number that `chance` begins with
    std::vector<double> chance;

    [[nodiscard]] std::size_t last() const { return first + chance.size() - 1; }
};

/// Binomials of one size at many odds.
class binomial {
public:
    explicit binomial(std::size_t n) : n_(n), log_factorial_(n + 1, 0.0), ratio_(n, 0.0) {
        for (std::size_t k = 1; k <= n; ++k) {
            log_factorial_[k] = log_factorial_[k - 1] + std::log(static_cast<double>(k));
            ratio_[k - 1] = static_cast<double>(n - k + 1) / static_cast<double>(k);
        }
    }

    /// @param logit log-odds of a yes
    void distribution(double logit, vote_distribution& into) const {
        const double x = std::clamp(logit, -700.0, 700.0);
        const double odds = std::exp(x);
        const double yes = odds / (1 + odds);
        const auto mode = std::min(n_, static_cast<std::size_t>(yes * static_cast<double>(n_ + 1)));
        const auto against = static_cast<double>(n_ - mode);
        const double log_no = -std::log1p(odds);  // of a no; of a yes it is more by x
        const double log_peak = log_factorial_[n_] - log_factorial_[mode] -
                                log_factorial_[n_ - mode] + against * log_no +
                                static_cast<double>(mode) * (log_no + x);
        spread(mode, std::exp(log_peak), odds, into);
    }

private:
    /// From the likeliest number to both sides, until what is left does not count.
    void spread(std::size_t mode, double peak, double odds, vote_distribution& into) const {
        constexpr double negligible = 1e-17;
        std::vector<double>& chance = into.chance;
        chance.clear();
        std::size_t low = mode;
        const double inverse = 1 / odds;
        double f = peak;
        for (; low > 0; --low) {
            f *= inverse * ratio_[n_ - low];  // the coefficients are symmetric
            if (f < negligible) {
                break;
            }
            chance.push_back(f);
        }
        std::reverse(chance.begin(), chance.end());
        chance.push_back(peak);
        f = peak;
        for (std::size_t k = mode; k < n_; ++k) {
            f *= odds * ratio_[k];
            if (f < negligible) {
                break;
            }
            chance.push_back(f);
        }
        into.first = low;
    }

    std::size_t n_;
    std::vector<double> log_factorial_;
    std::vector<double> ratio_;  ///< of the coefficient of k + 1 votes to that of k
};

/// One chamber with a deal before it. Holds scratch space: one a thread.
class tally {
public:
    explicit tally(const chamber& of) : of_(&of), distributions_(of.factions.size()) {
        for (const faction& f : of.factions) {
            binomials_.emplace_back(f.votes);
        }
    }

    [[nodiscard]] const chamber& of() const { return *of_; }

    /// Puts a deal before it: the margin of each faction, nothing beyond a red line. Factions that
    /// vote the same way in every mood are counted off.
    void put(const std::optional<units>* margins) {
        open_.clear();
        needed_ = static_cast<long>(supporters_needed(*of_));
        long can = 0;
        for (std::size_t f = 0; f < of_->factions.size(); ++f) {
            const faction& who = of_->factions[f];
            if (!margins[f]) {
                continue;
            }
            const bool moves = who.noise > 0 || who.shock > 0;
            if (moves) {
                open_.push_back({f, from_units(*margins[f])});
                can += static_cast<long>(who.votes);
            } else if (*margins[f] >= 0) {
                needed_ -= static_cast<long>(who.votes);
            }
        }
        hopeless_ = can < needed_;
    }

    /// True when it is rejected whatever the mood and whoever votes how.
    [[nodiscard]] bool hopeless() const { return hopeless_; }
    /// True when it is carried likewise.
    [[nodiscard]] bool carried() const { return needed_ <= 0; }

    /// A faction that is not yet counted, and how far the deal is above its threshold.
    struct open_faction {
        std::size_t place;
        double lead;
    };
    [[nodiscard]] const std::vector<open_faction>& open() const { return open_; }
    [[nodiscard]] const faction& who(const open_faction& f) const { return of_->factions[f.place]; }

    /// Supporters to be expected among the open factions, their variance, and how fast they become
    /// more as the mood rises.
    struct expectation {
        double supporters = 0;
        double variance = 0;
        double slope = 0;
    };
    [[nodiscard]] expectation expect(double mood) const {
        expectation sum;
        for (const open_faction& f : open_) {
            const faction& w = who(f);
            const double yes = 1 / (1 + std::exp(-logit(f, mood)));
            const auto votes = static_cast<double>(w.votes);
            sum.supporters += votes * yes;
            sum.variance += votes * yes * (1 - yes);
            sum.slope += w.noise > 0 ? votes * yes * (1 - yes) * w.shock / w.noise : 0;
        }
        return sum;
    }

    /// Supporters it still takes among the open factions.
    [[nodiscard]] double needed() const { return static_cast<double>(needed_); }

    /// Probability that it is carried in some mood.
    [[nodiscard]] double passes(double mood) {
        if (carried() || hopeless()) {
            return carried() ? 1 : 0;
        }
        for (std::size_t f = 0; f < open_.size(); ++f) {
            binomials_[open_[f].place].distribution(logit(open_[f], mood), distributions_[f]);
        }
        for (std::size_t f = 0; f + 2 < open_.size(); ++f) {
            convolve(distributions_[f], distributions_[f + 1]);
        }
        const std::size_t last = open_.size() - 1;
        return last == 0 ? at_least(distributions_[0])
                         : at_least(distributions_[last - 1], distributions_[last]);
    }

private:
    [[nodiscard]] double logit(const open_faction& f, double mood) const {
        const faction& w = who(f);
        const double lead = f.lead + w.shock * mood;
        if (w.noise > 0) {
            return lead / w.noise;
        }
        return lead >= 0 ? 700 : -700;
    }

    /// The distribution of the sum, in place of the second.
    void convolve(const vote_distribution& a, vote_distribution& b) {
        scratch_.assign(a.chance.size() + b.chance.size() - 1, 0.0);
        for (std::size_t i = 0; i < a.chance.size(); ++i) {
            for (std::size_t j = 0; j < b.chance.size(); ++j) {
                scratch_[i + j] += a.chance[i] * b.chance[j];
            }
        }
        b.first += a.first;
        b.chance.swap(scratch_);
    }

    [[nodiscard]] double at_least(const vote_distribution& a) const {
        double sum = 0;
        for (std::size_t k = a.chance.size();
             k-- > 0 && static_cast<long>(a.first + k) >= needed_;) {
            sum += a.chance[k];
        }
        return std::min(sum, 1.0);
    }

    /// The more there are of one, the fewer it takes of the other: one pass over both.
    [[nodiscard]] double at_least(const vote_distribution& a, const vote_distribution& b) const {
        if (static_cast<long>(a.last() + b.last()) < needed_) {
            return 0;
        }
        if (static_cast<long>(a.first + b.first) >= needed_) {
            return 1;
        }
        double sum = 0;
        double tail = 0;  // of b from `from` on
        std::size_t from = b.chance.size();
        for (std::size_t i = 0; i < a.chance.size(); ++i) {
            const long least =
                needed_ - static_cast<long>(a.first + i) - static_cast<long>(b.first);
            while (from > 0 && static_cast<long>(from) > least) {
                tail += b.chance[--from];
            }
            sum += a.chance[i] * tail;
        }
        return std::min(sum, 1.0);
    }

    const chamber* of_;
    std::vector<binomial> binomials_;  ///< one a faction
    std::vector<vote_distribution> distributions_;
    std::vector<double> scratch_;
    std::vector<open_faction> open_;
    long needed_ = 0;
    bool hopeless_ = false;
};

}  // namespace negotiation::ratification::detail
