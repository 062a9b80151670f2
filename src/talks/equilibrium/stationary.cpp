#include <algorithm>
#include <cmath>
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

    /// The most that somebody could gain by one other move, play going on as it does.
    [[nodiscard]] certificate examine(const stationary_play& play,
                                      const std::vector<std::vector<double>>& next) const {
        certificate proof;
        proof.states = parties();
        proof.deals = deals_.size();
        for (std::size_t p = 0; p < parties(); ++p) {
            std::vector<double> failed = earlier(next[p]);
            bool leaves = false;
            for (std::size_t j = 0; j < leave_.size(); ++j) {
                leaves = leaves || (j != p && leave_[j] > failed[j] + slack());
            }
            failed = leaves ? leave_ : failed;
            const choice& made = play.choices[p];
            const std::vector<double> led = made.kind == proposal::offer ? deals_.row(made.deal)
                                            : made.kind == proposal::walk_away ? leave_
                                                                               : failed;
            for (std::size_t i = 0; i < parties(); ++i) {
                proof.residual =
                    std::max(proof.residual, std::abs(led[i] - play.values[p * parties() + i]));
            }
            double best = leave_.empty() ? failed[p] : std::max(failed[p], leave_[p]);
            for (std::uint32_t k = 0; k < deals_.size(); ++k) {
                if (!deals_.refuses(k, p) &&
                    detail::is_carried(deals_, rules_.agreement, k, p, failed, slack())) {
                    best = std::max(best, deals_.utility(k, p));
                }
            }
            proof.regret = std::max(proof.regret, best - play.values[p * parties() + p]);
        }
        return proof;
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

    void prove(stationary_play& play) const {
        std::vector<std::vector<double>> next;
        const std::size_t n = at_.parties();
        for (std::size_t p = 0; p < n; ++p) {
            const auto from = row(play.values, (p + 1) % n);
            next.emplace_back(from, from + static_cast<std::ptrdiff_t>(n));
        }
        play.proof = at_.examine(play, next);
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

/// What play with an ever more distant deadline tends to.
[[nodiscard]] std::optional<stationary_play> iterate(const deal_set& deals, const rotation& table,
                                                     std::uint64_t& rounds) {
    constexpr std::uint64_t most = 10'000;
    std::vector<double> worth = deals.no_deal;
    std::optional<stationary_play> last;
    for (rounds = 1; rounds <= most; ++rounds) {
        stationary_play play = table.follow(0, worth);
        if (last && same_play(*last, play) && last->values == play.values) {
            return play;
        }
        worth.assign(play.values.begin(),
                     play.values.begin() + static_cast<std::ptrdiff_t>(deals.parties));
        last = std::move(play);
    }
    return std::nullopt;
}

}  // namespace

stationary_set solve_stationary(const deal_set& deals, const offer_game& rules,
                                std::uint64_t limit) {
    const endless at(deals, rules);
    const rotation table(at);
    stationary_set set;
    std::uint64_t rounds = 0;
    auto reached = iterate(deals, table, rounds);
    set.iterations = rounds * deals.parties;
    const auto n = static_cast<double>(deals.parties);
    const auto m = static_cast<double>(deals.size());
    const double look = deals.parties == 2 && deals.refused.empty() ? 64 : m * n;
    if (m * n * n * look <= static_cast<double>(limit)) {
        set.found = all_of_them(deals, at, table);
        set.count = set.found.size();
        if (set.found.size() > maximum_reported) {
            // The first and the last are the ends of what is possible.
            set.found[maximum_reported - 1] = set.found.back();
            set.found.resize(maximum_reported);
        }
    }
    if (reached) {
        const auto place = std::find_if(set.found.begin(), set.found.end(),
                                        [&](const auto& p) { return same_play(p, *reached); });
        set.reached = static_cast<std::size_t>(place - set.found.begin());
        if (place == set.found.end()) {
            set.found.push_back(std::move(*reached));
        }
    }
    for (stationary_play& play : set.found) {
        table.prove(play);
    }
    return set;
}

stationary_play solve_drawn(const deal_set& deals, const offer_game& rules,
                            std::uint64_t iterations) {
    const endless at(deals, rules);
    const std::size_t n = deals.parties;
    if (rules.recognition.empty()) {
        throw std::invalid_argument("stationary: expected probabilities of recognition; got none");
    }
    stationary_play play;
    std::vector<double> mean = deals.no_deal;
    double change = 0;
    for (std::uint64_t k = 0; k < iterations; ++k) {
        play = {};
        std::vector<double> fresh(n, 0);
        for (std::size_t p = 0; p < n; ++p) {
            const detail::one_offer done = at.offer_of(p, mean);
            play.choices.push_back(done.made);
            play.values.insert(play.values.end(), done.worth.begin(), done.worth.end());
            play.thresholds.insert(play.thresholds.end(), done.thresholds.begin(),
                                   done.thresholds.end());
            for (std::size_t i = 0; i < n; ++i) {
                fresh[i] += rules.recognition[p] * done.worth[i];
            }
        }
        change = 0;
        // Whole steps first; where they go round in circles, smaller ones.
        const double step = k < iterations / 2 ? 1 : 0.5;
        for (std::size_t i = 0; i < n; ++i) {
            change = std::max(change, std::abs(fresh[i] - mean[i]));
            mean[i] += step * (fresh[i] - mean[i]);
        }
        if (change <= at.slack()) {
            break;
        }
    }
    play.proof = at.examine(play, std::vector<std::vector<double>>(n, mean));
    play.proof.residual = std::max(play.proof.residual, change);
    play.proof.converged = change <= at.slack();
    return play;
}

}  // namespace negotiation::talks::equilibrium
