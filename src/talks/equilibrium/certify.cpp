#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/talks/equilibrium/backward_induction.hpp>

#include "talks/equilibrium/periods.hpp"
#include "talks/equilibrium/roundings.hpp"
#include "talks/equilibrium/worst_gain.hpp"

namespace negotiation::talks::equilibrium {

namespace {

/// Walks a game as its moves say, and tries others. Values here come from the moves alone: what a
/// state is worth is what the choice made in it leads to.
class examiner {
public:
    examiner(const induction& of, const deal_set& solved, const deal_set& all,
             const offer_game& rules)
        : of_(of),
          solved_(solved),
          all_(all),
          rules_(rules),
          time_(rules, solved.no_deal),
          slack_(detail::widest_roundings(solved, all)),
          worth_(of.values.size()) {
        for (std::size_t p = 0; p < n(); ++p) {
            needed_.push_back(answers_needed(rules, p, n()));
        }
        evaluate();
    }

    [[nodiscard]] detail::worst_gain residual() const {
        detail::worst_gain error;
        for (std::size_t k = 0; k < worth_.size(); ++k) {
            error.note(std::abs(worth_[k] - of_.values[k]), slack_[k % n()]);
        }
        return error;
    }

    /// The most that somebody could gain at a state, by an offer or an answer, noted.
    void examine(std::int64_t offer, std::size_t p, detail::worst_gain& into) const {
        const double now = worth_[of_.state(offer, p) * n() + p];
        if (rules_.may_walk_away) {
            into.note(time_.no_deal(offer, p) - now, slack_[p]);
        }
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (!all_.refuses(k, p)) {
                const std::vector<double> led =
                    turns() ? answered_in_turn(offer, p, all_, k, into).worth
                            : answered_at_once(offer, p, k, into);
                into.note(led[p] - now, slack_[p]);
            }
        }
    }

private:
    [[nodiscard]] std::size_t n() const noexcept { return of_.parties; }
    [[nodiscard]] bool turns() const noexcept { return rules_.form == answering::in_turn; }

    /// What it is worth at an offer that the next one begins.
    [[nodiscard]] std::vector<double> next_of(std::int64_t offer) const {
        std::vector<double> next(n(), 0);
        for (std::size_t i = 0; i < n(); ++i) {
            if (offer + 1 >= rules_.offers) {
                next[i] = time_.deadline(i);
                continue;
            }
            double mean = 0;
            for (std::size_t p = 0; p < n(); ++p) {
                const bool may = of_.drawn || of_.proposer(offer + 1) == p;
                const double chance = !may ? 0 : of_.drawn ? rules_.recognition[p] : 1;
                mean += chance > 0 ? chance * worth_[of_.state(offer + 1, p) * n() + i] : 0;
            }
            next[i] = time_.back(offer, i, mean);
        }
        return next;
    }

    [[nodiscard]] std::vector<double> left_at(std::int64_t offer) const {
        std::vector<double> worth(n());
        for (std::size_t i = 0; i < n(); ++i) {
            worth[i] = time_.no_deal(offer, i);
        }
        return worth;
    }

    /// An offer has failed: each of the others may leave, unless it was voted on.
    [[nodiscard]] std::vector<double> failed(std::int64_t offer, std::size_t p) const {
        std::vector<double> go_on = next_of(offer);
        const bool may_leave = rules_.may_walk_away && rules_.form == answering::at_once;
        for (std::size_t j = 0; j < n() && may_leave; ++j) {
            if (j != p && time_.no_deal(offer, j) > go_on[j] + slack_[j]) {
                return left_at(offer);
            }
        }
        return go_on;
    }

    [[nodiscard]] bool says_yes(std::size_t state, const deal_set& deals, std::size_t k,
                                std::size_t j) const {
        return !deals.refuses(k, j) && deals.utility(k, j) >= of_.threshold(state, j) - slack_[j];
    }

    [[nodiscard]] acceptances votes_on(std::int64_t offer, std::size_t p, const deal_set& deals,
                                       std::size_t k) const {
        acceptances yes;
        for (std::size_t j = 0; j < n(); ++j) {
            yes[j] = j == p || says_yes(of_.state(offer, p), deals, k, j);
        }
        return yes;
    }

    /// @param wrong notes what one of those who vote would gain if what it votes for did not
    /// come about: whether or not its vote decides
    [[nodiscard]] std::vector<double> answered_at_once(std::int64_t offer, std::size_t p,
                                                       std::size_t k,
                                                       detail::worst_gain& wrong) const {
        const acceptances yes = votes_on(offer, p, all_, k);
        const std::vector<double> no = failed(offer, p);
        for (std::size_t j = 0; j < n(); ++j) {
            if (j != p && !all_.refuses(k, j)) {
                const double gain = all_.utility(k, j) - no[j];
                wrong.note(yes[j] ? -gain : gain, slack_[j]);
            }
        }
        return carries(rules_.agreement, yes, n()) ? all_.row(k) : no;
    }

    /// What an offer leads to, and at which turn somebody offers again; that of the offer itself
    /// where it is agreed.
    struct sequel {
        std::vector<double> worth;
        std::int64_t next = 0;
    };

    /// Where answers take turns: the last one first.
    [[nodiscard]] sequel answered_in_turn(std::int64_t turn, std::size_t p, const deal_set& deals,
                                          std::size_t k, detail::worst_gain& wrong) const {
        const std::int64_t last = turn + static_cast<std::int64_t>(needed_[p]);
        const std::int64_t heard = std::min(last, rules_.offers - 1);
        bool stands = last < rules_.offers;
        std::int64_t next = stands ? turn : rules_.offers;
        std::vector<double> led = deals.row(k);
        if (!stands) {
            led = next_of(rules_.offers - 1);
        }
        for (std::int64_t at = heard; at > turn; --at) {
            if (at < heard) {
                led = earlier(at, led);
            }
            const std::size_t j = of_.proposer(at);
            const double refusing = worth_[static_cast<std::size_t>(at) * n() + j];
            const bool takes = stands ? says_yes(static_cast<std::size_t>(turn), deals, k, j)
                                      : led[j] >= refusing - slack_[j];
            if (!deals.refuses(k, j)) {
                wrong.note(takes ? refusing - led[j] : led[j] - refusing, slack_[j]);
            }
            if (!takes || deals.refuses(k, j)) {
                stands = false;
                next = at;
                for (std::size_t i = 0; i < n(); ++i) {
                    led[i] = worth_[static_cast<std::size_t>(at) * n() + i];
                }
            }
        }
        return {turn < heard ? earlier(turn, led) : led, next};
    }

    [[nodiscard]] std::vector<double> earlier(std::int64_t offer, std::vector<double> worth) const {
        for (std::size_t i = 0; i < n(); ++i) {
            worth[i] = time_.back(offer, i, worth[i]);
        }
        return worth;
    }

    /// Values from the moves, the last offer first.
    void evaluate() {
        for (std::int64_t offer = rules_.offers - 1; offer >= 0; --offer) {
            for (std::size_t p = 0; p < n(); ++p) {
                if (of_.drawn || of_.proposer(offer) == p) {
                    const std::vector<double> now = led_to(offer, p);
                    std::copy(
                        now.begin(), now.end(),
                        worth_.begin() + static_cast<std::ptrdiff_t>(of_.state(offer, p) * n()));
                }
            }
        }
    }

    [[nodiscard]] std::vector<double> led_to(std::int64_t offer, std::size_t p) const {
        const choice& made = of_.choices[of_.state(offer, p)];
        if (made.kind == proposal::walk_away) {
            return left_at(offer);
        }
        if (made.kind == proposal::offer) {
            std::vector<double> worth = solved_.row(made.deal);
            const auto answers = static_cast<std::int64_t>(turns() ? needed_[p] : 0);
            for (std::int64_t at = offer + answers - 1; at >= offer; --at) {
                worth = earlier(at, std::move(worth));
            }
            return worth;
        }
        if (rules_.form == answering::at_once) {
            return failed(offer, p);
        }
        return rules_.form == answering::by_vote ? waited_by_vote(offer, p, made)
                                                 : waited_in_turn(offer, p, made);
    }

    /// To wait where offers are voted on is to say something that falls; else it counts as leaving.
    [[nodiscard]] std::vector<double> waited_by_vote(std::int64_t offer, std::size_t p,
                                                     const choice& made) const {
        bool waits = made.deal < solved_.size() && !solved_.refuses(made.deal, p) &&
                     !carries(rules_.agreement, votes_on(offer, p, solved_, made.deal), n());
        if (made.deal == nothing_said && !rules_.may_walk_away) {
            waits = true;
            for (std::size_t k = 0; k < solved_.size(); ++k) {
                waits = waits && solved_.refuses(k, p);  // it has nothing to say
            }
        }
        return waits ? failed(offer, p) : left_at(offer);
    }

    /// To wait where answers take turns is to say something that is refused. What is not, or is by
    /// somebody else than the choice says, is no move at all: it counts as leaving.
    [[nodiscard]] std::vector<double> waited_in_turn(std::int64_t offer, std::size_t p,
                                                     const choice& made) const {
        if (made.deal != nothing_said) {
            if (made.deal >= solved_.size() || solved_.refuses(made.deal, p)) {
                return left_at(offer);
            }
            detail::worst_gain wrong;  // counted when this deal is tried
            sequel found = answered_in_turn(offer, p, solved_, made.deal, wrong);
            return found.next == offer + made.next ? std::move(found.worth) : left_at(offer);
        }
        for (std::size_t k = 0; k < solved_.size(); ++k) {
            if (!solved_.refuses(k, p)) {
                return left_at(offer);  // it has something to say
            }
        }
        const std::int64_t then = offer + made.next;
        std::vector<double> worth =
            then < rules_.offers ? std::vector<double>() : next_of(rules_.offers - 1);
        for (std::size_t i = 0; i < n() && then < rules_.offers; ++i) {
            worth.push_back(worth_[static_cast<std::size_t>(then) * n() + i]);
        }
        for (std::int64_t at = std::min(then, rules_.offers - 1) - 1; at >= offer; --at) {
            worth = earlier(at, std::move(worth));
        }
        return worth;
    }

    const induction& of_;
    const deal_set& solved_;
    const deal_set& all_;
    const offer_game& rules_;
    detail::periods time_;
    std::vector<double> slack_;
    std::vector<double> worth_;
    std::vector<std::size_t> needed_;
};

}  // namespace

certificate certify(const induction& of, const deal_set& solved, const deal_set& all,
                    const offer_game& rules, std::uint64_t budget) {
    const examiner at(of, solved, all, rules);
    certificate found;
    const detail::worst_gain error = at.residual();
    detail::worst_gain gain;
    found.deals = all.size();
    const std::uint64_t width = of.drawn ? of.parties : 1;
    const std::uint64_t work = std::max<std::uint64_t>(all.size() * of.parties * width, 1);
    const std::uint64_t offers = static_cast<std::uint64_t>(of.offers);
    const std::uint64_t most = std::clamp<std::uint64_t>(budget / work, 1, offers);
    for (std::uint64_t s = 0; s < most; ++s) {
        // The first offer always; the others as evenly as they go.
        const auto offer = static_cast<std::int64_t>(s * offers / most);
        for (std::size_t p = 0; p < of.parties; ++p) {
            if (of.drawn || of.proposer(offer) == p) {
                at.examine(offer, p, gain);
                ++found.states;
            }
        }
    }
    found.regret = gain.most;
    found.residual = error.most;
    found.exact = gain.is_rounding() && error.is_rounding();
    return found;
}

}  // namespace negotiation::talks::equilibrium
