#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/backward_induction.hpp>

#include "talks/equilibrium/best_offer.hpp"
#include "talks/equilibrium/one_offer.hpp"
#include "talks/equilibrium/periods.hpp"

namespace negotiation::talks::equilibrium {

namespace {

using detail::never_asked;

void check_size(const deal_set& deals, const offer_game& rules) {
    check_game(rules, deals.no_deal.size());
    if (deals.parties != deals.no_deal.size()) {
        throw std::invalid_argument(
            fmt::format("backward induction: deals for {} parties, reservation values for {}",
                        deals.parties, deals.no_deal.size()));
    }
    const auto width = rules.recognition.empty() ? 1 : static_cast<std::int64_t>(deals.parties);
    if (rules.offers > maximum_states / width) {
        throw std::invalid_argument(
            fmt::format("backward induction: {} offers are more than the {} that are solved",
                        rules.offers, maximum_states / width));
    }
}

/// What the rules of both kinds of answering share.
class solver {
public:
    solver(const deal_set& deals, const offer_game& rules)
        : deals_(deals),
          rules_(rules),
          time_(rules, deals.no_deal),
          search_(deals) {
        made_.parties = deals.parties;
        made_.offers = rules.offers;
        made_.drawn = !rules.recognition.empty();
        const std::size_t states =
            static_cast<std::size_t>(rules.offers) * (made_.drawn ? deals.parties : 1);
        made_.choices.resize(states);
        made_.values.resize(states * deals.parties);
        made_.thresholds.assign(states * deals.parties, never_asked);
    }

protected:
    [[nodiscard]] std::size_t parties() const noexcept { return deals_.parties; }

    /// Writes a choice down, and what the state is worth with it.
    template <class Worth>
    void choose(std::size_t state, const choice& made, Worth worth) {
        made_.choices[state] = made;
        for (std::size_t i = 0; i < parties(); ++i) {
            made_.values[state * parties() + i] = worth(i);
        }
    }

    double& threshold(std::size_t state, std::size_t i) {
        return made_.thresholds[state * parties() + i];
    }

    const deal_set& deals_;
    const offer_game& rules_;
    detail::periods time_;
    detail::offer_search search_;
    induction made_;
};

/// Everybody answers before the next offer, with or without a vote.
class at_once : solver {
public:
    using solver::solver;

    [[nodiscard]] induction solve() {
        // What each party gets when an offer fails and the talks go on.
        std::vector<double> failed(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            failed[i] = time_.deadline(i);
        }
        for (std::int64_t offer = rules_.offers - 1; offer >= 0; --offer) {
            std::vector<double> next(parties(), 0);
            for (std::size_t p = 0; p < parties(); ++p) {
                const bool offers = made_.drawn || made_.proposer(offer) == p;
                if (!offers) {
                    continue;
                }
                const std::size_t state = made_.state(offer, p);
                solve_state(offer, p, state, failed);
                for (std::size_t i = 0; i < parties(); ++i) {
                    next[i] += (made_.drawn ? rules_.recognition[p] : 1) * made_.value(state, i);
                }
            }
            for (std::size_t i = 0; i < parties(); ++i) {
                failed[i] = offer > 0 ? time_.back(offer - 1, i, next[i]) : next[i];
            }
        }
        made_.start = failed;
        return std::move(made_);
    }

private:
    void solve_state(std::int64_t offer, std::size_t p, std::size_t state,
                     const std::vector<double>& go_on) {
        std::vector<double> leave;
        for (std::size_t i = 0; i < parties() && rules_.may_walk_away; ++i) {
            leave.push_back(time_.no_deal(offer, i));
        }
        const detail::one_offer done = detail::solve_offer(
            deals_, rules_.agreement, search_, p, go_on, leave, rules_.form == answering::by_vote);
        choose(state, done.made, [&](std::size_t i) { return done.worth[i]; });
        for (std::size_t i = 0; i < parties(); ++i) {
            threshold(state, i) = done.thresholds[i];
        }
    }
};

/// A party a turn, which answers with an offer of its own unless it accepts.
class in_turn : solver {
public:
    in_turn(const deal_set& deals, const offer_game& rules) : solver(deals, rules) {
        for (std::size_t p = 0; p < parties(); ++p) {
            needed_.push_back(answers_needed(rules, p, parties()));
            std::uint32_t worst = 0;
            for (std::uint32_t k = 1; k < deals.size(); ++k) {
                worst = deals.utility(k, p) < deals.utility(worst, p) ? k : worst;
            }
            worst_.push_back(worst);
        }
    }

    [[nodiscard]] induction solve() {
        for (std::int64_t turn = rules_.offers - 1; turn >= 0; --turn) {
            solve_turn(turn);
        }
        made_.start.assign(made_.values.begin(),
                           made_.values.begin() + static_cast<std::ptrdiff_t>(parties()));
        return std::move(made_);
    }

private:
    /// What an agreement at the last answer is worth at an earlier turn: slope * u + constant.
    struct stretch {
        std::vector<double> slope;
        std::vector<double> constant;
    };

    [[nodiscard]] std::size_t actor(std::int64_t turn) const { return made_.proposer(turn); }

    [[nodiscard]] std::vector<double> values_at(std::int64_t turn) const {
        std::vector<double> all(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            all[i] = turn < rules_.offers ? made_.value(static_cast<std::size_t>(turn), i)
                                          : time_.deadline(i);
        }
        return all;
    }

    /// One turn back; the deadline is told in the money of the last turn already.
    void step_back(std::int64_t turn, std::vector<double>& worth) const {
        for (std::size_t i = 0; i < parties() && turn + 1 < rules_.offers; ++i) {
            worth[i] = time_.back(turn, i, worth[i]);
        }
    }

    /// Waiting: who offers next, and what that is worth now.
    struct delay {
        std::int64_t next = 0;
        std::uint32_t deal = nothing_said;  ///< what is said to be refused
        std::vector<double> worth;
    };

    /// What an offer leads to that is refused at a turn, if not before: who would accept in vain
    /// may rather offer itself, and who could not sign it has to.
    [[nodiscard]] delay refused_at(std::int64_t turn, std::int64_t by, std::uint32_t k) const {
        delay found{by, k, values_at(by)};
        for (std::int64_t at = by - 1; at > turn; --at) {
            step_back(at, found.worth);
            const auto i = actor(at);
            if (made_.value(static_cast<std::size_t>(at), i) > found.worth[i] + search_.slack(i) ||
                (k != nothing_said && deals_.refuses(k, i))) {
                found = {at, k, values_at(at)};
            }
        }
        step_back(turn, found.worth);
        return found;
    }

    /// Thresholds of those who answer. @return what an agreement is worth at the turn of the offer
    [[nodiscard]] stretch ask(std::int64_t turn, std::int64_t last) {
        stretch way{std::vector<double>(parties(), 1), std::vector<double>(parties(), 0)};
        for (std::int64_t at = last; at > turn; --at) {
            const std::size_t j = actor(at);
            threshold(static_cast<std::size_t>(turn), j) =
                (made_.value(static_cast<std::size_t>(at), j) - way.constant[j]) / way.slope[j];
            for (std::size_t i = 0; i < parties(); ++i) {
                way.constant[i] = time_.back(at - 1, i, way.constant[i]);
                way.slope[i] *= time_.slope(at - 1, i);
            }
        }
        return way;
    }

    [[nodiscard]] bool taken(std::uint32_t k, std::int64_t turn, std::int64_t from,
                             std::int64_t last) const {
        for (std::int64_t at = from; at <= last; ++at) {
            const std::size_t j = actor(at);
            if (deals_.refuses(k, j) ||
                deals_.utility(k, j) <
                    made_.threshold(static_cast<std::size_t>(turn), j) - search_.slack(j)) {
                return false;
            }
        }
        return true;
    }

    /// A deal that is refused at a turn and that all later ones would take, if there is one.
    [[nodiscard]] std::optional<std::uint32_t> refusable(std::int64_t turn, std::int64_t by,
                                                         std::int64_t last) const {
        const std::size_t p = actor(turn);
        if (parties() == 2 && deals_.refused.empty()) {
            const std::uint32_t k = worst_[1 - p];
            return taken(k, turn, by, by) ? std::nullopt : std::optional(k);
        }
        for (std::uint32_t k = 0; k < deals_.size(); ++k) {
            if (!deals_.refuses(k, p) && !taken(k, turn, by, by) && taken(k, turn, by + 1, last)) {
                return k;
            }
        }
        return std::nullopt;
    }

    void keep_better(std::size_t p, delay found, std::optional<delay>& best) const {
        if (!best || found.worth[p] > best->worth[p] + search_.slack(p)) {
            best = std::move(found);
        }
    }

    /// The best way not to agree, where there are no red lines: who is the last to refuse is all
    /// that matters.
    [[nodiscard]] std::optional<delay> best_wait(std::int64_t turn, std::int64_t last) const {
        if (last >= rules_.offers) {
            return refused_at(turn, rules_.offers, 0);  // an answer in vain is none
        }
        const std::size_t p = actor(turn);
        std::optional<delay> best;
        for (std::int64_t by = last; by > turn; --by) {
            delay found = refused_at(turn, by, 0);
            if (best && !(found.worth[p] > best->worth[p] + search_.slack(p))) {
                continue;
            }
            if (const auto k = refusable(turn, by, last)) {
                found.deal = *k;
                best = std::move(found);
            }
        }
        return best;
    }

    /// The same where some could not sign some deals and have to refuse them, even in vain.
    [[nodiscard]] std::optional<delay> best_wait_within_red_lines(std::int64_t turn,
                                                                  std::int64_t last) const {
        const std::size_t p = actor(turn);
        std::optional<delay> best;
        bool speaks = false;
        std::vector<std::vector<bool>> seen;  // who is the last to refuse, and who has to
        for (std::uint32_t k = 0; k < deals_.size(); ++k) {
            if (deals_.refuses(k, p)) {
                continue;
            }
            speaks = true;
            std::int64_t by = std::min(last, rules_.offers);
            while (last < rules_.offers && by > turn && taken(k, turn, by, by)) {
                --by;
            }
            if (by == turn) {
                continue;  // agreed
            }
            std::vector<bool> kind(static_cast<std::size_t>(by - turn));
            for (std::int64_t at = turn + 1; at < by; ++at) {
                kind[static_cast<std::size_t>(at - turn)] = deals_.refuses(k, actor(at));
            }
            if (std::find(seen.begin(), seen.end(), kind) == seen.end()) {
                keep_better(p, refused_at(turn, by, k), best);
                seen.push_back(std::move(kind));
            }
        }
        if (!speaks) {
            const auto by = std::min(std::max(last, turn + 1), rules_.offers);
            best = refused_at(turn, by, nothing_said);
        }
        return best;
    }

    void solve_turn(std::int64_t turn) {
        const std::size_t p = actor(turn);
        const auto state = static_cast<std::size_t>(turn);
        const double slack = search_.slack(p);
        const std::int64_t last = turn + static_cast<std::int64_t>(needed_[p]);
        const bool in_time = last < rules_.offers;
        const stretch way = in_time ? ask(turn, last) : stretch{};
        const bool all_may_sign = deals_.refused.empty() && deals_.size() > 0;
        const std::optional<delay> pause =
            all_may_sign ? best_wait(turn, last) : best_wait_within_red_lines(turn, last);
        const double waiting = pause ? pause->worth[p] : never_asked;
        const double leaving = rules_.may_walk_away ? time_.no_deal(turn, p) : never_asked;
        const double otherwise = std::max(waiting, leaving);
        std::optional<std::uint32_t> found;
        if (in_time) {
            const double least =
                parties() == 2 && needed_[p] == 1 ? made_.threshold(state, 1 - p) : never_asked;
            found = search_.best(p, least,
                                 [&](std::uint32_t k) { return taken(k, turn, turn + 1, last); });
            threshold(state, p) = (otherwise - way.constant[p]) / way.slope[p];
        }
        const auto agreed = [&](std::size_t i) {
            return way.slope[i] * deals_.utility(*found, i) + way.constant[i];
        };
        if (found && agreed(p) >= otherwise - slack) {
            choose(state, {proposal::offer, *found, 0}, agreed);
        } else if (pause && waiting >= leaving - slack) {
            choose(state,
                   {proposal::wait, pause->deal, static_cast<std::uint32_t>(pause->next - turn)},
                   [&](std::size_t i) { return pause->worth[i]; });
        } else {
            choose(state, {proposal::walk_away, 0, 0},
                   [&](std::size_t i) { return time_.no_deal(turn, i); });
        }
    }

    std::vector<std::size_t> needed_;
    std::vector<std::uint32_t> worst_;  ///< the worst deal for each party
};

}  // namespace

induction solve(const deal_set& deals, const offer_game& rules) {
    check_size(deals, rules);
    return rules.form == answering::in_turn ? in_turn(deals, rules).solve()
                                            : at_once(deals, rules).solve();
}

course play_out(const induction& of, const offer_game& rules) {
    if (of.drawn) {
        throw std::invalid_argument(
            "play_out: who offers is drawn, so there is no single course of play");
    }
    std::int64_t offer = 0;
    while (offer < of.offers) {
        const std::size_t p = of.proposer(offer);
        const choice& made = of.choices[of.state(offer, p)];
        if (made.kind == proposal::offer) {
            const std::size_t answers =
                rules.form == answering::in_turn ? answers_needed(rules, p, of.parties) : 0;
            return {made.kind, offer, offer + static_cast<std::int64_t>(answers), p, made.deal};
        }
        if (made.kind == proposal::walk_away || made.next == 0) {
            return {proposal::walk_away, offer, offer, p, std::nullopt};
        }
        offer += made.next;
    }
    return {proposal::wait, of.offers, of.offers, 0, std::nullopt};
}

}  // namespace negotiation::talks::equilibrium
