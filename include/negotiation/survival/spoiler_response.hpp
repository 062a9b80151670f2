#pragma once

/// @file
/// What to do about a spoiler: buy it off, raise its cost, or disable it. Compiled in the library
/// negotiation::negotiation (src/survival/spoiler_response.cpp).

#include <optional>

#include <negotiation/survival/hazard.hpp>

namespace negotiation::survival {

/// @brief A spoiler before one deal, in numbers: base + slope / (1 + exp((v - r) / noise)).
struct spoiler_stance {
    double base = 0;         ///< hazard whatever the deal is worth to it @range{[0, 10^100]}
    double slope = 0;        ///< added where the deal is far below r @range{[0, 10^100]}
    double value = 0;        ///< v, what the deal is worth to it @unit{value}
    double reservation = 0;  ///< r @unit{value}
    double noise = 0;        ///< how gradually; 0: a step @unit{value} @range{[0, 10^100]}

    bool operator==(const spoiler_stance&) const = default;
};

/// @brief How a hazard's spoiler stands before a deal; terms that depend on the deal are in the
/// base.
/// @param of    a hazard
/// @param space the deals there are
/// @param deal  one of them @shape{issues}
/// @return its stance; nothing where the hazard answers to nobody
/// @complexity{O(terms)}; thread-safe
/// @test tests/survival/spoiler_response.cpp "a hazard's stance is the hazard"
[[nodiscard]] std::optional<spoiler_stance> stance_of(const hazard& of, const outcome_space& space,
                                                      const outcome& deal);

/// @brief The hazard that such a spoiler is.
/// @param of its stance
/// @return in the hazard's measure @range{[base, base + slope]}
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/spoiler_response.cpp "the side payment brings the hazard to its target"
[[nodiscard]] double hazard_of(const spoiler_stance& of);

/// @brief Inducement, for a spoiler with limited aims: the least side payment that brings its
/// hazard to a target.
/// @param of     its stance
/// @param target hazard, in its measure @range{[0, 10^100]}
/// @return to be added to its value, 0 where nothing is needed @unit{value}; nothing where no
/// payment reaches the target, because the base alone is above it (or at it, with noise)
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{stedman1997, Stedman 1997\, International Security 22(2)}
/// @test tests/survival/spoiler_response.cpp "the side payment brings the hazard to its target"
[[nodiscard]] std::optional<double> least_side_payment(const spoiler_stance& of, double target);

/// @brief Raising the cost, for a greedy spoiler: the least damage which, threatened and carried
/// out with some probability when it wrecks the deal, brings its hazard to a target. Its
/// reservation value falls by probability times damage.
/// @param of          its stance
/// @param target      hazard, in its measure @range{[0, 10^100]}
/// @param probability that the threat is carried out @range{[0, 1]}
/// @return the damage, 0 where nothing is needed @unit{value}; nothing where none reaches the
/// target
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{stedman1997, Stedman 1997\, International Security 22(2)}
/// @test tests/survival/spoiler_response.cpp "a threat is as good as the chance that it is carried
/// out"
[[nodiscard]] std::optional<double> least_damage(const spoiler_stance& of, double target,
                                                 double probability);

/// @brief Defeat, for a total spoiler, which no value of the deal moves: the share of its
/// capability that has to go for its hazard, base and all, to come to a target.
/// @param of     its stance
/// @param target hazard, in its measure @range{[0, 10^100]}
/// @return 1 - target / hazard, 0 where nothing is needed @range{[0, 1]}
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{stedman1997, Stedman 1997\, International Security 22(2)}
/// @test tests/survival/spoiler_response.cpp "a total spoiler has to lose what the target leaves"
[[nodiscard]] double least_disabled(const spoiler_stance& of, double target);

}  // namespace negotiation::survival
