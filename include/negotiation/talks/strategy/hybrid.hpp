#pragma once

/// @file
/// A strategy that weighs the clock against what the others do.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief The hybrid concession: t^2 times a target by the clock plus 1 - t^2 times a target by the
/// others' behaviour. By the clock it asks for a quadratic curve through `first`, `middle`, `last`
/// (Bezier: (1 - t)^2 first + 2 t (1 - t) middle + t^2 last). By behaviour it asks for what its own
/// last offer was worth, less `empathy` (1 + t) times how much the others' offers got better, the
/// last four steps weighted 1, 2, 3, 4 over their sum, the latest most.
///
/// Everything is measured on its aspiration, 0 the greater of no deal and its worst deal and 1 its
/// best deal, so that the two parts are comparable whatever the units of its utility.
///
/// Assumes that the opponent answers in kind early on, and that the clock decides in the end.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | first | 1 | aspiration by the clock at the start |
/// | middle | 0.75 | what pulls the curve in between |
/// | last | 0.5 | aspiration by the clock at the deadline |
/// | empathy | 0.5 | share of the others' concessions that is answered at first |
///
/// Defaults and weights are choices of this library.
/// @copycost eight numbers
/// @source{keskin2021, Keskin\, Cakan and Aydogan 2021\, AAMAS}
/// @test tests/talks/strategy/hybrid.cpp "clock and behaviour are weighed by the square of time"
class hybrid_concession {
public:
    /// @brief A concession rule. Every parameter is a share. @param first at the start
    /// @param middle  what pulls the curve in between @range{[0, 1]}
    /// @param last    at the deadline @range{[0, 1]}
    /// @param empathy share of concessions that is answered @range{[0, inf)}
    /// @throws std::invalid_argument a parameter out of range
    explicit hybrid_concession(double first = 1, double middle = 0.75, double last = 0.5,
                               double empathy = 0.5)
        : first_(first),
          middle_(middle),
          last_(last),
          empathy_(empathy) {
        const auto share = [](double x) { return x >= 0 && x <= 1; };
        if (!share(first) || !share(middle) || !share(last) || !(empathy >= 0)) {
            throw std::invalid_argument(
                "hybrid: first, middle and last must lie in [0, 1], empathy be at least 0; got "
                "first = " +
                std::to_string(first) + ", middle = " + std::to_string(middle) +
                ", last = " + std::to_string(last) + ", empathy = " + std::to_string(empathy));
        }
    }

    /// @brief What it asks for now.
    /// @param t the turn
    /// @return utility
    /// @complexity{O(1) an event heard}
    [[nodiscard]] double target(const turn& t) {
        listen(t);
        const double time = t.time();
        const double late = time * time;
        const double clock =
            (1 - time) * (1 - time) * first_ + 2 * time * (1 - time) * middle_ + late * last_;
        const double behaviour = mine_ - empathy_ * (1 + time) * conceded();
        return t.aspiration(std::clamp(late * clock + (1 - late) * behaviour, 0.0, 1.0));
    }

private:
    static constexpr std::size_t steps = 4;

    [[nodiscard]] static double share_of(const turn& t, offer_id deal) {
        const double floor = t.aspiration(0);
        const double span = t.greatest() - floor;
        const double worth = t.utility(deal);
        return span > 0 && std::isfinite(worth) ? (worth - floor) / span : 0;
    }

    void listen(const turn& t) {
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind != move_kind::offer) {
                continue;
            }
            const double worth = share_of(t, e.deal);
            if (e.who == t.party()) {
                mine_ = worth;
            } else {
                std::rotate(offered_, offered_ + 1, offered_ + steps + 1);
                offered_[steps] = worth;
                count_ = std::min(count_ + 1, steps + 1);
            }
        }
    }

    /// How much the others' offers got better in the last steps, the latest weighing most.
    [[nodiscard]] double conceded() const {
        double sum = 0;
        double weights = 0;
        for (std::size_t k = 1; k < count_; ++k) {
            const std::size_t place = steps + 1 - count_ + k;
            sum += static_cast<double>(k) * (offered_[place] - offered_[place - 1]);
            weights += static_cast<double>(k);
        }
        return weights > 0 ? sum / weights : 0;
    }

    double first_;
    double middle_;
    double last_;
    double empathy_;
    double mine_ = 1;  ///< aspiration of its own last offer
    std::size_t heard_ = 0;
    std::size_t count_ = 0;           ///< offers remembered
    double offered_[steps + 1] = {};  ///< of the others, the latest last  NOLINT(*-avoid-c-arrays)
};

/// @brief A hybrid strategy that proposes its cheapest deal worth the target.
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/hybrid.cpp "clock and behaviour are weighed by the square of time"
[[nodiscard]] inline composed<hybrid_concession, accept_target, frequency> hybrid() {
    return {hybrid_concession{}, {}, frequency{}};
}

}  // namespace negotiation::talks
