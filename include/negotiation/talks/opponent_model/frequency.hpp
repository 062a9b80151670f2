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

/// @brief How a frequency model weighs issues.
enum class weighing : std::uint8_t {
    unchanged,   ///< by how often an issue was left as it was, from the first offer on alike
    forgetting,  ///< the same with weights brought back to a sum of 1 after every offer, so that
                 ///< what was long ago counts ever less (after HardHeaded)
    commonest    ///< by how often its commonest option was asked for (Smith)
};

/// @brief Frequency models after HardHeaded and Smith. For each opponent an issue that it left
/// unchanged from one offer to the next gains weight `gain` / issues, and an option is worth how
/// often it was asked for, over the most asked for of its issue. Each offer counts once. With
/// several opponents their estimates are added; issues without a choice do not count.
///
/// With n issues, c of them unchanged, `weighing::forgetting` has w = (w + gain/n) / (1 + c gain/n)
/// of these and w / (1 + c gain/n) of the others after every offer: a geometric memory. This
/// library's own `weighing::unchanged` divides once, when it is asked, so that every offer counts
/// alike. In the variant of Smith an issue weighs as much as its commonest option was asked for.
///
/// What was never asked for is worth nothing to a model that only counts, as Smith's does, so that
/// before anything is heard every deal is as good as any other, and two parties who both rely on it
/// may repeat their best deals for ever. Therefore options begin with `prior` counts times what
/// they are *not* worth to oneself: the fixed-pie expectation, which the first offers outweigh. 0
/// leaves it out.
///
/// The program that won as HardHeaded differs in three details, which its description does not
/// hang on: there options begin with a count of 1, the first offer is not counted, and an issue
/// that is left unchanged gains only while it weighs less than 1 - gain/(1 + c gain/n).
///
/// Assumes that opponents concede slowly and change first what matters least to them.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | gain | 0.2 | what an unchanged issue gains, over the number of issues |
/// | prior | 1 | offers that the fixed-pie expectation counts for |
/// | by | unchanged | how issues are weighed |
/// @copycost one number an option and opponent
/// @source{vankrimpen2013, van Krimpen\, Looije and Hajizadeh 2013\, HardHeaded};
/// @source{vangalenlast2012, van Galen Last 2012\, Agent Smith}; the prior:
/// @source{thompson1990, Thompson and Hastie 1990\, OBHDP 47}
/// @test tests/talks/opponent_model/frequency.cpp "what is asked for again and again counts more"
/// @test tests/talks/opponent_model/frequency.cpp "the published model forgets"
class frequency {
public:
    /// @brief A model that has heard nothing.
    /// @param gain  what an unchanged issue gains, over the number of issues @range{[0, inf)}
    /// @param prior offers that the fixed-pie expectation counts for @range{[0, inf)}
    /// @param by    how issues are weighed
    explicit frequency(double gain = 0.2, double prior = 1,
                       weighing by = weighing::unchanged) noexcept
        : gain_(gain),
          prior_(prior),
          by_(by) {}

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
        begin(t);
        if (stale_) {
            estimate(t);
            stale_ = false;
        }
        return terms_;
    }

    /// @brief The weight that an opponent seems to give an issue.
    /// @param who   the opponent
    /// @param issue of the space
    /// @return normalised over issues; 0 for an issue without a choice
    [[nodiscard]] double weight(party_id who, issue_id issue) const {
        if (who >= opponents_.size()) {
            return 0;
        }
        const opponent& one = opponents_[who];
        double sum = 0;
        for (std::size_t k = 0; k < one.weights.size(); ++k) {
            sum += raw_weight(one, k);
        }
        return sum > 0 ? raw_weight(one, issue) / sum : 0;
    }

private:
    struct opponent {
        std::vector<double> weights;              ///< by issue
        std::vector<std::vector<double>> counts;  ///< by issue and option
        offer_id last = no_offer;
    };

    [[nodiscard]] double raw_weight(const opponent& one, std::size_t issue) const {
        const bool counts = by_ == weighing::commonest && one.weights[issue] > 0;
        return counts ? *std::max_element(one.counts[issue].begin(), one.counts[issue].end())
                      : one.weights[issue];
    }

    /// Everybody starts alike: equal weights, and the prior.
    void begin(const turn& t) {
        if (!opponents_.empty()) {
            return;
        }
        opponent fresh;
        const auto& domains = t.domains();
        for (const auto& domain : domains) {
            open_ += domain.size() > 1 ? 1 : 0;
        }
        for (issue_id k = 0; k < domains.size(); ++k) {
            fresh.weights.push_back(domains[k].size() > 1 ? 1 / open_ : 0);
            fresh.counts.push_back(t.values_of(k));
            for (double& count : fresh.counts.back()) {
                count = prior_ * (1 - count);
            }
        }
        opponents_.assign(t.parties(), fresh);
        stale_ = true;
    }

    void hear(const turn& t, const event& e) {
        begin(t);
        opponent& who = opponents_[e.who];
        const auto now = t.deal(e.deal);
        double gained = 0;
        for (std::size_t k = 0; k < now.size(); ++k) {
            who.counts[k][now[k]] += 1;
            if (who.weights[k] > 0 && who.last != no_offer && t.deal(who.last)[k] == now[k]) {
                who.weights[k] += gain_ / open_;
                gained += gain_ / open_;
            }
        }
        for (double& weight : who.weights) {
            weight /= by_ == weighing::forgetting ? 1 + gained : 1;
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
            for (issue_id k = 0; k < sizes.size() && j != t.party(); ++k) {
                const std::vector<double>& counts = opponents_[j].counts[k];
                const double most = *std::max_element(counts.begin(), counts.end());
                const double each = most > 0 ? weight(j, k) * estimate_unit / most : 0;
                for (std::size_t o = 0; o < counts.size(); ++o) {
                    terms_[k].values[o] += std::llround(each * counts[o]);
                }
            }
        }
    }

    double gain_;
    double prior_;
    double open_ = 0;  ///< issues with a choice
    weighing by_ = weighing::unchanged;
    bool stale_ = false;
    std::size_t heard_ = 0;            ///< how much of the history is known
    std::vector<opponent> opponents_;  ///< by party
    std::vector<utility_term> terms_;
};

}  // namespace negotiation::talks
