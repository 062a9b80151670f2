#pragma once

/// @file
/// Settlement against collapse: which comes first. Compiled in the library
/// negotiation::negotiation (src/survival/race.cpp).

#include <cstddef>
#include <span>
#include <vector>

namespace negotiation::survival {

/// @brief Two things that may come at any moment, each at a constant rate: that the parties settle,
/// and that what they talk under collapses. Not for talks with a deadline alone: a rate has no
/// memory.
struct race {
    double settlement = 0;  ///< mu @unit{1/time} @range{[0, 10^100]}
    double collapse = 0;    ///< lambda @unit{1/time} @range{[0, 10^100]}

    bool operator==(const race&) const = default;
};

/// @brief Probability that a settlement comes before the collapse: (mu / (mu + lambda))^phases.
/// @param of     the race
/// @param phases that have to be settled one after another, all at the same rate
/// @return the probability; 0 where nothing ever settles, 1 for no phases
/// @throws std::invalid_argument a rate outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/race.cpp "a settlement rate of 0.2 beats a collapse rate of 0.08 in five of
/// seven cases"
[[nodiscard]] double settles_first(const race& of, std::size_t phases = 1);

/// @brief Probability that a settlement comes first, and within some time.
/// @param of   the race
/// @param time until then @range{[0, 10^100]}
/// @return mu / (mu + lambda) (1 - exp(-(mu + lambda) time))
/// @throws std::invalid_argument a rate or time outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/race.cpp "a deadline cuts the chance to settle"
[[nodiscard]] double settles_within(const race& of, double time);

/// @brief Time until one of the two comes, on average: 1 / (mu + lambda).
/// @param of the race
/// @return the mean @unit{time}; infinite where neither ever comes
/// @throws std::invalid_argument a rate outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/race.cpp "a settlement rate of 0.2 beats a collapse rate of 0.08 in five of
/// seven cases"
[[nodiscard]] double mean_time(const race& of);

/// @brief What a settlement is worth beforehand: mu S / (mu + lambda + r), a collapse being worth
/// nothing.
/// @param of       the race
/// @param worth    S, of the settlement when it comes @unit{utility}
/// @param interest r @unit{1/time} @range{[0, 10^100]}
/// @return discounted and expected; 0 where nothing ever settles
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/race.cpp "a settlement is worth less the longer it takes"
[[nodiscard]] double value_of(const race& of, double worth, double interest);

/// @brief How much worse a text that is settled sooner may be: the worth at which hurrying is as
/// good as taking one's time.
/// @param of       the race at leisure
/// @param worth    of what is settled at leisure @unit{utility}
/// @param interest r @unit{1/time} @range{[0, 10^100]}
/// @param hurried  rate of settlement in a hurry @unit{1/time} @range{(0, 10^100]}
/// @return the least worth of a hurried text @unit{utility}
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/race.cpp "haste may cost what time would have cost"
[[nodiscard]] double least_worth_in_haste(const race& of, double worth, double interest,
                                          double hurried);

/// @brief Which of several sources strikes first: lambda_m / sum of lambda.
/// @param rates by source @unit{1/time} @range{[0, 10^100]} @shape{sources}
/// @return probabilities that sum to 1 @shape{sources}; all 0 where nothing ever strikes
/// @throws std::invalid_argument a rate outside its range
/// @complexity{O(sources)}; thread-safe
/// @test tests/survival/race.cpp "who strikes first is drawn by rates"
[[nodiscard]] std::vector<double> strikes_first(std::span<const double> rates);

/// @brief Probability that a plan is carried out before a shock comes: exp(-lambda sum of
/// durations).
///
/// More steps need less trust each, and live longer under the hazard: the trade-off behind every
/// plan of small steps.
/// @param rate      lambda @unit{1/time} @range{[0, 10^100]}
/// @param durations of its steps, one after another @unit{time} @range{[0, 10^100]} @shape{steps}
/// @return the probability; 1 for no steps
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(steps)}; thread-safe
/// @test tests/survival/race.cpp "sixteen tranches a month each survive as printed"
[[nodiscard]] double plan_survival(double rate, std::span<const double> durations);

}  // namespace negotiation::survival
