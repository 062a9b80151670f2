#pragma once

/// @file
/// How good inspection must be, told to a reader. Compiled in the library negotiation::negotiation
/// (src/question/describe_verify.cpp).

#include <negotiation/question/verify_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells how good inspection must be.
/// @param answer of `verify`
/// @return one sentence that says it, the steps, each inspector with its inspections and its word
/// @complexity{O(size of the answer)}; thread-safe
/// @test tests/question/describe_verify.cpp "the account says which steps are kept honest"
[[nodiscard]] report::document describe(const verify_answer& answer);

}  // namespace negotiation::question
