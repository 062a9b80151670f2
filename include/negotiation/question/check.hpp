#pragma once

/// @file
/// The question "is this scenario sound, and what is in it?" Compiled in the
/// library negotiation::negotiation (src/question/check.cpp).

#include <string>

#include <negotiation/question/check_answer.hpp>
#include <negotiation/report/document.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Checks a scenario and sums it up: that nothing is wrong in it, and that its talks can be
/// played as written, which they are once, between parties that leave at once.
/// @param world the scenario
/// @param scope the scope whose deals are counted; empty for every issue
/// @return counts and names
/// @throws scenario_error everything that is wrong, at once; an unknown scope; or talks that `run`
/// would refuse, such as an agenda of several stages with mediators
/// @complexity{linear in the scenario, exponential in the width of its constraints only};
/// thread-safe
/// @test tests/question/check.cpp "a sound scenario is summed up"
/// @test tests/question/check.cpp "talks that cannot be played are no sound ones"
[[nodiscard]] check_answer check(const scenario& world, const std::string& scope = {});

/// @brief The summary in a few sentences.
/// @param answer what `check` found
/// @return a document
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/check_answer.cpp "what a scenario has none of is said"
[[nodiscard]] report::document describe(const check_answer& answer);

}  // namespace negotiation::question
