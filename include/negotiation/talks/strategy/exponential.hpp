#pragma once

/// @file
/// A strategy that concedes exponentially as time passes.

#include <cmath>
#include <stdexcept>
#include <string>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief The exponential concession: aspiration 1 - exp((1 - t)^beta ln k), t relative time.
///
/// Where the polynomial of `time_dependent` and this one have the same shape, this one concedes
/// later and then faster.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | k | 0.01 | what is conceded at t = 0 |
/// | beta | 1 | below 1 late, above 1 early |
///
/// Assumes nothing about the opponent. The default of k is a choice of this library.
/// @copycost two numbers
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, exponential tactics}
/// @test tests/talks/strategy/exponential.cpp "the target falls as Faratin's exponential says"
class exponential {
public:
    /// @brief A concession curve.
    /// @param k    concession at the start @range{(0, 1]}
    /// @param beta shape @range{(0, inf)}
    /// @throws std::invalid_argument a parameter out of range
    explicit exponential(double k = 0.01, double beta = 1) : log_k_(std::log(k)), beta_(beta) {
        if (!(k > 0 && k <= 1) || !(beta > 0)) {
            throw std::invalid_argument(
                "exponential: k must lie in (0, 1], beta above 0; got k = " + std::to_string(k) +
                ", beta = " + std::to_string(beta));
        }
    }

    /// @brief What it asks for now.
    /// @param t the turn
    /// @return utility
    /// @complexity{a power and an exponential}; thread-safe
    [[nodiscard]] double target(const turn& t) const {
        return t.aspiration(1 - std::exp(std::pow(1 - t.time(), beta_) * log_k_));
    }

private:
    double log_k_;
    double beta_;
};

/// @brief An exponential strategy that proposes its cheapest deal worth the target.
/// @param k    concession at the start @range{(0, 1]}
/// @param beta shape @range{(0, inf)}
/// @return a strategy
/// @throws std::invalid_argument a parameter out of range
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/exponential.cpp "the target falls as Faratin's exponential says"
[[nodiscard]] inline composed<exponential, accept_target, frequency> conceding_exponentially(
    double k = 0.01, double beta = 1) {
    return {exponential(k, beta), {}, frequency{}};
}

}  // namespace negotiation::talks
