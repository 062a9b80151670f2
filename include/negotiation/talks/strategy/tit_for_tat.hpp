#pragma once

/// @file
/// Relative tit-for-tat: concede in proportion to what the others conceded.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Faratin's relative tit-for-tat: each time the others have made new offers, the target is
/// multiplied by how their offers of `lag` turns ago compare with those one turn later, both in
/// one's *own* utility between one's worst deal (0) and one's best (1). If their offers got a tenth
/// better, it asks for a tenth less. It starts from its best deal, never asks for less than no
/// deal, and where the others take back a concession it takes back its own.
///
/// Assumes that the opponent moves: against a party that never does it never concedes. A ratio says
/// nothing about offers that were worth nothing before, so those are not answered; after offers
/// worth next to nothing small steps look large, and it answers them with large ones. Of several
/// opponents it takes the mean of their latest offers.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | lag | 1 | turns between a concession and its answer |
/// @copycost a number a turn
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, relative tit-for-tat}
/// @test tests/talks/strategy/tit_for_tat.cpp "a concession is answered in proportion"
class relative_tit_for_tat {
public:
    /// @brief A concession rule. @param lag turns @range{[1, inf)}
    /// @throws std::invalid_argument lag below 1
    explicit relative_tit_for_tat(std::size_t lag = 1) : lag_(lag) {
        if (lag < 1) {
            throw std::invalid_argument("tit-for-tat: lag must be at least 1; got 0");
        }
    }

    /// @brief What it asks for now.
    /// @param t the turn
    /// @return utility
    /// @complexity{O(1) an event heard}
    [[nodiscard]] double target(const turn& t) {
        const double span = t.greatest() - t.least();
        const double floor = span > 0 ? (t.aspiration(0) - t.least()) / span : 0;
        if (listen(t) && offered_.size() > lag_) {
            const double before = offered_[offered_.size() - 1 - lag_];
            const double after = offered_[offered_.size() - lag_];
            if (before > 0 && after > 0) {
                asked_ *= before / after;
            }
        }
        asked_ = std::clamp(asked_, std::min(floor, 1.0), 1.0);
        return t.least() + asked_ * span;
    }

private:
    /// Notes how good the others' latest offers are. @return whether there were new ones
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
        offered_.push_back(sum / count);
        return true;
    }

    std::size_t lag_;
    std::size_t heard_ = 0;
    double asked_ = 1;              ///< the last target, 0 worst deal, 1 best
    std::vector<offer_id> latest_;  ///< by party
    std::vector<double> offered_;   ///< by turn: mean worth of the others' latest offers
};

/// @brief Relative tit-for-tat that proposes its cheapest deal worth the target.
/// @param lag turns between a concession and its answer @range{[1, inf)}
/// @return a strategy
/// @throws std::invalid_argument lag below 1
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/tit_for_tat.cpp "a concession is answered in proportion"
[[nodiscard]] inline composed<relative_tit_for_tat, accept_target, frequency> tit_for_tat(
    std::size_t lag = 1) {
    return {relative_tit_for_tat(lag), {}, frequency{}};
}

}  // namespace negotiation::talks
