#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <negotiation/talks/equilibrium/stationary.hpp>

namespace negotiation::talks::equilibrium {

namespace {

/// Tries every move at every state of play that never changes.
class stationary_examiner {
public:
    stationary_examiner(const stationary_play& of, const deal_set& solved, const deal_set& all,
                        const offer_game& rules)
        : of_(of),
          solved_(solved),
          all_(all),
          rules_(rules),
          slack_(std::max(solved.rounding(), all.rounding())) {}

    void examine(std::size_t p, certificate& into) const {
        const std::vector<double> failed = after_refusal(p);
        const std::vector<double> led = led_to(p, failed);
        for (std::size_t i = 0; i < n(); ++i) {
            into.residual = std::max(into.residual, std::abs(led[i] - value(p, i)));
        }
        double most = std::max(failed[p], rules_.may_walk_away ? solved_.no_deal[p] : failed[p]);
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (!all_.refuses(k, p)) {
                most = std::max(most, offered(p, k, failed, into.regret));
            }
        }
        into.regret = std::max(into.regret, most - led[p]);
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return solved_.parties; }
    [[nodiscard]] double value(std::size_t p, std::size_t i) const {
        return of_.values[p * n() + i];
    }

    /// What somebody has when an offer has failed: the next begins, unless somebody leaves.
    [[nodiscard]] std::vector<double> after_refusal(std::size_t p) const {
        std::vector<double> worth(n());
        bool somebody_leaves = false;
        for (std::size_t i = 0; i < n(); ++i) {
            double next = rules_.recognition.empty() ? value((p + 1) % n(), i) : 0;
            for (std::size_t q = 0; q < rules_.recognition.size(); ++q) {
                next += rules_.recognition[q] * value(q, i);
            }
            const double kept = rules_.discount.empty() ? 1 : rules_.discount[i];
            worth[i] = (1 - rules_.breakdown) * kept * next + rules_.breakdown * solved_.no_deal[i];
            somebody_leaves = somebody_leaves || (i != p && rules_.may_walk_away &&
                                                  solved_.no_deal[i] > worth[i] + slack_);
        }
        return somebody_leaves ? solved_.no_deal : worth;
    }

    [[nodiscard]] std::vector<double> led_to(std::size_t p,
                                             const std::vector<double>& failed) const {
        const choice& made = of_.choices[p];
        return made.kind == proposal::offer       ? solved_.row(made.deal)
               : made.kind == proposal::walk_away ? solved_.no_deal
                                                  : failed;
    }

    /// What an offer brings whoever makes it, everybody answering as they do.
    /// @param wrong the most that one of those who vote could gain by voting otherwise, raised
    [[nodiscard]] double offered(std::size_t p, std::size_t k, const std::vector<double>& failed,
                                 double& wrong) const {
        acceptances yes;
        for (std::size_t j = 0; j < n(); ++j) {
            const double least = of_.thresholds[p * n() + j];
            yes[j] = j == p || (!all_.refuses(k, j) && all_.utility(k, j) >= least - slack_);
        }
        const bool passed = carries(rules_.agreement, yes, n());
        for (std::size_t j = 0; j < n(); ++j) {
            acceptances other = yes;
            other.flip(j);
            if (j != p && !all_.refuses(k, j) && carries(rules_.agreement, other, n()) != passed) {
                const double gain = all_.utility(k, j) - failed[j];
                wrong = std::max(wrong, passed ? -gain : gain);
            }
        }
        return passed ? all_.utility(k, p) : failed[p];
    }

    const stationary_play& of_;
    const deal_set& solved_;
    const deal_set& all_;
    const offer_game& rules_;
    double slack_;
};

}  // namespace

certificate certify(const stationary_play& of, const deal_set& solved, const deal_set& all,
                    const offer_game& rules) {
    const stationary_examiner at(of, solved, all, rules);
    certificate found;
    for (std::size_t p = 0; p < solved.parties; ++p) {
        at.examine(p, found);
    }
    found.converged = of.converged;
    found.states = solved.parties;
    found.deals = all.size();
    return found;
}

}  // namespace negotiation::talks::equilibrium
