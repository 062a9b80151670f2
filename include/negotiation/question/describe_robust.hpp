#pragma once

/// @file
/// What holds whatever the assumed numbers are, in words. Compiled in the library
/// negotiation::negotiation (src/question/describe_robust.cpp).

#include <negotiation/question/robust_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief The answer as it is read: what holds in nearly all worlds, what hangs on assumptions, and
/// on which, as bars.
/// @param answer what `robust` found
/// @return a document
/// @complexity{O(conclusions)}; thread-safe
/// @test tests/question/describe_robust.cpp "what is firm and what is not stand apart"
[[nodiscard]] report::document describe(const robust_answer& answer);

}  // namespace negotiation::question
