#pragma once

/// @file
/// Talks against collapse, told to a reader. Compiled in the library negotiation::negotiation
/// (src/question/describe_race.cpp).

#include <negotiation/question/race_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells which comes first, what a month of calm is worth, and whether haste pays.
/// @param answer of `race`
/// @return a sentence, plans, hazards, months, other rates, what it rests on
/// @complexity{O(size of the answer)}; thread-safe
/// @test tests/question/describe_race.cpp "the account says which comes first"
/// @test tests/question/describe_race.cpp "without hazards nothing is raced against"
[[nodiscard]] report::document describe(const race_answer& answer);

}  // namespace negotiation::question
