#pragma once

/// @file
/// What becomes of an answer when numbers vary, in words. Compiled in the library
/// negotiation::negotiation (src/question/describe_sweep.cpp).

#include <vector>

#include <negotiation/question/headline.hpp>
#include <negotiation/question/sweep_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief The answer as it is read: one number varied as a column, two as rows and columns where
/// one quantity is asked for, more in long form.
/// @param answer what `sweep` found
/// @return a document
/// @complexity{O(points)}; thread-safe
/// @test tests/question/describe_sweep.cpp "one axis is a column and two are a table"
[[nodiscard]] report::document describe(const sweep_answer& answer);

/// @brief The quantities that can be asked for.
/// @param all what `headlines` lists
/// @return a document
/// @complexity{O(quantities)}; thread-safe
/// @test tests/question/describe_sweep.cpp "quantities are listed"
[[nodiscard]] report::document describe(const std::vector<headline>& all);

}  // namespace negotiation::question
