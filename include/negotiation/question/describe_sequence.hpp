#pragma once

/// @file
/// Who goes first, told to a reader. Compiled in the library negotiation::negotiation
/// (src/question/describe_sequence.cpp).

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells who goes first and what it takes.
/// @param answer of `sequence`
/// @return the order as moves, the trust each must have, the comparison, one sentence that sums up
/// @complexity{O(size of the answer)}; thread-safe
/// @test tests/question/describe_sequence.cpp "the account says who goes first"
[[nodiscard]] report::document describe(const sequence_answer& answer);

}  // namespace negotiation::question
