#pragma once

/// @file
/// MiCRO: the minimal concession strategy.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <negotiation/model/draw.hpp>
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
        if (most == 0) {
            return t.legal().reject ? turn::reject() : turn::walk_away();
        }
        const bool concedes = made_ <= least_received() && made_ < most;
        // What it would offer is its next deal, or its cheapest offer so far.
        const std::size_t next = concedes ? made_ : made_ - 1;
        if (t.legal().accept && t.standing_utility() >= mine->utility(next)) {
            return turn::accept();
        }
        if (!t.legal().offer) {
            return turn::reject();
        }
        if (concedes) {
            return turn::offer(mine->row(made_++));
        }
        return turn::offer(mine->row(draw_place(draws, made_)));
    }

private:
    struct sender {
        std::vector<std::uint64_t> seen;  ///< a bit a deal
        std::size_t distinct = 0;
    };

    void listen(const turn& t, std::size_t deals) {
        senders_.resize(t.parties());
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind != move_kind::offer || e.who == t.party() || e.who >= t.parties()) {
                continue;
            }
            sender& from = senders_[e.who];
            const std::size_t word = e.deal / bits;
            if (from.seen.size() <= word) {
                from.seen.resize(std::max(word + 1, deals / bits + 1), 0);
            }
            const std::uint64_t bit = std::uint64_t{1} << (e.deal % bits);
            from.distinct += (from.seen[word] & bit) == 0 ? 1U : 0U;
            from.seen[word] |= bit;
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

    static constexpr std::size_t bits = 64;
    std::size_t made_ = 0;   ///< distinct offers made: the first so many of its order
    std::size_t heard_ = 0;  ///< how much of the history is known
    std::size_t me_ = 0;
    std::vector<sender> senders_;  ///< by party
};

}  // namespace negotiation::talks
