#pragma once

/// @file
/// What a party knows and may do when it is to act.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/talks/proceedings.hpp>

namespace negotiation::talks {

/// @brief Which moves a protocol takes from a party.
struct legal_moves {
    bool offer = true;      ///< propose a deal
    bool accept = false;    ///< accept what stands
    bool reject = false;    ///< refuse what stands without a counter-offer
    bool walk_away = true;  ///< end the talks

    bool operator==(const legal_moves&) const = default;
};

/// @brief The clock as a party sees it.
struct moment {
    std::int64_t round = 1;   ///< from 1
    std::int64_t rounds = 1;  ///< the deadline
    double time = 0;          ///< relative time @range{[0, 1)}
    double days = 0;          ///< since the talks began

    bool operator==(const moment&) const = default;
};

/// @brief One party's turn: its own preferences, the clock, what has been heard, the legal moves,
/// and questions about its own deals. Of the others it knows what they said and nothing more.
///
/// Every protocol hands the same `turn` to `act`, so one strategy plays them all.
/// @copycost a few pointers; valid during one call of `act` only
/// @thread one run, one owner
/// @test tests/talks/turn.cpp "a turn tells a party its own side"
class turn {
public:
    /// @brief For protocols: a party's turn.
    /// @param said  the run so far
    /// @param party who acts
    /// @param now   the clock
    /// @param legal what it may do
    turn(proceedings& said, party_id party, const moment& now, const legal_moves& legal) noexcept
        : said_(&said),
          view_(&said.at().view(party, said.is_public)),
          now_(now),
          party_(party),
          legal_(legal) {}

    // Who and when.

    /// @brief Whose turn it is. @return place at the table, from 0
    [[nodiscard]] party_id party() const noexcept { return party_; }
    /// @brief How many sit at the table. @return parties
    [[nodiscard]] std::size_t parties() const noexcept { return said_->at().parties(); }
    /// @brief Round, deadline, relative time, days. @return the clock
    [[nodiscard]] const moment& now() const noexcept { return now_; }
    /// @brief Relative time. @return t @range{[0, 1)}
    [[nodiscard]] double time() const noexcept { return now_.time; }
    /// @brief Whether secret talks have become public. @return true after a leak
    [[nodiscard]] bool has_leaked() const noexcept { return said_->is_public; }

    // One's own preferences.

    /// @brief Utility of no deal, threats and audiences included. @return utility
    [[nodiscard]] double reservation() const noexcept {
        return said_->reservation_shift.empty() ? view_->reservation : view_->reservation + shift();
    }
    /// @brief Utility of one's worst deal. @return utility
    [[nodiscard]] double least() const noexcept { return view_->least; }
    /// @brief Utility of one's best deal. @return utility
    [[nodiscard]] double greatest() const noexcept { return view_->greatest; }
    /// @brief Whether some deal is worth no less than none. @return false: better to walk away
    [[nodiscard]] bool has_deals() const noexcept {
        return said_->reservation_shift.empty()
                   ? view_->some()
                   : view_->any && view_->greatest >= reservation() - view_->rounding();
    }

    /// @brief The utility of an aspiration: 0 is the greater of no deal and the worst deal, 1 the
    /// best deal.
    /// @param share of the way up @range{[0, 1]}
    /// @return utility
    [[nodiscard]] double aspiration(double share) const noexcept {
        const double floor =
            said_->reservation_shift.empty() ? view_->floor : std::max(view_->least, reservation());
        return floor + share * (view_->greatest - floor);
    }

    /// @brief How much one likes the options of an issue, its worst open one 0 and its best 1: of
    /// one's terms over that issue alone.
    /// @param issue of the space
    /// @return a value for every option, between 0 and 1; all 0 where the issue does not matter
    /// @complexity{O(terms + options)}
    /// @test tests/talks/turn.cpp "a turn tells a party its own side"
    [[nodiscard]] std::vector<double> values_of(issue_id issue) const;

    /// @brief One's own utility function, terms and scale. @return as frozen
    [[nodiscard]] const utility_function& preferences() const noexcept {
        return said_->at().table().parties[party_].utility;
    }

    /// @brief What a deal is worth to oneself, promises included.
    /// @param deal a number heard or found in this run
    /// @return utility; -inf for a deal outside one's binding red lines or for `no_offer`
    [[nodiscard]] double utility(offer_id deal) const {
        if (deal == no_offer || excluded(deal)) {
            return -std::numeric_limits<double>::infinity();
        }
        if (view_->utilities.empty() || !said_->promises.empty()) {
            return said_->utility(deal, party_);
        }
        return view_->utilities[deal];
    }

    /// @brief What a deal is worth to oneself, one's red lines aside, promises included.
    /// @param deal a number heard or found in this run
    /// @return utility
    [[nodiscard]] double worth(offer_id deal) const { return said_->utility(deal, party_); }

    /// @brief Whether one could sign a deal without harm: inside one's binding red lines and worth
    /// no less than no deal. Exact sums decide, until a promise or a threat moves the scales.
    /// @param deal a number heard or found in this run
    /// @return false for `no_offer`
    [[nodiscard]] bool suits(offer_id deal) const {
        if (deal == no_offer || excluded(deal)) {
            return false;
        }
        if (said_->promises.empty() && said_->reservation_shift.empty()) {
            return (view_->sums.empty() ? said_->sum(deal, party_) : view_->sums[deal]) >=
                   view_->threshold;
        }
        return said_->utility(deal, party_) >= reservation() - view_->rounding();
    }

    /// @brief How far a utility computed in floating point may lie from the one it means: what
    /// comparisons with a target allow.
    /// @return see `deal::utility_rounding`
    [[nodiscard]] double rounding() const noexcept { return view_->rounding(); }

    // What stands and what was said.

    /// @brief What can be accepted. @return `no_offer` where nothing stands
    [[nodiscard]] offer_id standing() const noexcept { return said_->standing; }
    /// @brief What it is worth to oneself. @return utility; -inf where nothing stands
    [[nodiscard]] double standing_utility() const { return utility(said_->standing); }
    /// @brief The text that stays if what stands is refused. @return `no_offer` but where the
    /// protocol is that of the single negotiating text
    [[nodiscard]] offer_id text() const noexcept { return said_->text; }
    /// @brief Number of things said so far. @return length of the history
    [[nodiscard]] std::size_t heard() const noexcept { return said_->history.size(); }

    /// @brief The k-th thing said, as this party heard it: of another's message that noise
    /// swallowed only that something was sent.
    /// @param k from 0, in order @range{[0, heard())}
    /// @return the event; kind `lost` and no deal where it did not arrive
    [[nodiscard]] event heard(std::size_t k) const {
        event e = said_->history[k];
        if (!e.arrived && e.who != party_) {
            e.kind = move_kind::lost;
            e.deal = no_offer;
        }
        e.arrived = e.arrived || e.who == party_;  // the sender is not told
        return e;
    }

    /// @brief The options of a deal. @param deal a number @return an option for every issue
    [[nodiscard]] std::span<const option_id> deal(offer_id deal) const { return said_->deal(deal); }

    /// @brief Options of each issue in all. @return sizes @shape{issues}
    [[nodiscard]] const std::vector<option_id>& sizes() const noexcept {
        return said_->at().table().space.sizes;
    }

    /// @brief The open options of each issue. @return domains @shape{issues}
    [[nodiscard]] const std::vector<std::vector<option_id>>& domains() const noexcept {
        return said_->at().table().space.domains;
    }

    // Questions about one's own deals.

    /// @brief One's deals from best to worst, red lines kept. The first `acceptable()` of them are
    /// worth no less than no deal.
    /// @return nothing where the space is too large to be written down
    [[nodiscard]] const deal::ranking* order() const noexcept {
        return view_->order ? &*view_->order : nullptr;
    }

    /// @brief How many of one's deals are worth no less than no deal.
    /// @return the first so many of `order()`; 0 where there is no order
    /// @complexity{O(1); a lookup after a threat}
    /// @test tests/talks/turn.cpp "queries never leave what one would sign"
    [[nodiscard]] std::size_t acceptable() const noexcept {
        if (said_->reservation_shift.empty() || !view_->order) {
            return view_->acceptable;
        }
        return view_->order->count_at_least(reservation());
    }

    /// @brief One's cheapest deal worth at least so much, the first of equals; the best one where
    /// no deal is worth so much; never one worth less than no deal.
    /// @param utility the least it may be worth; -inf asks for any deal
    /// @return `no_offer` where no deal is worth as much as none, or where the space is too large
    /// to be written down (`order()` tells: then use `best_for_others`)
    /// @complexity{O(1) as a rule}
    /// @test tests/talks/turn.cpp "queries never leave what one would sign"
    [[nodiscard]] offer_id cheapest_at_least(double utility) const {
        std::size_t nowhere = 0;
        return cheapest_at_least(utility, nowhere);
    }

    /// @brief The same for a strategy that concedes little by little; see `deal::ranking`.
    /// @param utility the least it may be worth
    /// @param cursor  one number that the strategy keeps from turn to turn, 0 at first
    /// @return as above
    /// @complexity{O(1) as a rule}
    /// @test tests/talks/turn.cpp "queries never leave what one would sign"
    [[nodiscard]] offer_id cheapest_at_least(double utility, std::size_t& cursor) const {
        const std::size_t last = acceptable();
        return last == 0 ? no_offer : view_->order->cheapest_row(utility, last, cursor);
    }

    /// @brief Of one's deals worth at least so much, the best for the others by what one believes
    /// of them; one's best deal where none is worth so much; never one worth less than no deal.
    /// Equally good ones go by one's own utility, then by enumeration order.
    /// @param utility the least it may be worth
    /// @param others  terms of the others, as believed; see `deal::trade_off_search`
    /// @return `no_offer` where no deal is worth as much as none
    /// @throws std::invalid_argument the search would pass its budget
    /// @complexity{one search: some microseconds for a dozen issues}
    /// @test tests/talks/turn.cpp "queries never leave what one would sign"
    [[nodiscard]] offer_id best_for_others(double utility,
                                           const std::vector<utility_term>& others) const {
        if (!has_deals()) {
            return no_offer;
        }
        const bool shifted = !said_->reservation_shift.empty();
        const grains wanted =
            said_->at().least_sum(party_, shifted ? std::max(utility, reservation()) : utility);
        const grains least =
            std::min(shifted ? wanted : std::max(wanted, view_->threshold), view_->greatest_sum);
        const auto found = view_->search.best(least, others);
        if (found.refused) {
            throw std::invalid_argument("an offer cannot be searched for: " +
                                        found.refused->reason);
        }
        return found.best ? said_->number_of(found.best->deal) : no_offer;
    }

    /// @brief Whether a number stands for a deal of this run: offers by other numbers are not
    /// legal.
    /// @param deal any number
    /// @return false for `no_offer`
    [[nodiscard]] bool knows(offer_id deal) const noexcept { return said_->knows(deal); }

    /// @brief The number of a deal of one's own making.
    /// @param deal an option for every issue @shape{issues}
    /// @return `no_offer` for a deal that the constraints forbid
    [[nodiscard]] offer_id find(const outcome& deal) const { return said_->number_of(deal); }

    /// @brief For protocols: this party's agent has failed.
    /// @param what it did
    void forfeits(std::string what) const {
        said_->forfeits.push_back({party_, now_.round, std::move(what)});
    }

    // Moves.

    /// @brief The moves the protocol takes now. @return which
    [[nodiscard]] const legal_moves& legal() const noexcept { return legal_; }
    /// @brief Proposes a deal; walks away where there is none to propose.
    /// @param deal a number, or `no_offer`
    /// @return the move
    [[nodiscard]] static move offer(offer_id deal) noexcept {
        return deal == no_offer ? move{} : move{deal, move_kind::offer};
    }
    /// @brief Accepts what stands.
    /// @param strength how much it means
    /// @return the move
    [[nodiscard]] static move accept(vote_strength strength = vote_strength::strong) noexcept {
        return {no_offer, move_kind::accept, strength};
    }
    /// @brief Refuses what stands.
    /// @param strength how much it means
    /// @return the move
    [[nodiscard]] static move reject(vote_strength strength = vote_strength::strong) noexcept {
        return {no_offer, move_kind::reject, strength};
    }
    /// @brief Ends the talks. @return the move
    [[nodiscard]] static move walk_away() noexcept { return {}; }

private:
    [[nodiscard]] bool excluded(offer_id deal) const {
        return view_->utilities.empty() ? said_->excluded(deal, party_)
                                        : !view_->excluded.empty() && view_->excluded[deal];
    }

    [[nodiscard]] double shift() const noexcept { return said_->reservation_shift[party_]; }

    proceedings* said_;
    const own_view* view_;
    moment now_;
    party_id party_;
    legal_moves legal_;
};

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

inline std::vector<double> turn::values_of(issue_id issue) const {
    const bargaining& table = said_->at().table();
    std::vector<double> values(table.space.sizes[issue], 0);
    for (const utility_term& term : table.parties[party_].utility.terms) {
        for (std::size_t o = 0; o < values.size() && term.issues == std::vector{issue}; ++o) {
            values[o] += static_cast<double>(term.values[o]);
        }
    }
    const auto& domain = table.space.domains[issue];
    const auto less = [&](option_id a, option_id b) { return values[a] < values[b]; };
    if (domain.empty()) {
        return values;
    }
    const auto [worst, best] = std::minmax_element(domain.begin(), domain.end(), less);
    const double low = values[*worst];
    const double span = values[*best] - low;
    for (double& value : values) {
        value = span > 0 ? std::clamp((value - low) / span, 0.0, 1.0) : 0;
    }
    return values;
}

}  // namespace negotiation::talks
