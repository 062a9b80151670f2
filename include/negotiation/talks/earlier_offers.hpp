#pragma once

/// @file
/// What was proposed before, looked up in the history.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief The deal that one proposed last.
/// @param t one's turn
/// @return `no_offer` where one has proposed nothing yet
/// @complexity{O(what was said since)}; thread-safe
/// @test tests/talks/earlier_offers.cpp "what was proposed last is found"
[[nodiscard]] inline offer_id own_last_offer(const turn& t) {
    for (std::size_t k = t.heard(); k-- > 0;) {
        const event e = t.heard(k);
        if (e.kind == move_kind::offer && e.who == t.party()) {
            return e.deal;
        }
    }
    return no_offer;
}

/// @brief What the offers received in the last rounds were worth to oneself.
struct received_worth {
    double best = 0;        ///< of them @unit{utility}
    double average = 0;     ///< of them @unit{utility}
    std::size_t count = 0;  ///< how many; the others are 0 where there are none

    bool operator==(const received_worth&) const = default;
};

/// @brief Best and average of what the others proposed in the last rounds: since one's own turn so
/// many rounds ago. So whoever looks back sees as many offers of each of the others, wherever it
/// sits: what stands before the party listed first was made in the round before. Deals outside
/// one's red lines do not count.
/// @param t      one's turn
/// @param rounds how far to look back @range{[1, inf)}
/// @return worth of the offers
/// @complexity{O(what was said in those rounds)}; thread-safe
/// @test tests/talks/earlier_offers.cpp "offers count within the rounds asked for"
/// @test tests/talks/earlier_offers.cpp "whoever looks back sees as much from every seat"
[[nodiscard]] inline received_worth received_within(const turn& t, std::int64_t rounds) {
    const std::int64_t then = t.now().round - rounds;
    const auto round_of = [&t](std::size_t k) { return std::int64_t{t.heard(k).round}; };
    std::size_t first = t.heard();
    while (first > 0 && round_of(first - 1) > then) {
        --first;
    }
    for (std::size_t k = first; k > 0 && round_of(k - 1) == then; --k) {
        if (t.heard(k - 1).who == t.party()) {
            first = k;
            break;
        }
    }
    received_worth found;
    for (std::size_t k = first; k < t.heard(); ++k) {
        const event e = t.heard(k);
        const bool received = e.kind == move_kind::offer && e.who != t.party();
        const double worth = received ? t.utility(e.deal) : -1;
        if (received && std::isfinite(worth)) {
            found.best = found.count == 0 ? worth : std::max(found.best, worth);
            found.average += worth;
            ++found.count;
        }
    }
    found.average /= static_cast<double>(std::max<std::size_t>(found.count, 1));
    return found;
}

/// @brief A record of what the others' offers were worth to oneself: a number for every turn on
/// which there was news, the mean of each one's latest offer, 0 for one's worst deal and 1 for the
/// best.
/// @copycost a number a turn
/// @test tests/talks/earlier_offers.cpp "a record holds a number for every turn with news"
class offers_received {
public:
    /// @brief Listens to what was said since it last did.
    /// @param t one's turn
    /// @return whether there were new offers
    /// @complexity{O(1) an event heard}
    bool listen(const turn& t) {
        latest_.resize(t.parties(), no_offer);
        bool news = false;
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind == move_kind::offer && e.who != t.party() && e.who < t.parties()) {
                latest_[e.who] = e.deal;
                news = true;
            }
        }
        if (!news) {
            return false;
        }
        const double span = t.greatest() - t.least();
        double sum = 0;
        double count = 0;
        for (const offer_id deal : latest_) {
            if (deal != no_offer) {
                sum += span > 0 ? std::max(0.0, (t.utility(deal) - t.least()) / span) : 0;
                count += 1;
            }
        }
        worth_.push_back(sum / count);
        return true;
    }

    /// @brief The record. @return shares of one's range, in order
    [[nodiscard]] const std::vector<double>& worth() const noexcept { return worth_; }

private:
    std::size_t heard_ = 0;         ///< how much of the history is known
    std::vector<offer_id> latest_;  ///< by party
    std::vector<double> worth_;     ///< by turn with news
};

}  // namespace negotiation::talks
