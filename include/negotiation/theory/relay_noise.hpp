#pragma once

/// @file
/// What is left of a message at the end of a chain of relays. Compiled in the library
/// negotiation::negotiation (src/theory/relay_noise.cpp).

#include <vector>

namespace negotiation::theory {

/// @brief Probability that a message which can only be true or false comes out wrong at the end of
/// a chain of relays: (1 - product of (1 - 2 noise))/2; two errors cancel.
/// @param noises probability of each relay that it turns the message round @range{[0, 1]}
/// @return a probability; 0 for an empty chain
/// @throws std::invalid_argument a noise outside its range
/// @complexity{O(relays)}; thread-safe
/// @test tests/theory/relay_noise.cpp "two relays with noise 0.1 turn round 0.18"
[[nodiscard]] double chain_noise(const std::vector<double>& noises);

/// @brief Probability that no relay of a chain loses a message: the product of (1 - noise).
///
/// Of offers, which are lost or arrive, not of signals, which are turned round.
/// @param noises probability of each relay that it loses the message @range{[0, 1]}
/// @return a probability; 1 for an empty chain
/// @throws std::invalid_argument a noise outside its range
/// @complexity{O(relays)}; thread-safe
/// @test tests/theory/relay_noise.cpp "two relays with noise 0.1 hand on 0.81"
[[nodiscard]] double chance_of_arrival(const std::vector<double>& noises);

/// @brief What to believe after "yes" from a messenger who always means to tell the truth: Bayes.
/// @param prior probability of "yes" before @range{[0, 1]}
/// @param noise that the message was turned round @range{[0, 1]}
/// @return a probability; the prior where such a message was impossible
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/relay_noise.cpp "noise of a half teaches nothing"
[[nodiscard]] double belief_after_yes(double prior, double noise);

}  // namespace negotiation::theory
