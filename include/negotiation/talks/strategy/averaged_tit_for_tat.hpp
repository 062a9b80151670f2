#pragma once

/// @file
/// Averaged tit-for-tat: concede in proportion to what the others conceded over a window.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/earlier_offers.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief What of the concessions in a window is answered at each turn.
enum class window_mean : std::uint8_t {
    geometric,  ///< the concession of one turn, on average over the window
    ratio       ///< the concession over the whole window: the published formula
};

/// @brief Faratin's averaged tit-for-tat: each time the others have made new offers, the target is
/// multiplied by the worth of their offers `window` turns before the latest over that of the
/// latest, both in one's own utility between one's worst deal (0) and one's best (1). A window of
/// 1 answers the last step alone.
///
/// The paper says two things. Its text has the agent answer "the average of percentages of
/// changes" in the window, its formula the ratio over all of the window, and that at every turn:
/// one concession is then answered `window` times over, and the agent concedes with the power of
/// the window. `window_mean::geometric` is the text: the ratio to the power 1 / window answers
/// each concession once. `window_mean::ratio` is the formula.
///
/// Assumes that the opponent moves: against a party that never does it never concedes. Offers that
/// were worth nothing have no ratio and are not answered.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | window | 3 | turns over which concessions are averaged |
/// | mean | geometric | what of them is answered: `geometric` or `ratio` |
///
/// Both defaults are choices of this library.
/// @copycost a number a turn
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, averaged tit-for-tat}
/// @test tests/talks/strategy/averaged_tit_for_tat.cpp "concessions are averaged over the window"
/// @test tests/talks/strategy/averaged_tit_for_tat.cpp "as published the whole window is answered"
class averaged_tit_for_tat {
public:
    /// @brief A concession rule.
    /// @param window turns @range{[1, inf)}
    /// @param mean   what is answered at each turn
    /// @throws std::invalid_argument window below 1
    explicit averaged_tit_for_tat(std::size_t window = 3, window_mean mean = window_mean::geometric)
        : window_(window),
          mean_(mean) {
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
                const bool once = mean_ == window_mean::geometric;
                asked_ *= std::pow(before / after, once ? 1 / static_cast<double>(steps) : 1);
            }
        }
        asked_ = std::clamp(asked_, std::min(floor, 1.0), 1.0);
        return t.least() + asked_ * span;
    }

private:
    std::size_t window_;
    window_mean mean_;
    double asked_ = 1;  ///< the last target, 0 worst deal, 1 best
    offers_received received_;
};

/// @brief Averaged tit-for-tat that proposes its cheapest deal worth the target.
/// @param window turns over which concessions are averaged @range{[1, inf)}
/// @param mean   what of them is answered
/// @return a strategy
/// @throws std::invalid_argument window below 1
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/averaged_tit_for_tat.cpp "concessions are averaged over the window"
[[nodiscard]] inline composed<averaged_tit_for_tat, accept_target, frequency> mirroring_on_average(
    std::size_t window = 3, window_mean mean = window_mean::geometric) {
    return {averaged_tit_for_tat(window, mean), {}, frequency{}};
}

}  // namespace negotiation::talks
