#pragma once

/// @file
/// How to cut a divisible exchange. Compiled in the library negotiation::negotiation
/// (src/question/tranches.cpp).

#include <cstddef>
#include <optional>

#include <negotiation/question/describe_tranches.hpp>
#include <negotiation/question/tranches_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask for tranches.
struct tranches_options {
    std::optional<double> trust = {};   ///< instead of the scenario's @range{(0, 1)}
    std::optional<double> target = {};  ///< instead of the scenario's @range{(0, 1]}
    /// Which moments are weighed against a tranche; it matters where something is learned.
    sequence::reading how = sequence::reading::drawdown;
    std::size_t limit = sequence::default_tranche_limit;  ///< the most tranches of a plan
};

/// @brief How to cut the exchange of a scenario so that a belief carries it: how small the first
/// tranche must be, how many it takes, whether they outlive the hazard; beside it the same without
/// learning, in equal tranches, and for beliefs of 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4 and 0.5.
///
/// That no plan reaches the target is an answer.
/// @param world   a scenario with tranches
/// @param options what to ask
/// @return the answer
/// @throws scenario_error the scenario is not sound
/// @throws std::invalid_argument no tranches; a trust or target outside its range
/// @complexity{O(limit)}; thread-safe
/// @source{watson1999, Watson 1999\, Journal of Economic Theory 85}
/// @test tests/question/tranches.cpp "the first step of the bundled exchange is as small as its
/// belief"
/// @test tests/question/tranches.cpp "without learning the answer is that of a fixed trust"
/// @test tests/question/tranches.cpp "no plan is an answer"
[[nodiscard]] tranches_answer tranches(const scenario& world, const tranches_options& options = {});

}  // namespace negotiation::question
