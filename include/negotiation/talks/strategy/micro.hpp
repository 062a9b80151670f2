#pragma once

/// @file
/// MiCRO: the minimal concession strategy.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief MiCRO. Concedes to the next deal in its own order only while it has made no more distinct
/// offers than it has received; else repeats one of its offers, chosen at random. Accepts what is
/// worth at least the offer it would make. No parameters, no model, no clock.
///
/// Assumes that the opponent answers concessions with concessions. Needs every deal ranked, so it
/// refuses spaces that are too large to be written down. Of several opponents it counts the one
/// that has made the fewest distinct offers.
/// @copycost a bit a deal and opponent
/// @source{dejonge2022, de Jonge 2022}
/// @test tests/talks/strategy/micro.cpp "micro concedes a deal for a deal"
class micro {
public:
    /// @brief Its move.
    /// @param t     the turn
    /// @param draws random bits, for repeated offers
    /// @return the move
    /// @throws std::invalid_argument the deals are not written down
    /// @complexity{O(1) amortised}
    move act(const turn& t, random_stream& draws) {
        const deal::ranking* mine = t.order();
        if (mine == nullptr) {
            throw std::invalid_argument(
                "micro: needs every deal ranked; this space is too large to be written down");
        }
        listen(t, mine->size());
        const std::size_t most = t.acceptable();
        if (mine != order_) {
            begin(t, *mine);
        }
        while (next_ < most && offered_.holds(mine->row(next_))) {
            ++next_;
        }
        const bool concedes = next_ < most && made_.size() <= least_received();
        if (!concedes && made_.empty()) {
            return t.legal().reject ? turn::reject() : turn::walk_away();
        }
        // What it would offer is its next deal, or its cheapest offer so far.
        const double aim = concedes ? mine->utility(next_) : cheapest_;
        if (t.standing_utility() >= aim && may_accept(t)) {
            return turn::accept();
        }
        if (!t.legal().offer) {
            return turn::reject();
        }
        if (!concedes) {
            return turn::offer(made_[draw_place(draws, made_.size())]);
        }
        offered_.add(mine->row(next_), mine->size());
        made_.push_back(mine->row(next_));
        cheapest_ = mine->utility(next_++);
        return turn::offer(made_.back());
    }

private:
    /// A set of deals, a bit each.
    class deal_set {
    public:
        [[nodiscard]] bool holds(offer_id deal) const noexcept {
            const std::size_t word = deal / bits;
            return word < words_.size() && (words_[word] >> (deal % bits) & 1U) != 0;
        }
        void add(offer_id deal, std::size_t deals) {
            const std::size_t word = deal / bits;
            if (words_.size() <= word) {
                words_.resize(std::max(word + 1, deals / bits + 1), 0);
            }
            words_[word] |= std::uint64_t{1} << (deal % bits);
        }

    private:
        static constexpr std::size_t bits = 64;
        std::vector<std::uint64_t> words_;
    };

    struct sender {
        deal_set seen;
        std::size_t distinct = 0;
    };

    /// A first turn, or red lines that have come to bind: what it offered and could no longer sign
    /// is forgotten.
    void begin(const turn& t, const deal::ranking& mine) {
        order_ = &mine;
        next_ = 0;
        std::erase_if(made_, [&](offer_id deal) { return !t.suits(deal); });
        cheapest_ = t.greatest();
        for (const offer_id deal : made_) {
            cheapest_ = std::min(cheapest_, t.utility(deal));
        }
    }

    void listen(const turn& t, std::size_t deals) {
        senders_.resize(t.parties());
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind == move_kind::offer && e.who != t.party() && e.who < t.parties() &&
                !senders_[e.who].seen.holds(e.deal)) {
                senders_[e.who].seen.add(e.deal, deals);
                ++senders_[e.who].distinct;
            }
        }
        me_ = t.party();
    }

    [[nodiscard]] std::size_t least_received() const {
        std::size_t least = ~std::size_t{0};
        for (std::size_t j = 0; j < senders_.size(); ++j) {
            least = j == me_ ? least : std::min(least, senders_[j].distinct);
        }
        return least;
    }

    const deal::ranking* order_ = nullptr;  ///< the order it has been walking down
    std::size_t next_ = 0;                  ///< rank of the next deal to concede
    double cheapest_ = 0;                   ///< utility of its cheapest offer
    std::vector<offer_id> made_;            ///< distinct offers made
    deal_set offered_;                      ///< the same, and those forgotten
    std::size_t heard_ = 0;                 ///< how much of the history is known
    std::size_t me_ = 0;
    std::vector<sender> senders_;  ///< by party
};

}  // namespace negotiation::talks
