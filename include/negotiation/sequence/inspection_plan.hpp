#pragma once

/// @file
/// How many inspections an order needs, and which of its steps a budget keeps honest. Compiled in
/// the library negotiation::negotiation (src/sequence/inspection_plan.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/detection.hpp>

namespace negotiation::sequence {

/// @brief One visit to a step.
struct inspection {
    double detection = 0;  ///< that it finds a pretence, each visit by itself @range{[0, 1]}
    double price = 0;      ///< of one @unit{money} @range{[0, 1e100]}

    bool operator==(const inspection&) const = default;
};

/// @brief The visits that keep a step honest.
struct inspected_step {
    step_id which = 0;                  ///< the step
    std::optional<std::size_t> visits;  ///< least number; nothing where none is enough
    double cost = 0;                    ///< of them, 0 where none is enough @unit{money}
    bool kept_honest = false;           ///< enough visits, and the budget pays for them

    bool operator==(const inspected_step&) const = default;
};

/// @brief Visits to every step that can be faked.
struct inspection_plan {
    std::vector<inspected_step> steps;  ///< as asked for
    double cost = 0;                    ///< of all visits needed @unit{money}
    double spent = 0;                   ///< on the steps kept honest @unit{money}
    double short_of = 0;                ///< what the budget lacks for all of them @unit{money}

    bool operator==(const inspection_plan&) const = default;
};

/// @brief The probability that some of several visits finds a pretence: 1 - (1 - d)^n.
/// @param of    one visit
/// @param count of visits
/// @return a probability
/// @throws std::invalid_argument a visit outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/inspection_plan.cpp "so many visits are needed"
[[nodiscard]] double detection_by(const inspection& of, std::size_t count);

/// @brief The least number of visits that find a pretence with some probability.
/// @param of     one visit
/// @param needed the probability @range{[0, 1]}
/// @return the number; nothing where none is enough, or it is above 10^9
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/inspection_plan.cpp "so many visits are needed"
[[nodiscard]] std::optional<std::size_t> visits_needed(const inspection& of, double needed);

/// @brief The cheapest visits that keep every step honest; under a budget that is too small, those
/// that keep as many steps honest as it can, the cheapest first.
///
/// Among equally dear steps the earlier one is kept. Only visits detect here: a step's own
/// probability of detection is not added to theirs.
/// @param steps  what each step needs, from `honesty_along`
/// @param visits to each of them, in the same order @shape{steps}
/// @param budget nothing: as much as it takes @unit{money} @range{[0, 1e100]}
/// @return the plan
/// @throws std::invalid_argument another number of visits than of steps, or a visit or a budget
/// outside its range
/// @complexity{O(steps log steps)}; thread-safe
/// @test tests/sequence/inspection_plan.cpp "a budget keeps as many steps honest as it can"
[[nodiscard]] inspection_plan cheapest_inspections(std::span<const honesty> steps,
                                                   std::span<const inspection> visits,
                                                   std::optional<double> budget = {});

}  // namespace negotiation::sequence
