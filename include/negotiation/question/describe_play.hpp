#pragma once

/// @file
/// How a person fared as a document. Compiled in the library negotiation::negotiation
/// (src/question/describe_play.cpp).

#include <negotiation/question/play_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief The account of the talks, and the frontier with the place of what was agreed: what the
/// person could have had at the same worth to the others.
/// @param answer what `play` found
/// @return a document; numbers with four decimals, at most 20 points of the frontier
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/play.cpp "the end tells what was left on the table"
[[nodiscard]] report::document describe(const play_answer& answer);

}  // namespace negotiation::question
