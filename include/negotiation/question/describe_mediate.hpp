#pragma once

/// @file
/// Which mediator, told to a reader. Compiled in the library negotiation::negotiation
/// (src/question/describe_mediate.cpp).

#include <negotiation/question/mediate_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells which mediator serves whom, and whose word would be believed.
/// @param answer of `mediate`
/// @return a sentence, how the talks went over whom, what theory says, its cautions
/// @complexity{O(size of the answer)}; thread-safe
/// @test tests/question/describe_mediate.cpp "the account compares mediators with direct talks"
/// @test tests/question/describe_mediate.cpp "without mediators there is little to compare"
[[nodiscard]] report::document describe(const mediate_answer& answer);

}  // namespace negotiation::question
