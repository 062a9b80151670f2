#pragma once

/// @file
/// How to cut an exchange, as an answer.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/sequence/section.hpp>
#include <negotiation/sequence/tranche.hpp>

namespace negotiation::question {

/// @brief What a belief comes to. Nothing where no plan within the limit reaches the target.
struct tranche_row {
    double trust = 0;                  ///< before the first tranche @range{(0, 1)}
    std::optional<double> first;       ///< size of the first tranche, share of the whole
    std::optional<std::size_t> count;  ///< tranches
    std::optional<double> survival;    ///< chance that no shock comes before the last is done
};

/// @brief The plan of a belief that stays what it is.
struct fixed_trust_view {
    double share = 0;                  ///< phi: of what is left, in each tranche @range{[0, 1]}
    std::optional<std::size_t> count;  ///< tranches to the target; nothing: never
    std::optional<double> survival;    ///< see `tranche_row`
};

/// @brief Some equal tranches and what they are worth to whoever gives first.
struct best_equal_view {
    std::size_t count = 1;  ///< tranches
    double value = 0;       ///< expected @unit{utility}
    double survival = 1;    ///< see `tranche_row`
};

/// @brief The whole in equal tranches.
struct equal_tranches_view {
    std::optional<std::size_t> to_start;  ///< the least number of which the first asks for no more
                                          ///< than the belief
    std::optional<double> first;          ///< what the first of so many asks
    double last = 1;                      ///< what the last asks, whatever their number: k / v
    std::optional<best_equal_view> best;  ///< the number that is worth most under the hazard;
                                          ///< nothing without a hazard, or where none is worth it
};

/// @brief How to cut a divisible exchange so that a belief carries it.
struct tranches_answer {
    std::string scenario;             ///< its title
    sequence::written_tranches said;  ///< what the scenario says; trust and target as asked about
    sequence::reading how = sequence::reading::drawdown;  ///< the reading
    bool readings_agree = true;  ///< drawdown and next turn come to the same sizes
    std::size_t limit = sequence::default_tranche_limit;  ///< the most tranches of a plan
    std::vector<double> sizes;          ///< of the tranches, shares of the whole; empty: no plan
    std::vector<double> beliefs;        ///< before each of them @shape{sizes}
    std::optional<double> survival;     ///< see `tranche_row`
    fixed_trust_view fixed;             ///< without learning
    equal_tranches_view equal;          ///< in equal tranches
    std::vector<tranche_row> sweep;     ///< other beliefs, the same otherwise
    std::size_t assumed_numbers = 0;    ///< how many numbers of the section are assumptions
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
