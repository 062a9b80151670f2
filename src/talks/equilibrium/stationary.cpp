#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include <negotiation/talks/equilibrium/stationary.hpp>

#include "talks/equilibrium/best_offer.hpp"
#include "talks/equilibrium/one_offer.hpp"

namespace negotiation::talks::equilibrium {

namespace {

/// Offers that cost the same whenever they are made.
class endless {
public:
    endless(const deal_set& deals, const offer_game& rules)
        : deals_(deals),
          rules_(rules),
          search_(deals) {
        check_game(rules, deals.parties);
        if (rules.may_walk_away) {
            leave_ = deals.no_deal;
        }
    }

    [[nodiscard]] std::size_t parties() const noexcept { return deals_.parties; }
    [[nodiscard]] double slack() const noexcept { return search_.slack(); }
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
        std::vector<double> worth(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            const double left = 1 - slope(i);
            worth[i] = left > 0 ? rules_.breakdown * deals_.no_deal[i] / left : deals_.no_deal[i];
        }
        return worth;
    }

    [[nodiscard]] detail::one_offer offer_of(std::size_t p, const std::vector<double>& next) const {
        return detail::solve_offer(deals_, rules_.agreement, search_, p, earlier(next), leave_);
    }

private:
    [[nodiscard]] double slope(std::size_t i) const {
        return (1 - rules_.breakdown) * (rules_.discount.empty() ? 1 : rules_.discount[i]);
    }

    const deal_set& deals_;
    const offer_game& rules_;
    detail::offer_search search_;
    std::vector<double> leave_;
};

/// Play that parties take turns at, as it follows from what one of them gets.
class rotation {
public:
    explicit rotation(const endless& at) : at_(at) {}

    /// Once round the table, back to the party itself, if offering is worth so much to everybody.
    [[nodiscard]] stationary_play follow(std::size_t start,
                                         const std::vector<double>& worth) const {
        const std::size_t n = at_.parties();
        stationary_play play;
        play.choices.resize(n);
        play.values.resize(n * n);
        play.thresholds.resize(n * n);
        std::vector<double> next = worth;
        for (std::size_t back = 1; back <= n; ++back) {
            const std::size_t p = (start + n - back) % n;
            const detail::one_offer done = at_.offer_of(p, next);
            play.choices[p] = done.made;
            std::copy(done.worth.begin(), done.worth.end(), row(play.values, p));
            std::copy(done.thresholds.begin(), done.thresholds.end(), row(play.thresholds, p));
            next = done.worth;
        }
        return play;
    }

    /// Follows a guess and keeps it when it comes back to itself.
    [[nodiscard]] std::optional<stationary_play> try_guess(std::size_t start,
                                                           const std::vector<double>& worth) const {
        stationary_play play = follow(start, worth);
        for (std::size_t i = 0; i < at_.parties(); ++i) {
            if (std::abs(play.values[start * at_.parties() + i] - worth[i]) > at_.slack()) {
                return std::nullopt;
            }
        }
        return play;
    }

private:
    [[nodiscard]] std::vector<double>::iterator row(std::vector<double>& of, std::size_t p) const {
        return of.begin() + static_cast<std::ptrdiff_t>(p * at_.parties());
    }

    const endless& at_;
};

/// Whether all that offer before a party wait for it.
[[nodiscard]] bool all_wait_before(const stationary_play& play, std::size_t start) {
    return std::all_of(play.choices.begin(),
                       play.choices.begin() + static_cast<std::ptrdiff_t>(start),
                       [](const choice& c) { return c.kind == proposal::wait && c.next == 1; });
}

/// Every guess of what the first party that does not wait gets.
[[nodiscard]] std::vector<stationary_play> all_of_them(const deal_set& deals, const endless& at,
                                                       const rotation& table) {
    std::vector<stationary_play> found;
    for (std::size_t start = 0; start < deals.parties; ++start) {
        for (std::uint32_t k = 0; k < deals.size(); ++k) {
            auto play = table.try_guess(start, deals.row(k));
            if (play && play->choices[start] == choice{proposal::offer, k, 0} &&
                all_wait_before(*play, start)) {
                found.push_back(std::move(*play));
            }
        }
        auto play = table.try_guess(start, deals.no_deal);
        if (play && play->choices[start].kind != proposal::offer &&
            play->choices[start].next == 0 && all_wait_before(*play, start)) {
            found.push_back(std::move(*play));
        }
    }
    auto play = table.try_guess(0, at.for_ever());
    if (play && all_wait_before(*play, deals.parties)) {
        found.push_back(std::move(*play));
    }
    return found;
}

[[nodiscard]] bool same_play(const stationary_play& a, const stationary_play& b) {
    return a.choices == b.choices;
}

[[nodiscard]] bool same_values(const stationary_play& a, const stationary_play& b, double slack) {
    for (std::size_t k = 0; k < a.values.size(); ++k) {
        if (std::abs(a.values[k] - b.values[k]) > slack) {
            return false;
        }
    }
    return true;
}

/// What play with an ever more distant deadline tends to where a party has the last offer.
/// @param rounds how often everybody offered, added to
[[nodiscard]] std::optional<stationary_play> iterate(const deal_set& deals, const endless& at,
                                                     const rotation& table, std::size_t last_offer,
                                                     std::uint64_t& rounds) {
    constexpr int most = 10'000;
    const std::size_t n = deals.parties;
    const std::size_t start = (last_offer + 1) % n;
    std::vector<double> worth = deals.no_deal;
    std::optional<stationary_play> last;
    for (int k = 0; k < most; ++k) {
        ++rounds;
        stationary_play play = table.follow(start, worth);
        if (last && same_play(*last, play) && same_values(*last, play, at.slack())) {
            last->values = worth_of(play.choices, deals, at.rules());
            return same_values(*last, play, at.slack()) ? std::optional(play) : std::nullopt;
        }
        const auto from = play.values.begin() + static_cast<std::ptrdiff_t>(start * n);
        worth.assign(from, from + static_cast<std::ptrdiff_t>(n));
        last = std::move(play);
    }
    return std::nullopt;
}

/// The place of a play among those found, where it is put if it is not there.
[[nodiscard]] std::size_t place_of(std::vector<stationary_play>& found, stationary_play play) {
    const auto place =
        std::find_if(found.begin(), found.end(), [&](const auto& p) { return same_play(p, play); });
    const auto at = static_cast<std::size_t>(place - found.begin());
    if (place == found.end()) {
        found.push_back(std::move(play));
    }
    return at;
}

/// Play that is the best answer to its own worth, where who offers is drawn.
class drawn_search {
public:
    drawn_search(const deal_set& deals, const offer_game& rules, const endless& at)
        : deals_(deals),
          rules_(rules),
          at_(at) {}

    [[nodiscard]] stationary_play run(std::uint64_t iterations) {
        constexpr std::uint64_t a_start = 50;
        follow(deals_.no_deal, iterations);
        for (const std::uint32_t k : by_product()) {
            if (best_.converged || spent_ + a_start > 2 * iterations) {
                break;
            }
            follow(deals_.row(k), a_start);
        }
        return best_;
    }

private:
    /// What everybody does who is drawn, if to go on is worth so much.
    [[nodiscard]] stationary_play answer(const std::vector<double>& mean) const {
        stationary_play play;
        for (std::size_t p = 0; p < deals_.parties; ++p) {
            const detail::one_offer done = at_.offer_of(p, mean);
            play.choices.push_back(done.made);
            play.values.insert(play.values.end(), done.worth.begin(), done.worth.end());
            play.thresholds.insert(play.thresholds.end(), done.thresholds.begin(),
                                   done.thresholds.end());
        }
        return play;
    }

    [[nodiscard]] std::vector<double> mean_of(const std::vector<double>& values) const {
        std::vector<double> mean(deals_.parties, 0);
        for (std::size_t k = 0; k < values.size(); ++k) {
            mean[k % deals_.parties] += rules_.recognition[k / deals_.parties] * values[k];
        }
        return mean;
    }

    /// Keeps the play that is nearest to its best answer. @return it is its own best answer
    [[nodiscard]] bool try_play(stationary_play play) {
        play.values = worth_of(play.choices, deals_, rules_);
        stationary_play reply = answer(mean_of(play.values));
        play.converged = same_play(reply, play) && same_values(reply, play, at_.slack());
        if (play.converged) {
            play.thresholds = std::move(reply.thresholds);
            best_ = std::move(play);
            return true;
        }
        double gap = 0;
        for (std::size_t k = 0; k < play.values.size(); ++k) {
            gap = std::max(gap, std::abs(reply.values[k] - play.values[k]));
        }
        if (gap < gap_) {
            gap_ = gap;
            best_ = std::move(play);
        }
        return false;
    }

    /// Whole steps first; where they go round in circles, smaller ones.
    void follow(std::vector<double> mean, std::uint64_t most) {
        std::vector<choice> tried;
        for (std::uint64_t k = 0; k < most; ++k, ++spent_) {
            stationary_play play = answer(mean);
            const std::vector<double> fresh = mean_of(play.values);
            if (play.choices != tried) {
                tried = play.choices;
                if (try_play(std::move(play))) {
                    return;
                }
            }
            double change = 0;
            const double step = k < most / 2 ? 1 : 0.5;
            for (std::size_t i = 0; i < mean.size(); ++i) {
                change = std::max(change, std::abs(fresh[i] - mean[i]));
                mean[i] += step * (fresh[i] - mean[i]);
            }
            if (change <= at_.slack()) {
                return;  // it stands still, at what is not its worth
            }
        }
    }

    /// Deals that suit everybody, by the product of gains over no deal.
    [[nodiscard]] std::vector<std::uint32_t> by_product() const {
        std::vector<std::pair<double, std::uint32_t>> gains;
        for (std::uint32_t k = 0; k < deals_.size(); ++k) {
            double product = 1;
            for (std::size_t i = 0; i < deals_.parties; ++i) {
                product *= deals_.refuses(k, i)
                               ? 0
                               : std::max(deals_.utility(k, i) - deals_.no_deal[i], 0.0);
            }
            gains.emplace_back(-product, k);
        }
        std::sort(gains.begin(), gains.end());
        std::vector<std::uint32_t> order;
        for (const auto& entry : gains) {
            order.push_back(entry.second);
        }
        return order;
    }

    const deal_set& deals_;
    const offer_game& rules_;
    const endless& at_;
    stationary_play best_;
    double gap_ = std::numeric_limits<double>::infinity();
    std::uint64_t spent_ = 0;
};

}  // namespace

stationary_set solve_stationary(const deal_set& deals, const offer_game& rules,
                                std::uint64_t limit) {
    const endless at(deals, rules);
    const rotation table(at);
    stationary_set set;
    const auto n = static_cast<double>(deals.parties);
    const auto m = static_cast<double>(deals.size());
    const double look = deals.parties == 2 && deals.refused.empty() ? 64 : m * n;
    if (m * n * n * look <= static_cast<double>(limit)) {
        set.found = all_of_them(deals, at, table);
        std::stable_sort(set.found.begin(), set.found.end(),
                         [](const auto& a, const auto& b) { return a.values[0] > b.values[0]; });
        set.count = set.found.size();
    }
    std::uint64_t rounds = 0;
    for (std::size_t last = 0; last < deals.parties; ++last) {
        auto reached = iterate(deals, at, table, last, rounds);
        set.reached.push_back(reached ? std::optional(place_of(set.found, std::move(*reached)))
                                      : std::nullopt);
    }
    set.iterations = rounds * deals.parties;
    return set;
}

stationary_play solve_drawn(const deal_set& deals, const offer_game& rules,
                            std::uint64_t iterations) {
    if (rules.recognition.empty()) {
        throw std::invalid_argument("stationary: expected probabilities of recognition; got none");
    }
    const endless at(deals, rules);
    return drawn_search(deals, rules, at).run(iterations);
}

}  // namespace negotiation::talks::equilibrium
