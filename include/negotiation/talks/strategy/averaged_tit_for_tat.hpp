#pragma once

/// @file
/// Averaged tit-for-tat: concede in proportion to what the others conceded over a window.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/earlier_offers.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Faratin's averaged tit-for-tat: each time the others have made new offers, the target is
/// multiplied by the worth of their offers `window` turns before the latest over that of the
/// latest, both in one's own utility between one's worst deal (0) and one's best (1), and taken to
/// the power 1 / window: the concession of one turn, on average over the window. A window of 1
/// answers the last step alone.
///
/// As published the whole ratio is applied every turn, so that one concession is answered `window`
/// times over; the root answers it once.
///
/// Assumes that the opponent moves: against a party that never does it never concedes. Offers that
/// were worth nothing have no ratio and are not answered.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | window | 3 | turns over which concessions are averaged |
///
/// The default of window is a choice of this library.
/// @copycost a number a turn
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, averaged tit-for-tat}
/// @test tests/talks/strategy/averaged_tit_for_tat.cpp "concessions are averaged over the window"
class averaged_tit_for_tat {
public:
    /// @brief A concession rule. @param window turns @range{[1, inf)}
    /// @throws std::invalid_argument window below 1
    explicit averaged_tit_for_tat(std::size_t window = 3) : window_(window) {
        if (window < 1) {
            throw std::invalid_argument("averaged-tit-for-tat: window must be at least 1; got 0");
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
        const auto& offered = received_.worth();
        if (news && offered.size() > 1) {
            const std::size_t steps = std::min(window_, offered.size() - 1);
            const double before = offered[offered.size() - 1 - steps];
            const double after = offered.back();
            if (before > 0 && after > 0) {
                asked_ *= std::pow(before / after, 1 / static_cast<double>(steps));
            }
        }
        asked_ = std::clamp(asked_, std::min(floor, 1.0), 1.0);
        return t.least() + asked_ * span;
    }

private:
    std::size_t window_;
    double asked_ = 1;  ///< the last target, 0 worst deal, 1 best
    offers_received received_;
};

/// @brief Averaged tit-for-tat that proposes its cheapest deal worth the target.
/// @param window turns over which concessions are averaged @range{[1, inf)}
/// @return a strategy
/// @throws std::invalid_argument window below 1
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/averaged_tit_for_tat.cpp "concessions are averaged over the window"
[[nodiscard]] inline composed<averaged_tit_for_tat, accept_target, frequency> mirroring_on_average(
    std::size_t window = 3) {
    return {averaged_tit_for_tat(window), {}, frequency{}};
}

}  // namespace negotiation::talks
