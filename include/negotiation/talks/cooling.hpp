#pragma once

/// @file
/// How the temperature of annealing falls.

#include <cmath>

#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief The temperature in a round: it falls linearly, and is 0 in the last.
/// @param start what it falls from @range{[0, inf)}
/// @param now   the clock
/// @return start (N - r) / N
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/cooling.cpp "it cools to nothing in the last round"
[[nodiscard]] constexpr double temperature(double start, const moment& now) noexcept {
    return start * static_cast<double>(now.rounds - now.round) / static_cast<double>(now.rounds);
}

/// @brief The probability that annealing takes a loss.
/// @param loss what is lost, below 0 a gain; infinite for what is out of the question
/// @param heat the temperature, in the unit of the loss @range{[0, inf)}
/// @return 1 for no loss, else exp(-loss / heat), 0 at no heat
/// @complexity{O(1)}; thread-safe
/// @source{klein2003, Klein et al. 2003}
/// @test tests/talks/cooling.cpp "a loss is taken the more rarely the greater it is"
[[nodiscard]] inline double chance_to_take(double loss, double heat) {
    if (loss <= 0) {
        return 1;
    }
    return heat > 0 ? std::exp(-loss / heat) : 0;
}

}  // namespace negotiation::talks
