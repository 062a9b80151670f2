#pragma once

/// @file
/// The frequency model: what someone keeps asking for, it wants.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/talks/opponent_model.hpp>

namespace negotiation::talks {

/// @brief The frequency model of Smith and HardHeaded. For each opponent an issue that it left
/// unchanged from one offer to the next gains weight `gain` / issues, and an option is worth how
/// often it was asked for, over the most asked for of its issue. Each offer counts once. With
/// several opponents their estimates are added.
///
/// Assumes that opponents concede slowly and change first what matters least to them. It knows
/// nothing at the start: every deal is then as good as any other.
/// @copycost one number an option and opponent
/// @source{vankrimpen2013, van Krimpen\, Looije and Hajizadeh 2013\, HardHeaded}
/// @test tests/talks/opponent_model/frequency.cpp "what is asked for again and again counts more"
class frequency {
public:
    /// @brief A model that has heard nothing.
    /// @param gain what an unchanged issue gains, over the number of issues @range{[0, inf)}
    explicit frequency(double gain = 0.2) noexcept : gain_(gain) {}

    /// @brief Hears what was said since it last listened.
    /// @param t the party's turn
    /// @complexity{O(issues) an offer}
    void observe(const turn& t) {
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind == move_kind::offer && e.who != t.party() && e.who < t.parties()) {
                hear(t, e);
            }
        }
    }

    /// @brief The estimate.
    /// @param t the party's turn
    /// @return one term an issue, normalised weights times values @unit{1e-9}
    /// @complexity{O(options * opponents)} after news, else O(1)
    [[nodiscard]] const std::vector<utility_term>& terms(const turn& t) {
        if (stale_) {
            estimate(t);
            stale_ = false;
        }
        return terms_;
    }

    /// @brief The weight that an opponent seems to give an issue.
    /// @param who   the opponent
    /// @param issue of the space
    /// @return normalised over issues; 0 before its first offer
    [[nodiscard]] double weight(party_id who, issue_id issue) const {
        if (who >= opponents_.size() || opponents_[who].weights.empty()) {
            return 0;
        }
        const auto& weights = opponents_[who].weights;
        double sum = 0;
        for (const double w : weights) {
            sum += w;
        }
        return weights[issue] / sum;
    }

private:
    struct opponent {
        std::vector<double> weights;                     ///< by issue; empty: nothing heard
        std::vector<std::vector<std::uint32_t>> counts;  ///< by issue and option
        offer_id last = no_offer;
    };

    void hear(const turn& t, const event& e) {
        opponents_.resize(t.parties());
        opponent& who = opponents_[e.who];
        const auto now = t.deal(e.deal);
        if (who.weights.empty()) {
            who.weights.assign(now.size(), 1.0 / static_cast<double>(now.size()));
            for (const option_id size : t.sizes()) {
                who.counts.emplace_back(size, 0U);
            }
        }
        const double step = gain_ / static_cast<double>(now.size());
        for (std::size_t k = 0; k < now.size(); ++k) {
            ++who.counts[k][now[k]];
            if (who.last != no_offer && t.deal(who.last)[k] == now[k]) {
                who.weights[k] += step;
            }
        }
        who.last = e.deal;
        stale_ = true;
    }

    void estimate(const turn& t) {
        const auto& sizes = t.sizes();
        terms_.resize(sizes.size());
        for (issue_id k = 0; k < sizes.size(); ++k) {
            terms_[k].issues.assign(1, k);
            terms_[k].values.assign(sizes[k], 0);
        }
        for (party_id j = 0; j < opponents_.size(); ++j) {
            const opponent& who = opponents_[j];
            for (issue_id k = 0; k < who.counts.size(); ++k) {
                const std::uint32_t most =
                    *std::max_element(who.counts[k].begin(), who.counts[k].end());
                const double each = weight(j, k) * estimate_unit / std::max(most, 1U);
                for (std::size_t o = 0; o < who.counts[k].size(); ++o) {
                    terms_[k].values[o] += std::llround(each * who.counts[k][o]);
                }
            }
        }
    }

    double gain_;
    bool stale_ = false;
    std::size_t heard_ = 0;  ///< how much of the history is known
    std::vector<opponent> opponents_;
    std::vector<utility_term> terms_;
};

}  // namespace negotiation::talks
