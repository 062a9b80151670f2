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

/// From utilities times lambda to natural logarithms of probabilities.
void to_log_chances(std::vector<double>& scores) {
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const double s : scores) {
        sum += std::exp(s - most);
    }
    const double whole = most + std::log(sum);
    for (double& s : scores) {
        s -= whole;
    }
}

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
          lambda_(lambda) {}

    [[nodiscard]] noisy_play play() {
        noisy_play made;
        made.parties = n();
        std::vector<double> failed(n());
        for (std::size_t i = 0; i < n(); ++i) {
            failed[i] = time_.deadline(i);
        }
        std::vector<std::pair<double, double>> ends;  // agreed and left, by offer from the last on
        for (std::int64_t offer = rules_.offers - 1; offer >= 0; --offer) {
            std::vector<double> next(n(), 0);
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
            for (std::size_t i = 0; i < n(); ++i) {
                failed[i] = offer > 0 ? time_.back(offer - 1, i, next[i]) : next[i];
            }
        }
        made.start = failed;
        std::reverse(ends.begin(), ends.end());
        count_endings(ends, made);
        made.residual = residual_;
        return made;
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return deals_.parties; }

    /// How those behind the proposer answer, the last one first.
    [[nodiscard]] reception answer(std::int64_t offer, std::size_t p, std::size_t k,
                                   const std::vector<double>& failed) const {
        reception got{deals_.row(k), 1, 0};
        for (std::size_t back = 1; back < n(); ++back) {
            const std::size_t j = (p + n() - back) % n();
            // Accept, refuse, leave.
            std::vector<double> scores{lambda_ * got.worth[j], lambda_ * failed[j]};
            if (rules_.may_walk_away) {
                scores.push_back(lambda_ * time_.no_deal(offer, j));
            }
            if (deals_.refuses(k, j)) {
                scores[0] = -std::numeric_limits<double>::infinity();
            }
            to_log_chances(scores);
            const double yes = std::exp(scores[0]);
            const double no = std::exp(scores[1]);
            const double leaves = rules_.may_walk_away ? std::exp(scores[2]) : 0;
            for (std::size_t i = 0; i < n(); ++i) {
                got.worth[i] = yes * got.worth[i] + no * failed[i] +
                               (leaves > 0 ? leaves * time_.no_deal(offer, i) : 0);
            }
            got.accepted *= yes;
            got.left = leaves + yes * got.left;
        }
        return got;
    }

    /// @param next  what the offer is worth, added to
    /// @param ends  probabilities that it ends the talks, added to
    /// @param first where the first offer is written down
    void propose(std::int64_t offer, std::size_t p, const std::vector<double>& failed,
                 double chance, std::vector<double>& next, std::pair<double, double>& ends,
                 noisy_play* first) {
        std::vector<reception> got;
        std::vector<double> scores;
        for (std::size_t k = 0; k < deals_.size(); ++k) {
            got.push_back(answer(offer, p, k, failed));
            scores.push_back(deals_.refuses(k, p) ? -std::numeric_limits<double>::infinity()
                                                  : lambda_ * got.back().worth[p]);
        }
        if (rules_.may_walk_away) {
            scores.push_back(lambda_ * time_.no_deal(offer, p));
        }
        if (*std::max_element(scores.begin(), scores.end()) < -std::numeric_limits<double>::max()) {
            for (std::size_t i = 0; i < n(); ++i) {
                next[i] += chance * failed[i];  // nothing that it could say
            }
            return;
        }
        to_log_chances(scores);
        double all = 0;
        for (std::size_t k = 0; k < scores.size(); ++k) {
            const double picks = std::exp(scores[k]);
            all += picks;
            const bool leaves = k == deals_.size();
            for (std::size_t i = 0; i < n(); ++i) {
                const double worth = leaves ? time_.no_deal(offer, i) : got[k].worth[i];
                next[i] += picks > 0 ? chance * picks * worth : 0;
            }
            ends.first += leaves ? 0 : chance * picks * got[k].accepted;
            ends.second += chance * picks * (leaves ? 1 : got[k].left);
        }
        residual_ = std::max(residual_, std::abs(all - 1));
        if (first != nullptr && p == 0) {
            first->walks_away = rules_.may_walk_away ? std::exp(scores.back()) : 0;
            scores.resize(deals_.size());
            first->log_chances = std::move(scores);
            for (const reception& one : got) {
                first->acceptance.push_back(one.accepted);
            }
        }
    }

    void count_endings(const std::vector<std::pair<double, double>>& ends, noisy_play& into) const {
        double reached = 1;
        for (std::size_t k = 0; k < ends.size(); ++k) {
            into.agreed_by.push_back(reached * ends[k].first);
            into.agreement += into.agreed_by.back();
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

}  // namespace negotiation::talks::equilibrium
