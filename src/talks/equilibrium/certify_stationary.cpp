#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/stationary.hpp>

#include "talks/equilibrium/roundings.hpp"
#include "talks/equilibrium/worst_gain.hpp"

namespace negotiation::talks::equilibrium {

namespace {

/// Follows play that never changes to where it leads.
class follower {
public:
    follower(const std::vector<choice>& choices, const deal_set& deals, const offer_game& rules)
        : choices_(choices),
          deals_(deals),
          rules_(rules),
          for_ever_(worth_for_ever(deals.no_deal, rules)) {}

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
                                : for_ever_[i];
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
        return for_ever_;
    }

    const std::vector<choice>& choices_;
    const deal_set& deals_;
    const offer_game& rules_;
    std::vector<double> for_ever_;
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
          slack_(detail::widest_roundings(solved, all)),
          choices_(of.choices) {
        for (std::size_t p = 0; p < n(); ++p) {
            if (choices_[p].kind == proposal::offer && !passes(solved, choices_[p].deal, p)) {
                choices_[p] = {proposal::wait, 0, 1};
            }
        }
        worth_ = worth_of(choices_, solved, rules);
    }

    /// What may be gained at a state, and how far its values are off, noted.
    void examine(std::size_t p, detail::worst_gain& gain, detail::worst_gain& error) const {
        for (std::size_t i = 0; i < n(); ++i) {
            error.note(std::abs(worth(p, i) - of_.values[p * n() + i]), slack_[i]);
        }
        const std::vector<double> on = going_on(p);
        const bool left = somebody_leaves(p, on);
        const std::vector<double>& failed = left ? solved_.no_deal : on;
        const choice& made = choices_[p];
        if (made.kind == proposal::wait && (made.next == 0) != left) {
            note_wrong_leave(p, on, made.next == 0, gain);
        }
        double most = std::max(failed[p], rules_.may_walk_away ? solved_.no_deal[p] : failed[p]);
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (!all_.refuses(k, p)) {
                most = std::max(most, offered(p, k, failed, gain));
            }
        }
        gain.note(most - worth(p, p), slack_[p]);
    }

    /// What straying for ever may bring for a gain made once, and never more than there is.
    void bound(certificate& into) const {
        double kept = 0;
        for (std::size_t i = 0; i < n(); ++i) {
            kept = std::max(kept, rules_.discount.empty() ? 1 : rules_.discount[i]);
        }
        kept *= 1 - rules_.breakdown;
        if (kept < 1) {
            into.bound = std::min(std::max(into.regret, 0.0) / (1 - kept), widest_range());
        }
    }

private:
    /// Between the worst and the best that some party may end with, by any play: a deal, no deal,
    /// or some of it after a while.
    [[nodiscard]] double widest_range() const {
        double widest = 0;
        for (std::size_t i = 0; i < n(); ++i) {
            const bool wanes = !rules_.discount.empty() && rules_.discount[i] < 1;
            double low = wanes ? std::min(solved_.no_deal[i], 0.0) : solved_.no_deal[i];
            double high = wanes ? std::max(solved_.no_deal[i], 0.0) : solved_.no_deal[i];
            for (const deal_set* deals : {&solved_, &all_}) {
                for (std::size_t k = 0; k < deals->size(); ++k) {
                    low = std::min(low, deals->utility(k, i));
                    high = std::max(high, deals->utility(k, i));
                }
            }
            widest = std::max(widest, high - low);
        }
        return widest;
    }

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
            if (j != p && solved_.no_deal[j] > on[j] + slack_[j]) {
                return true;
            }
        }
        return false;
    }

    /// What whoever leaves, or should, could gain by the opposite: if somebody leaves, the least of
    /// those who may have; else the most of those who should.
    void note_wrong_leave(std::size_t p, const std::vector<double>& on, bool leaves,
                          detail::worst_gain& gain) const {
        detail::worst_gain least{std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::infinity()};
        for (std::size_t j = 0; j < n(); ++j) {
            const double by_staying = on[j] - solved_.no_deal[j];
            if (j != p && leaves && by_staying / slack_[j] < least.relative) {
                least = {by_staying, by_staying / slack_[j]};
            } else if (j != p && !leaves) {
                gain.note(-by_staying, slack_[j]);
            }
        }
        if (leaves && n() > 1) {
            gain.most = std::max(gain.most, least.most);
            gain.relative = std::max(gain.relative, least.relative);
        }
    }

    [[nodiscard]] acceptances votes(const deal_set& over, std::size_t k, std::size_t p) const {
        acceptances yes;
        for (std::size_t j = 0; j < n(); ++j) {
            const double least = of_.thresholds[p * n() + j];
            yes[j] = j == p || (!over.refuses(k, j) && over.utility(k, j) >= least - slack_[j]);
        }
        return yes;
    }

    [[nodiscard]] bool passes(const deal_set& over, std::size_t k, std::size_t p) const {
        return carries(rules_.agreement, votes(over, k, p), n());
    }

    /// What an offer brings whoever makes it, everybody answering as they do.
    /// @param wrong the most that one of those who vote would gain if what it votes for did not
    /// come about, raised: whether or not its vote decides
    [[nodiscard]] double offered(std::size_t p, std::size_t k, const std::vector<double>& failed,
                                 detail::worst_gain& wrong) const {
        const acceptances yes = votes(all_, k, p);
        const bool passed = carries(rules_.agreement, yes, n());
        for (std::size_t j = 0; j < n(); ++j) {
            if (j != p && !all_.refuses(k, j)) {
                const double gain = all_.utility(k, j) - failed[j];
                wrong.note(yes[j] ? -gain : gain, slack_[j]);
            }
        }
        return passed ? all_.utility(k, p) : failed[p];
    }

    const stationary_play& of_;
    const deal_set& solved_;
    const deal_set& all_;
    const offer_game& rules_;
    std::vector<double> slack_;
    std::vector<choice> choices_;  ///< with an offer that is turned down told as a wait
    std::vector<double> worth_;    ///< exact
};

}  // namespace

void check_stationary(const std::vector<double>& no_deal, const offer_game& rules) {
    for (std::size_t i = 0; i < no_deal.size() && !rules.discount_no_deal; ++i) {
        if (no_deal[i] != 0 && !rules.discount.empty() && rules.discount[i] < 1) {
            throw std::invalid_argument(fmt::format(
                "stationary: without a deadline every round must be like the one before, but no "
                "deal loses nothing by waiting (discount_no_deal = false) where deals do: it is "
                "worth {} to party {}, which keeps {} of a deal a round",
                no_deal[i], i, rules.discount[i]));
        }
    }
}

std::vector<double> worth_for_ever(const std::vector<double>& no_deal, const offer_game& rules) {
    check_game(rules, no_deal.size());
    std::vector<double> worth;
    for (std::size_t i = 0; i < no_deal.size(); ++i) {
        const double lost =
            1 - (1 - rules.breakdown) * (rules.discount.empty() ? 1 : rules.discount[i]);
        worth.push_back(lost > 0 ? rules.breakdown * no_deal[i] / lost : no_deal[i]);
    }
    return worth;
}

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
    check_stationary(solved.no_deal, rules);
    const stationary_examiner at(of, solved, all, rules);
    certificate found;
    detail::worst_gain gain;
    detail::worst_gain error;
    for (std::size_t p = 0; p < solved.parties; ++p) {
        at.examine(p, gain, error);
    }
    found.regret = gain.most;
    found.residual = error.most;
    found.exact = gain.is_rounding() && error.is_rounding();
    at.bound(found);
    found.converged = of.converged;
    found.states = solved.parties;
    found.deals = all.size();
    return found;
}

}  // namespace negotiation::talks::equilibrium
