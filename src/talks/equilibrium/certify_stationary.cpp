#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/stationary.hpp>

namespace negotiation::talks::equilibrium {

namespace {

/// Follows play that never changes to where it leads.
class follower {
public:
    follower(const std::vector<choice>& choices, const deal_set& deals, const offer_game& rules)
        : choices_(choices),
          deals_(deals),
          rules_(rules) {}

    [[nodiscard]] std::vector<double> worth() const {
        std::vector<double> all;
        const std::vector<double> mean = rules_.recognition.empty() ? deals_.no_deal : drawn();
        for (std::size_t p = 0; p < n(); ++p) {
            std::vector<double> one = rules_.recognition.empty() ? in_turn(p) : ends(p);
            for (std::size_t i = 0; i < n() && one.empty(); ++i) {
                all.push_back(later(i, mean[i]));
            }
            all.insert(all.end(), one.begin(), one.end());
        }
        return all;
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return deals_.parties; }
    [[nodiscard]] double slope(std::size_t i) const {
        return (1 - rules_.breakdown) * (rules_.discount.empty() ? 1 : rules_.discount[i]);
    }
    [[nodiscard]] double later(std::size_t i, double next) const {
        return slope(i) * next + rules_.breakdown * deals_.no_deal[i];
    }

    /// How a party's offer ends the talks. @return nothing where they go on
    [[nodiscard]] std::vector<double> ends(std::size_t p) const {
        const choice& made = choices_[p];
        if (made.kind == proposal::wait && made.next != 0) {
            return {};
        }
        return made.kind == proposal::offer ? deals_.row(made.deal) : deals_.no_deal;
    }

    [[nodiscard]] double for_ever(std::size_t i) const {
        const double lost = 1 - slope(i);
        return lost > 0 ? rules_.breakdown * deals_.no_deal[i] / lost : deals_.no_deal[i];
    }

    /// Before anybody is drawn.
    [[nodiscard]] std::vector<double> drawn() const {
        std::vector<double> mean(n(), 0);
        double ended = 0;
        double waits = 0;
        for (std::size_t p = 0; p < n(); ++p) {
            const std::vector<double> end = ends(p);
            (end.empty() ? waits : ended) += rules_.recognition[p];
            for (std::size_t i = 0; i < end.size(); ++i) {
                mean[i] += rules_.recognition[p] * end[i];
            }
        }
        for (std::size_t i = 0; i < n(); ++i) {
            // 1 - waits * slope, without what cancels.
            mean[i] = ended > 0 ? (mean[i] + waits * rules_.breakdown * deals_.no_deal[i]) /
                                      (ended + waits * (1 - slope(i)))
                                : for_ever(i);
        }
        return mean;
    }

    [[nodiscard]] std::vector<double> in_turn(std::size_t p) const {
        for (std::size_t waits = 0; waits < n(); ++waits) {
            std::vector<double> worth = ends((p + waits) % n());
            for (std::size_t k = 0; k < waits && !worth.empty(); ++k) {
                for (std::size_t i = 0; i < n(); ++i) {
                    worth[i] = later(i, worth[i]);
                }
            }
            if (!worth.empty()) {
                return worth;
            }
        }
        std::vector<double> worth(n());
        for (std::size_t i = 0; i < n(); ++i) {
            worth[i] = for_ever(i);
        }
        return worth;
    }

    const std::vector<choice>& choices_;
    const deal_set& deals_;
    const offer_game& rules_;
};

/// Tries every move at every state of play that never changes.
class stationary_examiner {
public:
    stationary_examiner(const stationary_play& of, const deal_set& solved, const deal_set& all,
                        const offer_game& rules)
        : of_(of),
          solved_(solved),
          all_(all),
          rules_(rules),
          slack_(std::max(solved.rounding(), all.rounding())),
          choices_(of.choices) {
        for (std::size_t p = 0; p < n(); ++p) {
            if (choices_[p].kind == proposal::offer && !passes(solved, choices_[p].deal, p)) {
                choices_[p] = {proposal::wait, 0, 1};
            }
        }
        worth_ = worth_of(choices_, solved, rules);
    }

    void examine(std::size_t p, certificate& into) const {
        for (std::size_t i = 0; i < n(); ++i) {
            into.residual =
                std::max(into.residual, std::abs(worth(p, i) - of_.values[p * n() + i]));
        }
        const std::vector<double> on = going_on(p);
        const bool left = somebody_leaves(p, on);
        const std::vector<double>& failed = left ? solved_.no_deal : on;
        const choice& made = choices_[p];
        if (made.kind == proposal::wait && (made.next == 0) != left) {
            into.regret = std::max(into.regret, wrong_leave(p, on, made.next == 0));
        }
        double most = std::max(failed[p], rules_.may_walk_away ? solved_.no_deal[p] : failed[p]);
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (!all_.refuses(k, p)) {
                most = std::max(most, offered(p, k, failed, into.regret));
            }
        }
        into.regret = std::max(into.regret, most - worth(p, p));
    }

    /// What straying for ever may bring for a gain made once.
    void bound(certificate& into) const {
        double kept = 0;
        for (std::size_t i = 0; i < n(); ++i) {
            kept = std::max(kept, rules_.discount.empty() ? 1 : rules_.discount[i]);
        }
        kept *= 1 - rules_.breakdown;
        if (kept < 1) {
            into.bound = std::max(into.regret, 0.0) / (1 - kept);
        }
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return solved_.parties; }
    [[nodiscard]] double worth(std::size_t p, std::size_t i) const { return worth_[p * n() + i]; }

    /// What somebody has when an offer has failed and nobody leaves.
    [[nodiscard]] std::vector<double> going_on(std::size_t p) const {
        std::vector<double> on(n());
        for (std::size_t i = 0; i < n(); ++i) {
            double next = rules_.recognition.empty() ? worth((p + 1) % n(), i) : 0;
            for (std::size_t q = 0; q < rules_.recognition.size(); ++q) {
                next += rules_.recognition[q] * worth(q, i);
            }
            const double kept = rules_.discount.empty() ? 1 : rules_.discount[i];
            on[i] = (1 - rules_.breakdown) * kept * next + rules_.breakdown * solved_.no_deal[i];
        }
        return on;
    }

    [[nodiscard]] bool somebody_leaves(std::size_t p, const std::vector<double>& on) const {
        for (std::size_t j = 0; j < n() && rules_.may_walk_away; ++j) {
            if (j != p && solved_.no_deal[j] > on[j] + slack_) {
                return true;
            }
        }
        return false;
    }

    /// What whoever leaves, or should, could gain by the opposite: at best, if one leaves without
    /// need; the most of those who should.
    [[nodiscard]] double wrong_leave(std::size_t p, const std::vector<double>& on,
                                     bool leaves) const {
        double least = std::numeric_limits<double>::infinity();
        double most = 0;
        for (std::size_t j = 0; j < n(); ++j) {
            if (j != p) {
                least = std::min(least, on[j] - solved_.no_deal[j]);
                most = std::max(most, solved_.no_deal[j] - on[j]);
            }
        }
        return leaves ? (n() > 1 ? std::max(least, 0.0) : 0) : most;
    }

    [[nodiscard]] acceptances votes(const deal_set& over, std::size_t k, std::size_t p) const {
        acceptances yes;
        for (std::size_t j = 0; j < n(); ++j) {
            const double least = of_.thresholds[p * n() + j];
            yes[j] = j == p || (!over.refuses(k, j) && over.utility(k, j) >= least - slack_);
        }
        return yes;
    }

    [[nodiscard]] bool passes(const deal_set& over, std::size_t k, std::size_t p) const {
        return carries(rules_.agreement, votes(over, k, p), n());
    }

    /// What an offer brings whoever makes it, everybody answering as they do.
    /// @param wrong the most that one of those who vote could gain by voting otherwise, raised
    [[nodiscard]] double offered(std::size_t p, std::size_t k, const std::vector<double>& failed,
                                 double& wrong) const {
        const acceptances yes = votes(all_, k, p);
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
    std::vector<choice> choices_;  ///< with an offer that is turned down told as a wait
    std::vector<double> worth_;    ///< exact
};

}  // namespace

std::vector<double> worth_of(const std::vector<choice>& choices, const deal_set& deals,
                             const offer_game& rules) {
    check_game(rules, deals.parties);
    if (choices.size() != deals.parties) {
        throw std::invalid_argument(
            fmt::format("stationary: expected a choice for each of {} parties; got {}",
                        deals.parties, choices.size()));
    }
    return follower(choices, deals, rules).worth();
}

certificate certify(const stationary_play& of, const deal_set& solved, const deal_set& all,
                    const offer_game& rules) {
    const stationary_examiner at(of, solved, all, rules);
    certificate found;
    for (std::size_t p = 0; p < solved.parties; ++p) {
        at.examine(p, found);
    }
    at.bound(found);
    found.converged = of.converged;
    found.states = solved.parties;
    found.deals = all.size();
    return found;
}

}  // namespace negotiation::talks::equilibrium
