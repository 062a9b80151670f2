#pragma once

/// @file
/// What has been said in one run of talks.

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/forfeit.hpp>
#include <negotiation/talks/move.hpp>

namespace negotiation::talks {

/// @brief Something that happened: a move, or what a mediator did.
struct event {
    std::uint32_t round = 0;            ///< from 1
    offer_id deal = no_offer;           ///< the deal it is about
    std::uint32_t who = 0;              ///< a party; mediators follow the parties
    move_kind kind = move_kind::offer;  ///< what was done
    bool arrived = true;                ///< false where noise swallowed the message

    bool operator==(const event&) const = default;
};

/// @brief What a mediator adds to a party's utility of one deal, for good.
struct promise {
    party_id party = 0;        ///< who gets it
    offer_id deal = no_offer;  ///< the deal it hangs on
    double amount = 0;         ///< @unit{utility}

    bool operator==(const promise&) const = default;
};

/// @brief The state of one run that all agents share: history, the standing offer, deals by number,
/// promises. A protocol keeps it; agents see it through `turn`, a reader of the run as a record.
///
/// One run, one owner; use it again for the next run to save its memory.
/// @thread one run, one owner
/// @test tests/talks/proceedings.cpp "equal deals have equal numbers"
class proceedings {
public:
    /// @brief Forgets everything and begins a run.
    /// @param at what is bargained over; must outlive the run
    /// @complexity{O(1) where deals are written down}
    /// @test tests/talks/proceedings.cpp "equal deals have equal numbers"
    void begin(const arena& at) {
        at_ = &at;
        history.clear();
        promises.clear();
        sureties.clear();
        forfeits.clear();
        numbers_.clear();
        options_.clear();
        utilities_.clear();
        sums_.clear();
        standing = no_offer;
        text = no_offer;
        is_public = false;
        leaked_after = 0;
        reservation_shift.clear();
    }

    /// @brief The number of a deal.
    /// @param deal a feasible deal, an option for every issue @shape{issues}
    /// @return its number in this run; `no_offer` for a deal that the constraints forbid
    /// @complexity{O(issues log deals)}
    /// @test tests/talks/proceedings.cpp "equal deals have equal numbers"
    [[nodiscard]] offer_id number_of(const outcome& deal);

    /// @brief Whether a number stands for a deal of this run.
    /// @param number any
    /// @return false for `no_offer` and for numbers of other runs
    [[nodiscard]] bool knows(offer_id number) const noexcept {
        return at_->deals() ? number < at_->deals()->rows() : number < numbers_.size();
    }

    /// @brief The exact sum of a party's terms at a deal, promises aside.
    /// @param number of the deal
    /// @param i      a party
    /// @return @unit{grains}
    [[nodiscard]] grains sum(offer_id number, party_id i) const {
        const auto& deals = at_->deals();
        return deals ? deals->sum(number, i) : sums_[number * at_->parties() + i];
    }

    /// @brief What a deal holds.
    /// @param number of the deal
    /// @return an option for every issue @shape{issues}
    [[nodiscard]] std::span<const option_id> deal(offer_id number) const {
        if (const auto& deals = at_->deals()) {
            return deals->deal(number);
        }
        const std::size_t issues = at_->table().space.sizes.size();
        return std::span(options_).subspan(number * issues, issues);
    }

    /// @brief What a deal is worth to a party, promises included.
    /// @param number of the deal
    /// @param i      a party
    /// @return utility
    [[nodiscard]] double utility(offer_id number, party_id i) const {
        double worth = 0;
        if (const auto& deals = at_->deals()) {
            worth = deals->utilities[i * deals->rows() + number];
        } else {
            worth = utilities_[number * at_->parties() + i];
        }
        return promises.empty() ? worth : worth + promised(number, i);
    }

    /// @brief What mediators have promised a party for a deal.
    /// @param number of the deal
    /// @param i      a party
    /// @return utility on top of the deal's own
    /// @complexity{O(promises)}; thread-safe
    /// @test tests/talks/proceedings.cpp "promises are part of what a deal is worth"
    [[nodiscard]] double promised(offer_id number, party_id i) const {
        double sum = 0;
        for (const promise& p : promises) {
            sum += p.deal == number && p.party == i ? p.amount : 0;
        }
        return sum;
    }

    /// @brief True when the deal lies outside a party's binding red lines.
    /// @param number of the deal
    /// @param i      a party
    /// @return whether it could never sign it
    [[nodiscard]] bool excluded(offer_id number, party_id i) const;

    /// @brief The arena of the run.
    /// @return as given to `begin`
    [[nodiscard]] const arena& at() const noexcept { return *at_; }

    std::vector<event> history;         ///< in order
    std::vector<promise> promises;      ///< of mediators
    std::vector<forfeit> forfeits;      ///< agents that failed, each of which has walked away
    std::vector<std::size_t> sureties;  ///< mediators, by seat, that have said that they stand for
                                        ///< the carrying out; in that order, each once
    std::vector<double>
        reservation_shift;         ///< by party, added to the utility of no deal by threats
                                   ///< and audiences; empty where nothing has moved
    offer_id standing = no_offer;  ///< what can be accepted
    offer_id text = no_offer;      ///< the single negotiating text, where there is one
    bool is_public = false;        ///< a leak made the talks public
    std::size_t leaked_after = 0;  ///< how much of the history came before the leak

private:
    const arena* at_ = nullptr;
    std::map<outcome, offer_id> numbers_;  ///< of deals that came up, where no table is
    std::vector<option_id> options_;       ///< of each number
    std::vector<grains> sums_;             ///< of each number, by party
    std::vector<double> utilities_;        ///< likewise
};

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

inline offer_id proceedings::number_of(const outcome& deal) {
    if (const auto& deals = at_->deals()) {
        const auto row = deals->find(deal);
        return row ? *row : no_offer;
    }
    if (!feasible(at_->table().space, deal)) {
        return no_offer;
    }
    const auto [place, fresh] = numbers_.try_emplace(deal, static_cast<offer_id>(numbers_.size()));
    if (fresh) {
        options_.insert(options_.end(), deal.begin(), deal.end());
        for (party_id i = 0; i < at_->parties(); ++i) {
            const utility_function& f = at_->table().parties[i].utility;
            sums_.push_back(sum_of(f, at_->table().space.sizes, deal));
            utilities_.push_back(utility_of(f.scale, sums_.back()));
        }
    }
    return place->second;
}

inline bool proceedings::excluded(offer_id number, party_id i) const {
    if (at_->deals()) {
        const std::vector<bool>& outside = at_->view(i, is_public).excluded;
        return !outside.empty() && outside[number];
    }
    const auto options = deal(number);
    for (const bargaining::line& line : at_->table().parties[i].red_lines) {
        if ((line.binds || (is_public && line.is_public)) && !line.allowed[options[line.issue]]) {
            return true;
        }
    }
    return false;
}

}  // namespace negotiation::talks
