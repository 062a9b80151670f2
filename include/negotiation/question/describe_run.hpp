#pragma once

/// @file
/// The account of a run of talks as a document. Compiled in the library negotiation::negotiation
/// (src/question/describe_run.cpp).

#include <negotiation/question/run_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account: where they met or why they did not, who offered what and what it was
/// worth to whom, what mediators did, how far the deal lies from the frontier and the fair deals.
/// @param answer what `run` found
/// @param trace  tell every move instead of the telling ones
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_run.cpp "the account says where they met"
[[nodiscard]] report::document describe(const run_answer& answer, bool trace = false);

}  // namespace negotiation::question
