#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/voting.hpp>

/// Stacked alternating offers as a game tree, walked whole: who stands by what is part of the
/// state, nothing is known of thresholds. For very small games.
namespace negotiation::tests {

struct game_tree {
    const talks::equilibrium::deal_set& deals;
    std::int64_t rounds = 1;
    std::vector<double> discount;  ///< a round
    double breakdown = 0;
    talks::voting_rule rule;
    bool deadline_costs = true;

    using worth = std::vector<double>;
    std::map<std::pair<std::int64_t, std::pair<std::size_t, unsigned long>>, worth> known = {};

    /// What the talks are worth at a turn, in the money of that turn's round.
    [[nodiscard]] worth at(std::int64_t turn, std::size_t standing, talks::acceptances by) {
        const auto n = static_cast<std::int64_t>(deals.parties);
        if (turn == rounds * n) {
            return deals.no_deal;
        }
        const auto key = std::pair{turn, std::pair{standing, by.to_ulong()}};
        if (const auto found = known.find(key); found != known.end()) {
            return found->second;
        }
        const auto me = static_cast<std::size_t>(turn % n);
        worth best = deals.no_deal;  // walking away
        bool moved = false;
        const auto consider = [&](const worth& other) {
            if (other[me] > best[me] + 1e-12 || (!moved && other[me] > best[me] - 1e-12)) {
                best = other;
                moved = true;
            }
        };
        if (standing < deals.size() && !by[me]) {
            talks::acceptances more = by;
            more.set(me);
            consider(carries(rule, more, deals.parties) ? deals.row(standing)
                                                        : after(turn, standing, more));
        }
        for (std::size_t k = 0; k < deals.size(); ++k) {
            talks::acceptances mine;
            mine.set(me);
            consider(carries(rule, mine, deals.parties) ? deals.row(k) : after(turn, k, mine));
        }
        return known[key] = best;
    }

    [[nodiscard]] worth start() { return at(0, deals.size(), {}); }

private:
    [[nodiscard]] worth after(std::int64_t turn, std::size_t standing, talks::acceptances by) {
        worth next = at(turn + 1, standing, by);
        const auto n = static_cast<std::int64_t>(deals.parties);
        if ((turn + 1) % n != 0) {
            return next;
        }
        const bool last = turn + 1 == rounds * n;
        for (std::size_t i = 0; i < next.size(); ++i) {
            next[i] *= last && !deadline_costs ? 1 : discount[i];
            next[i] = last ? next[i] : breakdown * deals.no_deal[i] + (1 - breakdown) * next[i];
        }
        return next;
    }
};

/// Random recognition as a game tree, walked whole: whoever is drawn says any deal or leaves, the
/// others vote one after another until the rule is met or all have voted, each hearing the votes
/// before its own. Nothing is known of thresholds. For very small games.
struct lottery_tree {
    const talks::equilibrium::deal_set& deals;
    std::int64_t rounds = 1;
    std::vector<double> recognition;
    std::vector<double> discount;  ///< a round
    double breakdown = 0;
    talks::voting_rule rule;
    bool deadline_costs = true;

    using worth = std::vector<double>;

    /// What the talks are worth before anybody is drawn.
    [[nodiscard]] worth start() const {
        worth next = deals.no_deal;  // in the money of the round before it
        for (std::size_t i = 0; i < next.size(); ++i) {
            next[i] *= deadline_costs ? discount[i] : 1;
        }
        for (std::int64_t round = rounds; round > 1; --round) {
            const worth now = drawn(next);
            for (std::size_t i = 0; i < next.size(); ++i) {
                next[i] = breakdown * deals.no_deal[i] + (1 - breakdown) * discount[i] * now[i];
            }
        }
        return drawn(next);
    }

private:
    [[nodiscard]] worth drawn(const worth& failed) const {
        worth mean(deals.parties, 0);
        for (std::size_t p = 0; p < deals.parties; ++p) {
            const worth one = proposed(p, failed);
            for (std::size_t i = 0; i < deals.parties; ++i) {
                mean[i] += recognition[p] * one[i];
            }
        }
        return mean;
    }

    [[nodiscard]] worth proposed(std::size_t p, const worth& failed) const {
        worth best = deals.no_deal;  // leaving
        bool spoke = false;
        for (std::size_t k = 0; k < deals.size(); ++k) {
            talks::acceptances mine;
            mine.set(p);
            const worth led = voted(p, k, 0, mine, failed);
            if (led[p] > best[p] + 1e-12 || (!spoke && led[p] > best[p] - 1e-12)) {
                best = led;
                spoke = true;
            }
        }
        return best;
    }

    [[nodiscard]] worth voted(std::size_t p, std::size_t k, std::size_t next, talks::acceptances by,
                              const worth& failed) const {
        if (carries(rule, by, deals.parties)) {
            return deals.row(k);
        }
        if (next == deals.parties) {
            return failed;
        }
        if (next == p) {
            return voted(p, k, next + 1, by, failed);
        }
        talks::acceptances with = by;
        with.set(next);
        const worth yes = voted(p, k, next + 1, with, failed);
        const worth no = voted(p, k, next + 1, by, failed);
        return yes[next] >= no[next] - 1e-12 ? yes : no;
    }
};

/// Deals of random worth, no two alike.
[[nodiscard]] inline talks::equilibrium::deal_set random_deals(std::size_t deals,
                                                               std::size_t parties,
                                                               std::uint64_t seed) {
    random_stream bits(seed, deals, static_cast<std::uint32_t>(parties));
    talks::equilibrium::deal_set set;
    set.parties = parties;
    for (std::size_t k = 0; k < deals * parties; ++k) {
        set.utilities.push_back(draw_share(bits));
    }
    for (std::size_t i = 0; i < parties; ++i) {
        set.no_deal.push_back(0.5 * draw_share(bits));
    }
    return set;
}

/// The same of either sign, so that a loss put off is a gain.
[[nodiscard]] inline talks::equilibrium::deal_set random_signed_deals(std::size_t deals,
                                                                      std::size_t parties,
                                                                      std::uint64_t seed) {
    talks::equilibrium::deal_set set = random_deals(deals, parties, seed);
    for (double& u : set.utilities) {
        u = 2 * u - 1;
    }
    for (double& r : set.no_deal) {
        r = 2 * r - 0.8;
    }
    return set;
}

/// Whether a deal is worth no less than another to anybody, and more to somebody or the first of
/// two alike.
[[nodiscard]] inline bool betters(const talks::equilibrium::deal_set& all, std::size_t one,
                                  std::size_t other) {
    bool more = one < other;
    for (std::size_t i = 0; i < all.parties; ++i) {
        if (all.utility(one, i) < all.utility(other, i)) {
            return false;
        }
        more = more || all.utility(one, i) > all.utility(other, i);
    }
    return more && one != other;
}

/// Only what nobody can better for all.
[[nodiscard]] inline talks::equilibrium::deal_set efficient_deals(
    const talks::equilibrium::deal_set& all) {
    talks::equilibrium::deal_set kept;
    kept.parties = all.parties;
    kept.no_deal = all.no_deal;
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < all.size(); ++k) {
        bool good = true;
        for (std::size_t l = 0; l < all.size(); ++l) {
            good = good && !betters(all, l, k);
        }
        if (good) {
            rows.push_back(k);
        }
    }
    for (std::size_t i = 0; i < all.parties; ++i) {
        for (const std::size_t k : rows) {
            kept.utilities.push_back(all.utility(k, i));
        }
    }
    return kept;
}

}  // namespace negotiation::tests
