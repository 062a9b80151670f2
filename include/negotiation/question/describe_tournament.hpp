#pragma once

/// @file
/// A tournament, told to a person. Compiled in the library negotiation::negotiation
/// (src/question/describe_tournament.cpp).

#include <negotiation/question/tournament_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account: the ranking with intervals, who does how well against whom where not too
/// many play, each scenario, what was broken.
/// @param answer what `tournament` found
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_tournament.cpp "the account begins with the ranking"
[[nodiscard]] report::document describe(const tournament_answer& answer);

}  // namespace negotiation::question
