#pragma once

/// @file
/// Relative tit-for-tat: concede in proportion to what the others conceded.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/earlier_offers.hpp>
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
        const bool news = received_.listen(t);
        const std::vector<double>& offered = received_.worth();
        if (news && offered.size() > lag_) {
            const double before = offered[offered.size() - 1 - lag_];
            const double after = offered[offered.size() - lag_];
            if (before > 0 && after > 0) {
                asked_ *= before / after;
            }
        }
        asked_ = std::clamp(asked_, std::min(floor, 1.0), 1.0);
        return t.least() + asked_ * span;
    }

private:
    std::size_t lag_;
    double asked_ = 1;  ///< the last target, 0 worst deal, 1 best
    offers_received received_;
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
