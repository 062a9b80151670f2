#pragma once

/// @file
/// What a store holds as a document. Compiled in the library negotiation::negotiation
/// (src/question/describe_results.cpp).

#include <negotiation/question/results_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A row an experiment: key, scenarios, strategies, how many negotiations.
/// @param answer what `results` found
/// @return a document
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/results.cpp "a store tells what it holds"
[[nodiscard]] report::document describe(const results_answer& answer);

}  // namespace negotiation::question
