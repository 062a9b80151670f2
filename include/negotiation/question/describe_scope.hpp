#pragma once

/// @file
/// Narrow or broad, told to a person. Compiled in the library negotiation::negotiation
/// (src/question/describe_scope.cpp).

#include <negotiation/question/scope_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A table with a column a scope, the better scope by each criterion, and what would make
/// another one better.
/// @param answer what `scope` found
/// @return a document
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_scope.cpp "scopes stand side by side"
[[nodiscard]] report::document describe(const scope_answer& answer);

}  // namespace negotiation::question
