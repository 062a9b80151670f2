#pragma once

/// @file
/// Random absolute tit-for-tat: concede as much as the others conceded, give or take.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/earlier_offers.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Faratin's random absolute tit-for-tat: each time the others have made new offers, the
/// target falls by as much as their offers got better from `lag` turns ago to one turn later, both
/// in one's own utility between one's worst deal (0) and one's best (1), and by a random amount up
/// to `noise` either way, which leads out of a deadlock of two who mirror each other. Never below
/// no deal, never above one's best.
///
/// Assumes that the opponent moves; without noise it never concedes to one that does not.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | lag | 1 | turns between a concession and its answer |
/// | noise | 0.02 | greatest random step, in shares of one's range |
///
/// The default of noise is a choice of this library.
/// @copycost a number a turn
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, random absolute tit-for-tat}
/// @test tests/talks/strategy/absolute_tit_for_tat.cpp "a concession is answered by as much"
class absolute_tit_for_tat {
public:
    /// @brief A concession rule.
    /// @param lag   turns @range{[1, inf)}
    /// @param noise greatest random step @range{[0, 1]}
    /// @throws std::invalid_argument a parameter out of range
    explicit absolute_tit_for_tat(std::size_t lag = 1, double noise = 0.02)
        : lag_(lag),
          noise_(noise) {
        if (lag < 1 || !(noise >= 0 && noise <= 1)) {
            throw std::invalid_argument(
                "absolute-tit-for-tat: lag must be at least 1, noise in [0, 1]; got lag = " +
                std::to_string(lag) + ", noise = " + std::to_string(noise));
        }
    }

    /// @brief What it asks for now.
    /// @param t     the turn
    /// @param draws random bits; none are drawn without noise
    /// @return utility
    /// @complexity{O(1) an event heard}
    [[nodiscard]] double target(const turn& t, random_stream& draws) {
        const double span = t.greatest() - t.least();
        const double floor = span > 0 ? (t.aspiration(0) - t.least()) / span : 0;
        const bool news = received_.listen(t);
        const auto& offered = received_.worth();
        if (news && offered.size() > lag_) {
            asked_ -= offered[offered.size() - lag_] - offered[offered.size() - 1 - lag_];
            asked_ += noise_ > 0 ? noise_ * (2 * draw_share(draws) - 1) : 0;
        }
        asked_ = std::clamp(asked_, std::min(floor, 1.0), 1.0);
        return t.least() + asked_ * span;
    }

private:
    std::size_t lag_;
    double noise_;
    double asked_ = 1;  ///< the last target, 0 worst deal, 1 best
    offers_received received_;
};

/// @brief Random absolute tit-for-tat that proposes its cheapest deal worth the target.
/// @param lag   turns between a concession and its answer @range{[1, inf)}
/// @param noise greatest random step @range{[0, 1]}
/// @return a strategy
/// @throws std::invalid_argument a parameter out of range
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/absolute_tit_for_tat.cpp "a concession is answered by as much"
[[nodiscard]] inline composed<absolute_tit_for_tat, accept_target, frequency> mirroring_absolutely(
    std::size_t lag = 1, double noise = 0.02) {
    return {absolute_tit_for_tat(lag, noise), {}, frequency{}};
}

}  // namespace negotiation::talks
