#pragma once

/// @file
/// Strategies that concede as time passes: boulware, linear, conceder.

#include <cmath>
#include <stdexcept>
#include <string>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief The time-dependent concession: aspiration 1 - k - (1 - k) t^(1/e), t relative time.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | e | 1 | below 1 boulware, 1 linear, above conceder |
/// | k | 0 | what is conceded at t = 0 |
/// | tolerance | 0 | subtracted from the target, in utility |
///
/// Assumes nothing about the opponent.
/// @copycost five numbers
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, eq. 2}
/// @test tests/talks/strategy/time_dependent.cpp "the target falls from the best deal to no deal"
class time_dependent {
public:
    /// @brief A concession curve.
    /// @param e         shape @range{(0, inf)}
    /// @param k         concession at the start @range{[0, 1]}
    /// @param tolerance subtracted from the target @unit{utility} @range{[0, inf)}
    /// @throws std::invalid_argument a parameter out of range
    explicit time_dependent(double e = 1, double k = 0, double tolerance = 0)
        : exponent_(1 / e),
          start_(1 - k),
          tolerance_(tolerance) {
        if (!(e > 0) || !(k >= 0 && k <= 1) || !(tolerance >= 0)) {
            throw std::invalid_argument(
                "time-dependent: e must be above 0, k in [0, 1], tolerance at least 0; got e = " +
                std::to_string(e) + ", k = " + std::to_string(k) +
                ", tolerance = " + std::to_string(tolerance));
        }
        constexpr double largest = 64;
        const double whole = std::round(exponent_);
        if (whole <= largest && !(std::abs(exponent_ - whole) > 1e-12)) {
            power_ = static_cast<int>(whole);
        }
        fourth_root_ = !(std::abs(exponent_ - 0.25) > 1e-15);
    }

    /// @brief What it asks for now.
    /// @param t the turn
    /// @return utility
    /// @complexity{one power}; thread-safe
    [[nodiscard]] double target(const turn& t) const {
        return t.aspiration(start_ - start_ * elapsed(t.time())) - tolerance_;
    }

private:
    /// t^(1/e). Whole exponents are multiplied out: the same on every machine, and quicker.
    [[nodiscard]] double elapsed(double time) const {
        if (power_ == 0) {
            return fourth_root_ ? std::sqrt(std::sqrt(time)) : std::pow(time, exponent_);
        }
        double result = 1;
        double square = time;
        for (int n = power_; n > 0; n /= 2) {
            if (n % 2 == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    double exponent_;
    double start_;
    double tolerance_;
    int power_ = 0;             ///< the exponent where it is whole, else 0
    bool fourth_root_ = false;  ///< the usual conceder
};

/// @brief A time-dependent strategy that offers its cheapest deal worth the target and accepts what
/// is worth the target. In spaces too large to be written down it offers the best for the others
/// under a frequency model.
using conceding = composed<time_dependent, accept_target, frequency>;

/// @brief Holds out, then concedes near the deadline: e = 1/4.
/// @param e shape @range{(0, 1)}
/// @return a strategy
/// @throws std::invalid_argument e out of the range of `time_dependent`
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/time_dependent.cpp "the target falls from the best deal to no deal"
[[nodiscard]] inline conceding boulware(double e = 0.25) {
    return {time_dependent(e), {}, frequency{}};
}

/// @brief Concedes at a constant pace: e = 1.
/// @return a strategy
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/time_dependent.cpp "the target falls from the best deal to no deal"
[[nodiscard]] inline conceding linear() { return {time_dependent(1), {}, frequency{}}; }

/// @brief Concedes at once: e = 4.
/// @param e shape @range{(1, inf)}
/// @return a strategy
/// @throws std::invalid_argument e out of the range of `time_dependent`
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/time_dependent.cpp "the target falls from the best deal to no deal"
[[nodiscard]] inline conceding conceder(double e = 4) {
    return {time_dependent(e), {}, frequency{}};
}

}  // namespace negotiation::talks
