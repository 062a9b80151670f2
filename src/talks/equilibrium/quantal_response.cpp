#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/quantal_response.hpp>

#include "talks/equilibrium/periods.hpp"

namespace negotiation::talks::equilibrium {

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
constexpr double sums_to_one = 1e-9;  ///< rounding of chances of as many moves as there may be

/// From what moves are worth to whoever moves to natural logarithms of their probabilities. Only
/// how far a move is from the best one counts, so that no lambda is too great; what falls short of
/// it by no more than rounding is as likely.
void to_log_chances(std::vector<double>& worth, double lambda, double slack) {
    const double best = *std::max_element(worth.begin(), worth.end());
    double sum = 0;
    for (double& w : worth) {
        const double short_by = best - w <= slack ? 0 : best - w;
        w = w == impossible ? impossible : -lambda * short_by;
        sum += std::exp(w);
    }
    const double whole = std::log(sum);
    for (double& w : worth) {
        w -= whole;
    }
}

/// A mean that never leaves the range of what it is taken over.
class mean_worth {
public:
    explicit mean_worth(std::size_t parties)
        : sums_(parties, 0),
          low_(parties, std::numeric_limits<double>::infinity()),
          high_(parties, impossible) {}

    void add(double weight, const std::vector<double>& worth) {
        if (!(weight > 0)) {
            return;
        }
        weights_ += weight;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            sums_[i] += weight * worth[i];
            low_[i] = std::min(low_[i], worth[i]);
            high_[i] = std::max(high_[i], worth[i]);
        }
    }

    [[nodiscard]] std::vector<double> value() const {
        std::vector<double> mean(sums_.size());
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            mean[i] = std::clamp(sums_[i] / weights_, low_[i], high_[i]);
        }
        return mean;
    }

private:
    std::vector<double> sums_;
    std::vector<double> low_;
    std::vector<double> high_;
    double weights_ = 0;
};

/// What an offer comes to: values, and how likely it is to be accepted, or somebody to leave.
struct reception {
    std::vector<double> worth;
    double accepted = 1;
    double left = 0;
};

/// One pass from the deadline back.
class noisy_game {
public:
    noisy_game(const deal_set& deals, const offer_game& rules, double lambda)
        : deals_(deals),
          rules_(rules),
          time_(rules, deals.no_deal),
          lambda_(lambda),
          slack_(deals.roundings()) {}

    [[nodiscard]] noisy_play play() {
        noisy_play made;
        made.parties = n();
        std::vector<double> failed(n());
        for (std::size_t i = 0; i < n(); ++i) {
            failed[i] = time_.deadline(i);
        }
        std::vector<std::pair<double, double>> ends;  // agreed and left, by offer from the last on
        for (std::int64_t offer = rules_.offers - 1; offer >= 0; --offer) {
            mean_worth next(n());
            std::pair<double, double> end{0, 0};
            for (std::size_t p = n(); p-- > 0;) {
                const bool drawn = !rules_.recognition.empty();
                const double chance =
                    drawn ? rules_.recognition[p]
                          : (static_cast<std::size_t>(offer) % n() == p ? 1.0 : 0.0);
                if (chance > 0 || (drawn && p == 0)) {
                    propose(offer, p, failed, chance, next, end, offer == 0 ? &made : nullptr);
                }
            }
            ends.push_back(end);
            failed = next.value();
            for (std::size_t i = 0; offer > 0 && i < n(); ++i) {
                failed[i] = time_.back(offer - 1, i, failed[i]);
            }
        }
        made.start = failed;
        std::reverse(ends.begin(), ends.end());
        count_endings(ends, made);
        made.residual = residual_;
        made.converged = residual_ <= sums_to_one;
        return made;
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return deals_.parties; }

    /// What no deal is worth at an offer.
    [[nodiscard]] std::vector<double> leaving(std::int64_t offer) const {
        std::vector<double> worth(n());
        for (std::size_t i = 0; i < n(); ++i) {
            worth[i] = time_.no_deal(offer, i);
        }
        return worth;
    }

    /// How those behind the proposer answer, the last one first.
    [[nodiscard]] reception answer(std::size_t p, std::size_t k, const std::vector<double>& failed,
                                   const std::vector<double>& no_deal) const {
        reception got{deals_.row(k), 1, 0};
        for (std::size_t back = 1; back < n(); ++back) {
            const std::size_t j = (p + n() - back) % n();
            // Accept, refuse, leave.
            std::vector<double> scores{deals_.refuses(k, j) ? impossible : got.worth[j], failed[j],
                                       rules_.may_walk_away ? no_deal[j] : impossible};
            to_log_chances(scores, lambda_, slack_[j]);
            const double yes = std::exp(scores[0]);
            const double leaves = std::exp(scores[2]);
            mean_worth worth(n());
            worth.add(yes, got.worth);
            worth.add(std::exp(scores[1]), failed);
            worth.add(leaves, no_deal);
            got.worth = worth.value();
            got.accepted *= yes;
            got.left = leaves + yes * got.left;
        }
        return got;
    }

    /// @param next  what the offer is worth, added to
    /// @param ends  probabilities that it ends the talks, added to
    /// @param first where the first offer is written down
    void propose(std::int64_t offer, std::size_t p, const std::vector<double>& failed,
                 double chance, mean_worth& next, std::pair<double, double>& ends,
                 noisy_play* first) {
        const std::vector<double> no_deal = leaving(offer);
        std::vector<reception> got;
        std::vector<double> scores;
        for (std::size_t k = 0; k < deals_.size(); ++k) {
            got.push_back(answer(p, k, failed, no_deal));
            scores.push_back(deals_.refuses(k, p) ? impossible : got.back().worth[p]);
        }
        if (rules_.may_walk_away) {
            scores.push_back(no_deal[p]);
        }
        if (*std::max_element(scores.begin(), scores.end()) == impossible) {
            next.add(chance, failed);  // nothing that it could say
            return;
        }
        to_log_chances(scores, lambda_, slack_[p]);
        mean_worth worth(n());
        double all = 0;
        for (std::size_t k = 0; k < scores.size(); ++k) {
            const double picks = std::exp(scores[k]);
            all += picks;
            const bool leaves = k == deals_.size();
            worth.add(picks, leaves ? no_deal : got[k].worth);
            ends.first += leaves ? 0 : chance * picks * got[k].accepted;
            ends.second += chance * picks * (leaves ? 1 : got[k].left);
        }
        next.add(chance, worth.value());
        residual_ = std::max(residual_, std::abs(all - 1));
        if (first != nullptr && p == 0) {
            write_first(scores, got, *first);
        }
    }

    void write_first(std::vector<double>& scores, const std::vector<reception>& got,
                     noisy_play& into) const {
        into.walks_away = rules_.may_walk_away ? std::exp(scores.back()) : 0;
        scores.resize(deals_.size());
        into.log_chances = std::move(scores);
        for (const reception& one : got) {
            into.acceptance.push_back(std::min(one.accepted, 1.0));
        }
    }

    void count_endings(const std::vector<std::pair<double, double>>& ends, noisy_play& into) const {
        double reached = 1;
        for (std::size_t k = 0; k < ends.size(); ++k) {
            into.agreed_by.push_back(std::min(reached * ends[k].first, 1 - into.agreement));
            into.agreement = std::min(into.agreement + into.agreed_by.back(), 1.0);
            reached *= std::max(1 - ends[k].first - ends[k].second, 0.0);
            if (time_.ends_after(static_cast<std::int64_t>(k))) {
                reached *= 1 - rules_.breakdown;
            }
        }
    }

    const deal_set& deals_;
    const offer_game& rules_;
    detail::periods time_;
    double lambda_;
    std::vector<double> slack_;
    double residual_ = 0;
};

}  // namespace

noisy_play quantal_response(const deal_set& deals, const offer_game& rules, double lambda) {
    check_game(rules, deals.parties);
    if (rules.form != answering::at_once || !is_unanimity(rules.agreement)) {
        throw std::invalid_argument(
            "quantal response: offers must be answered at once and by all; got answers in turn or "
            "another rule than unanimity");
    }
    if (!(lambda >= 0) || !std::isfinite(lambda) || deals.size() == 0) {
        throw std::invalid_argument(
            fmt::format("quantal response: lambda must be a number of 0 or more and there must be "
                        "deals; got {} and {} deals",
                        lambda, deals.size()));
    }
    return noisy_game(deals, rules, lambda).play();
}

likely_offer likeliest_offer(const noisy_play& of) {
    likely_offer found;
    const double most = of.log_chances.empty()
                            ? impossible
                            : *std::max_element(of.log_chances.begin(), of.log_chances.end());
    for (std::size_t k = 0; most != impossible && k < of.log_chances.size(); ++k) {
        if (most - of.log_chances[k] > as_likely) {
            continue;
        }
        if (!found.deal || of.acceptance[k] > of.acceptance[*found.deal]) {
            found.deal = static_cast<std::uint32_t>(k);
        }
        ++found.as_likely;
    }
    found.chance = std::min(std::exp(most), 1.0);
    return found;
}

}  // namespace negotiation::talks::equilibrium
