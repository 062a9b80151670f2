#pragma once

/// @file
/// What is like the others' last offer is good for them.

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <negotiation/talks/opponent_model.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Similarity to what the others last proposed. Two options of an issue are as similar as
/// two criteria say, in equal parts: whether they are the same, and how near they are in one's own
/// value, 1 - |v(a) - v(b)|. Issues are weighed as by `frequency`. Before anything was proposed it
/// is the frequency model; similarities to the last offers of several opponents are added.
///
/// Offered by it, the best deal at no less than a target is the trade-off of Faratin, Sierra and
/// Jennings: of the deals that are worth so much to oneself, the most similar to what the other
/// side asked for.
///
/// Assumes that the opponent's last offer is near what it would take, and that it sees as similar
/// what one sees as similar oneself.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | gain | 0.2 | what an unchanged issue gains, over the number of issues |
///
/// The two criteria are choices of this library.
/// @copycost one number an option and opponent
/// @source{faratin2002, Faratin\, Sierra and Jennings 2002}
/// @test tests/talks/opponent_model/similarity.cpp "what is like the last offer is worth most"
class similarity {
public:
    /// @brief A model that has heard nothing. @param gain of an unchanged issue @range{[0, inf)}
    explicit similarity(double gain = 0.2) : weights_(gain) {}

    /// @brief Hears what was said since it last listened.
    /// @param t the party's turn
    /// @complexity{O(options) an offer}
    void observe(const turn& t) {
        weights_.observe(t);
        last_.resize(t.parties(), no_offer);
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind == move_kind::offer && e.who != t.party() && e.who < t.parties()) {
                last_[e.who] = e.deal;
                stale_ = true;
            }
        }
    }

    /// @brief The estimate.
    /// @param t the party's turn
    /// @return one term an issue @unit{1e-9}
    /// @complexity{O(options * opponents)} after news, else O(1)
    [[nodiscard]] const std::vector<utility_term>& terms(const turn& t) {
        if (stale_) {
            compare(t);
            stale_ = false;
        }
        return terms_.empty() ? weights_.terms(t) : terms_;
    }

private:
    void compare(const turn& t) {
        const auto& sizes = t.sizes();
        terms_.resize(sizes.size());
        for (issue_id k = 0; k < sizes.size(); ++k) {
            const std::vector<double> mine = t.values_of(k);
            terms_[k].issues.assign(1, k);
            terms_[k].values.assign(sizes[k], 0);
            for (party_id j = 0; j < last_.size(); ++j) {
                if (last_[j] == no_offer) {
                    continue;
                }
                const double weight = weights_.weight(j, k) * estimate_unit / 2;
                const option_id asked = t.deal(last_[j])[k];
                for (option_id o = 0; o < sizes[k]; ++o) {
                    const double alike = (o == asked ? 1 : 0) + 1 - std::abs(mine[o] - mine[asked]);
                    terms_[k].values[o] += std::llround(weight * alike);
                }
            }
        }
    }

    frequency weights_;  ///< of issues
    bool stale_ = false;
    std::size_t heard_ = 0;       ///< how much of the history is known
    std::vector<offer_id> last_;  ///< by party
    std::vector<utility_term> terms_;
};

}  // namespace negotiation::talks
