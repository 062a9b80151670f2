#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>

#include "talks/equilibrium/endless.hpp"
#include "talks/equilibrium/one_offer.hpp"

namespace negotiation::talks::equilibrium {

namespace {

using detail::endless;

/// Play that is the best answer to its own worth, where who offers is drawn.
class drawn_search {
public:
    drawn_search(const deal_set& deals, const offer_game& rules, const endless& at)
        : deals_(deals),
          rules_(rules),
          at_(at) {}

    [[nodiscard]] stationary_play run(std::uint64_t iterations) {
        constexpr std::uint64_t a_start = 50;
        follow(deals_.no_deal, iterations);
        for (const std::uint32_t k : by_product()) {
            if (best_.converged || spent_ + a_start > 2 * iterations) {
                break;
            }
            follow(deals_.row(k), a_start);
        }
        if (!best_.converged) {
            wander(iterations / 2);
        }
        return best_;
    }

private:
    /// What everybody does who is drawn, if to go on is worth so much.
    [[nodiscard]] stationary_play answer(const std::vector<double>& mean) const {
        stationary_play play;
        for (std::size_t p = 0; p < deals_.parties; ++p) {
            const detail::one_offer done = at_.offer_of(p, mean);
            play.choices.push_back(done.made);
            play.values.insert(play.values.end(), done.worth.begin(), done.worth.end());
            play.thresholds.insert(play.thresholds.end(), done.thresholds.begin(),
                                   done.thresholds.end());
        }
        return play;
    }

    [[nodiscard]] std::vector<double> mean_of(const std::vector<double>& values) const {
        std::vector<double> mean(deals_.parties, 0);
        for (std::size_t k = 0; k < values.size(); ++k) {
            mean[k % deals_.parties] += rules_.recognition[k / deals_.parties] * values[k];
        }
        return mean;
    }

    [[nodiscard]] std::vector<double> least_of(const stationary_play& of, std::size_t p) const {
        const auto from = of.thresholds.begin() + static_cast<std::ptrdiff_t>(p * deals_.parties);
        return {from, from + static_cast<std::ptrdiff_t>(deals_.parties)};
    }

    [[nodiscard]] bool passes(std::uint32_t k, std::size_t p,
                              const std::vector<double>& least) const {
        return !deals_.refuses(k, p) &&
               detail::is_carried(deals_, rules_.agreement, k, p, least, at_.slack());
    }

    /// Whether a party has no better move than in a play, where others answer as the reply says: of
    /// moves worth the same the reply may have chosen another.
    [[nodiscard]] bool is_best(const stationary_play& play, const stationary_play& reply,
                               std::size_t p) const {
        const std::size_t at = p * deals_.parties + p;
        const choice& made = play.choices[p];
        const bool stays = made.kind != proposal::wait ||
                           (made.next == 0) == at_.ends(p, at_.earlier(mean_of(play.values)));
        return stays &&
               (made.kind != proposal::offer || passes(made.deal, p, least_of(reply, p))) &&
               play.values[at] >= reply.values[at] - at_.slack()[p];
    }

    /// Keeps the play that is nearest to its best answer, with what is accepted at its own worth.
    /// @return the best answer
    stationary_play try_play(const std::vector<choice>& moves) {
        stationary_play play;
        play.choices = moves;
        play.values = worth_of(moves, deals_, rules_);
        stationary_play reply = answer(mean_of(play.values));
        play.thresholds = reply.thresholds;
        double gap = 0;
        play.converged = true;
        for (std::size_t p = 0; p < deals_.parties; ++p) {
            const std::size_t at = p * deals_.parties + p;
            play.converged = play.converged && is_best(play, reply, p);
            gap = std::max(gap, std::abs(reply.values[at] - play.values[at]));
        }
        if (play.converged || gap < gap_) {
            gap_ = gap;
            best_ = std::move(play);
        }
        return reply;
    }

    /// What it is worth to go on, so many rounds earlier, with moves that do not change. What those
    /// who offer bring is there at once; the rest tends to the exact worth at a steady rate.
    [[nodiscard]] std::vector<double> rounds_earlier(const std::vector<choice>& moves,
                                                     const std::vector<double>& mean,
                                                     double rounds) const {
        double waits = 0;
        for (std::size_t p = 0; p < moves.size(); ++p) {
            const bool on = moves[p].kind == proposal::wait && moves[p].next > 0;
            waits += on ? rules_.recognition[p] : 0;
        }
        std::vector<double> then = mean_of(worth_of(moves, deals_, rules_));
        for (std::size_t i = 0; i < then.size(); ++i) {
            const double left = std::min(waits * at_.slope(i), 1.0);
            then[i] += (left < 1 ? std::pow(left, rounds) : 1) * (mean[i] - then[i]);
        }
        return then;
    }

    /// Whole steps first, longer ones while no move changes; where they go round in circles,
    /// smaller ones.
    void follow(std::vector<double> mean, std::uint64_t most) {
        std::vector<choice> tried;
        double rounds = 1;
        for (std::uint64_t k = 0; k < most; ++k, ++spent_) {
            stationary_play play = answer(mean);
            std::vector<double> fresh = mean_of(play.values);
            if (play.choices != tried) {
                tried = play.choices;
                rounds = 1;
                try_play(tried);
                if (best_.converged) {
                    return;
                }
            } else {
                rounds = std::min(2 * rounds, 1e18);
                fresh = rounds_earlier(tried, mean, rounds);
            }
            bool moves = false;
            const double step = k < most / 2 ? 1 : 0.5;
            for (std::size_t i = 0; i < mean.size(); ++i) {
                moves = moves || std::abs(fresh[i] - mean[i]) > at_.slack()[i];
                mean[i] += step * (fresh[i] - mean[i]);
            }
            if (!moves) {
                return;  // it stands still, at what is not its worth
            }
        }
    }

    /// One after another, those who could do better change to a best move, any of several as good:
    /// which partner a proposer pays, of those that cost the same, may be what decides. The lots
    /// are the same in every search.
    void wander(std::uint64_t most) {
        random_stream lots(1, 0);
        std::vector<choice> moves = best_.choices;
        for (std::uint64_t k = 0; k < most; ++k) {
            const stationary_play reply = try_play(moves);
            if (best_.converged) {
                return;
            }
            const std::size_t p = draw_place(lots, deals_.parties);
            const choice& best = reply.choices[p];
            moves[p] = best;
            if (best.kind == proposal::offer) {
                const std::vector<double> least = least_of(reply, p);
                const std::vector<std::uint32_t> ties =
                    at_.search().all_best(p, [&](std::uint32_t d) { return passes(d, p, least); });
                moves[p].deal = ties[draw_place(lots, ties.size())];
            }
        }
    }

    /// Deals that suit everybody, by the product of gains over no deal.
    [[nodiscard]] std::vector<std::uint32_t> by_product() const {
        std::vector<std::pair<double, std::uint32_t>> gains;
        for (std::uint32_t k = 0; k < deals_.size(); ++k) {
            double product = 1;
            for (std::size_t i = 0; i < deals_.parties; ++i) {
                product *= deals_.refuses(k, i)
                               ? 0
                               : std::max(deals_.utility(k, i) - deals_.no_deal[i], 0.0);
            }
            gains.emplace_back(-product, k);
        }
        std::sort(gains.begin(), gains.end());
        std::vector<std::uint32_t> order;
        for (const auto& entry : gains) {
            order.push_back(entry.second);
        }
        return order;
    }

    const deal_set& deals_;
    const offer_game& rules_;
    const endless& at_;
    stationary_play best_;
    double gap_ = std::numeric_limits<double>::infinity();
    std::uint64_t spent_ = 0;
};

}  // namespace

stationary_play solve_drawn(const deal_set& deals, const offer_game& rules,
                            std::uint64_t iterations) {
    if (rules.recognition.empty()) {
        throw std::invalid_argument("stationary: expected probabilities of recognition; got none");
    }
    const endless at(deals, rules);
    return drawn_search(deals, rules, at).run(iterations);
}

}  // namespace negotiation::talks::equilibrium
