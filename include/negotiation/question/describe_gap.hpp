#pragma once

/// @file
/// What would close the gap, told to a person. Compiled in the library negotiation::negotiation
/// (src/question/describe_gap.cpp).

#include <negotiation/question/gap_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account: whether there is a gap, which deal is cheapest to pay for, who gets how
/// much from whom, what red lines make of it, what else would close it.
/// @param answer what `gap` found
/// @return a document; numbers with four decimals, money with one
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_gap.cpp "a gap is told with the deal that is cheapest to pay for"
[[nodiscard]] report::document describe(const gap_answer& answer);

}  // namespace negotiation::question
