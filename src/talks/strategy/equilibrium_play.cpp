#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>

#include "talks/equilibrium/one_offer.hpp"
#include "talks/equilibrium/periods.hpp"

namespace negotiation::talks {

namespace equilibrium::detail {

/// A game solved for a deadline.
struct solved_game {
    offer_game rules;
    induction play;
};

}  // namespace equilibrium::detail

namespace {

using equilibrium::answering;
using equilibrium::choice;
using equilibrium::deal_set;
using equilibrium::offer_game;
using equilibrium::proposal;
using equilibrium::detail::solved_game;

/// What a deal is worth to everybody, and who could sign it.
struct weighed_deal {
    std::vector<double> worth;
    std::vector<bool> refused;
};

/// Walks what an offer leads to if everybody plays the equilibrium from the next turn on.
class forecast {
public:
    forecast(const solved_game& game, const deal_set& over)
        : game_(game),
          time_(game.rules, over.no_deal),
          slack_(over.roundings()) {}

    [[nodiscard]] double slack(std::size_t i) const noexcept { return slack_[i]; }

    /// What it comes to when a deal stands.
    /// @param turn who acts next
    /// @param by   who stands by it so far
    /// @return values in the money of that turn, and whether the deal is agreed
    [[nodiscard]] std::pair<std::vector<double>, bool> standing(std::int64_t turn,
                                                                const weighed_deal& deal,
                                                                acceptances by) const {
        const std::size_t n = game_.play.parties;
        std::int64_t last = turn;
        // The turn of the last answer that is needed.
        while (last < game_.play.offers) {
            by.set(actor(last));
            if (carries(game_.rules.agreement, by, n) ||
                last - turn >= static_cast<std::int64_t>(n)) {
                break;
            }
            ++last;
        }
        const bool in_time = last < game_.play.offers;
        std::vector<double> worth = deal.worth;
        for (std::size_t i = 0; i < n && !in_time; ++i) {
            worth[i] = time_.deadline(i);
        }
        bool agreed = in_time;
        const std::int64_t heard = std::min(last, game_.play.offers - 1);
        for (std::int64_t at = heard; at >= turn; --at) {
            for (std::size_t i = 0; i < n && at < heard; ++i) {
                worth[i] = time_.back(at, i, worth[i]);
            }
            const std::size_t j = actor(at);
            const auto state = static_cast<std::size_t>(at);
            if (deal.refused[j] || worth[j] < game_.play.value(state, j) - slack_[j]) {
                agreed = false;
                for (std::size_t i = 0; i < n; ++i) {
                    worth[i] = game_.play.value(state, i);
                }
            }
        }
        return {std::move(worth), agreed};
    }

    /// The same before anybody acts at a turn, as that of the turn before.
    [[nodiscard]] double one_earlier(std::int64_t turn, std::size_t i, double worth) const {
        return turn + 1 < game_.play.offers ? time_.back(turn, i, worth) : worth;
    }

    [[nodiscard]] std::size_t actor(std::int64_t turn) const { return game_.play.proposer(turn); }
    [[nodiscard]] double deadline(std::size_t i) const { return time_.deadline(i); }

private:
    const solved_game& game_;
    equilibrium::detail::periods time_;
    std::vector<double> slack_;
};

/// Whether a deal lies inside one's red lines.
[[nodiscard]] bool may_offer(const turn& t, offer_id deal) {
    return std::isfinite(t.utility(deal));
}

/// Who stands by what is on the table: whoever offered it, and those who have accepted since.
[[nodiscard]] acceptances who_stands_by(const turn& t) {
    acceptances by;
    for (std::size_t k = t.heard(); k-- > 0;) {
        const event e = t.heard(k);
        if (e.who >= t.parties()) {
            break;  // a mediator's text: nobody has accepted it
        }
        if (e.kind == move_kind::accept) {
            by.set(e.who);
        }
        if (e.kind == move_kind::offer) {
            if (e.deal == t.standing()) {
                by.set(e.who);
            }
            break;
        }
    }
    return by;
}

}  // namespace

struct equilibrium_play::book {
    const arena& at;
    offer_game rules;
    std::mutex lock = {};
    std::optional<equilibrium::bargaining_set> over = std::nullopt;  ///< once it was needed; may
                                                                     ///< be none, with the reason
    std::int64_t rounds = 0;                                         ///< of `game`
    std::shared_ptr<const solved_game> game = nullptr;

    /// The game with a deadline. Several copies may ask at once.
    [[nodiscard]] std::shared_ptr<const solved_game> of(std::int64_t deadline) {
        const std::lock_guard held(lock);
        if (!over) {
            over = equilibrium::bargaining_set_of(at, is_unanimity(rules.agreement));
        }
        if (over->refused) {
            throw std::invalid_argument("equilibrium: the deals could not be found: " +
                                        over->refused->reason);
        }
        if (!game || rounds != deadline) {
            offer_game fresh = rules;
            fresh.offers = deadline * fresh.offers_per_period;
            game = std::make_shared<const solved_game>(
                solved_game{fresh, equilibrium::solve(over->deals, fresh)});
            rounds = deadline;
        }
        return game;
    }

    [[nodiscard]] weighed_deal weigh(const outcome& deal) const {
        weighed_deal found;
        for (party_id i = 0; i < at.parties(); ++i) {
            found.worth.push_back(utility_of(at.table(), i, deal));
            found.refused.push_back(!respects_red_lines(at.table().parties[i], deal));
        }
        return found;
    }

    /// An offer that is refused, and leads to the best for whoever makes it.
    [[nodiscard]] offer_id waiting_offer(const turn& t, const forecast& ahead,
                                         std::int64_t now) const {
        offer_id best = no_offer;
        bool best_waits = false;
        double best_worth = -std::numeric_limits<double>::infinity();
        acceptances mine;
        mine.set(t.party());
        for (std::size_t k = 0; k < over->deals.size(); ++k) {
            const offer_id deal = t.find(over->deals.deal(k));
            if (!t.suits(deal)) {
                continue;
            }
            bool agreed = false;
            double worth = ahead.deadline(t.party());
            if (now + 1 < t.now().rounds * rules.offers_per_period) {
                auto [led, whether] = ahead.standing(now + 1, weigh(over->deals.deal(k)), mine);
                worth = ahead.one_earlier(now, t.party(), led[t.party()]);
                agreed = whether;
            }
            // Of those that come to the same, what it would like best.
            const double own = t.utility(deal);
            const bool waits = !agreed;
            if (best == no_offer || waits > best_waits ||
                (waits == best_waits &&
                 (worth > best_worth + ahead.slack(t.party()) ||
                  (worth > best_worth - ahead.slack(t.party()) && own > t.utility(best))))) {
                best = deal;
                best_waits = waits;
                best_worth = worth;
            }
        }
        return best;
    }

    /// Where the others vote: an offer that falls, if it can sign one; of those its best.
    [[nodiscard]] offer_id falling_offer(const turn& t, const solved_game& solved,
                                         std::size_t state) const {
        const std::size_t n = at.parties();
        const auto from = solved.play.thresholds.begin() + static_cast<std::ptrdiff_t>(state * n);
        const std::vector<double> thresholds(from, from + static_cast<std::ptrdiff_t>(n));
        const std::vector<double> slack = over->deals.roundings();
        offer_id best = no_offer;
        bool best_falls = false;
        for (std::uint32_t k = 0; k < over->deals.size(); ++k) {
            const offer_id deal = t.find(over->deals.deal(k));
            if (!may_offer(t, deal)) {
                continue;
            }
            const bool falls = !equilibrium::detail::is_carried(over->deals, solved.rules.agreement,
                                                                k, t.party(), thresholds, slack);
            if (best == no_offer || falls > best_falls ||
                (falls == best_falls && t.utility(deal) > t.utility(best))) {
                best = deal;
                best_falls = falls;
            }
        }
        return best;
    }
};

equilibrium_play::equilibrium_play(const arena& at, party_id me, const offer_game& rules)
    : book_(new book{at, rules}),
      me_(me) {
    const bool drawn = !rules.recognition.empty();
    book_->rules.form = drawn ? answering::by_vote : answering::in_turn;
    book_->rules.offers_per_period = drawn ? 1 : static_cast<std::int64_t>(at.parties());
    book_->rules.offers = book_->rules.offers_per_period;
    equilibrium::check_game(book_->rules, at.parties());
}

move equilibrium_play::act(const turn& t, random_stream& /*draws*/) const {
    const bool drawn = !book_->rules.recognition.empty();
    if (!t.legal().offer && (!drawn || t.text() != no_offer)) {
        // A text is voted on: another game.
        const bool better = t.text() == no_offer || t.standing_utility() >= t.utility(t.text());
        return may_accept(t) && better ? turn::accept() : turn::reject();
    }
    if (!t.legal().offer) {
        return vote(t);
    }
    if (!t.has_deals()) {
        return turn::walk_away();
    }
    return drawn ? propose(t) : offer_or_accept(t);
}

move equilibrium_play::vote(const turn& t) const {
    const std::shared_ptr<const solved_game> game = book_->of(t.now().rounds);
    // Whoever of the others has proposed, and if it was a mediator: the talks go on alike.
    const std::size_t state = game->play.state(t.now().round - 1, (me_ + 1) % t.parties());
    const double least = game->play.threshold(state, me_) - book_->over->deals.roundings()[me_];
    return t.legal().accept && t.standing_utility() >= least ? turn::accept() : turn::reject();
}

move equilibrium_play::propose(const turn& t) const {
    const std::shared_ptr<const solved_game> game = book_->of(t.now().rounds);
    const std::size_t state = game->play.state(t.now().round - 1, me_);
    const choice& made = game->play.choices[state];
    if (made.kind == proposal::walk_away) {
        return turn::walk_away();
    }
    if (made.kind == proposal::offer) {
        const offer_id deal = t.find(book_->over->deals.deal(made.deal));
        if (may_offer(t, deal)) {
            return turn::offer(deal);
        }
    }
    const offer_id falls = book_->falling_offer(t, *game, state);
    return falls == no_offer ? turn::walk_away() : turn::offer(falls);
}

move equilibrium_play::offer_or_accept(const turn& t) const {
    const std::shared_ptr<const solved_game> game = book_->of(t.now().rounds);
    const forecast ahead(*game, book_->over->deals);
    const std::int64_t now = (t.now().round - 1) * book_->rules.offers_per_period + me_;
    if (t.legal().accept && t.suits(t.standing())) {
        const auto said = t.deal(t.standing());
        weighed_deal deal = book_->weigh(outcome(said.begin(), said.end()));
        deal.worth[me_] = t.utility(t.standing());  // promises included
        acceptances by = who_stands_by(t);
        by.set(me_);
        double accepting = deal.worth[me_];
        if (!carries(game->rules.agreement, by, t.parties())) {
            accepting =
                now + 1 < game->play.offers
                    ? ahead.one_earlier(now, me_, ahead.standing(now + 1, deal, by).first[me_])
                    : ahead.deadline(me_);
        }
        if (accepting >= game->play.value(static_cast<std::size_t>(now), me_) - ahead.slack(me_)) {
            return turn::accept();
        }
    }
    const choice& made = game->play.choices[static_cast<std::size_t>(now)];
    if (made.kind == proposal::walk_away) {
        return turn::walk_away();
    }
    if (made.kind == proposal::offer) {
        const offer_id deal = t.find(book_->over->deals.deal(made.deal));
        if (t.suits(deal)) {
            return turn::offer(deal);
        }
    }
    return turn::offer(book_->waiting_offer(t, ahead, now));
}

}  // namespace negotiation::talks
