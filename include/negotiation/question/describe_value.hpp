#pragma once

/// @file
/// What a deal is worth, told to a person. Compiled in the
/// library negotiation::negotiation (src/question/describe_value.cpp).

#include <negotiation/question/value_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account of each deal: the verdict, who rejects it and why, what each clause is
/// worth to whom, what would be better for all; several deals beside one another first.
/// @param answer what `value` found
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_value.cpp "the account gives the verdict first"
[[nodiscard]] report::document describe(const value_answer& answer);

}  // namespace negotiation::question
