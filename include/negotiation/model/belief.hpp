#pragma once

/// @file
/// Beliefs about whom one may trust, and what reports and acts do to them. Compiled in the library
/// negotiation::negotiation (src/model/belief.cpp).

namespace negotiation {

/// @brief How likely an act, or what a monitor says of it, is for either type.
///
/// "No alarm" of a monitor with false alarm rate a and detection d has 1 - a and 1 - d, its alarm a
/// and d.
struct likelihoods {
    double trustworthy = 1;    ///< where the other is trustworthy @range{[0, 1]}
    double untrustworthy = 1;  ///< where it is not @range{[0, 1]}

    bool operator==(const likelihoods&) const = default;
};

/// @brief Bayes' rule: the belief after an act.
/// @param belief that the other is trustworthy, before @range{[0, 1]}
/// @param of     how likely the act was
/// @return the belief after it
/// @throws std::invalid_argument an argument outside its range, or an act that at this belief
/// cannot have happened
/// @complexity{O(1)}; thread-safe
/// @test tests/model/belief.cpp "an act at 0.9 to 0.4 lifts a belief of 0.3 to 0.49"
[[nodiscard]] double updated(double belief, const likelihoods& of);

/// @brief The log-odds of a belief: acts add to them.
/// @param belief @range{[0, 1]}
/// @return ln(p / (1 - p)); infinite at 0 and 1
/// @throws std::invalid_argument a belief outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/model/belief.cpp "log-odds add"
[[nodiscard]] double log_odds_of(double belief);

/// @brief The belief with these log-odds.
/// @param log_odds any, infinite ones too; not NaN
/// @return a probability
/// @throws std::invalid_argument NaN
/// @complexity{O(1)}; thread-safe
/// @test tests/model/belief.cpp "log-odds add"
[[nodiscard]] double belief_of(double log_odds);

}  // namespace negotiation
