#pragma once

/// @file
/// How to cut an exchange, told to a reader. Compiled in the library negotiation::negotiation
/// (src/question/describe_tranches.cpp).

#include <negotiation/question/tranches_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells how to cut an exchange and what it takes.
/// @param answer of `tranches`
/// @return one sentence that says it, the tranches, what other ways would come to, other beliefs
/// @complexity{O(size of the answer)}; thread-safe
/// @test tests/question/describe_tranches.cpp "the account says how small the first step must be"
/// @test tests/question/describe_tranches.cpp "an exchange without a plan is told with why"
[[nodiscard]] report::document describe(const tranches_answer& answer);

}  // namespace negotiation::question
