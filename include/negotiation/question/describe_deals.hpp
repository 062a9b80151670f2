#pragma once

/// @file
/// Which deals exist, told to a person. Compiled in the
/// library negotiation::negotiation (src/question/describe_deals.cpp).

#include <negotiation/question/deals_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account of the deals: how many in public and in the back channel, what stands
/// in the way, which are fair, how far reservation values may move, on what it all rests.
///
/// @param answer what `deals` found
/// @param whole_frontier also a table of every efficient deal
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_deals.cpp "the account leads with both channels"
[[nodiscard]] report::document describe(const deals_answer& answer, bool whole_frontier = false);

}  // namespace negotiation::question
