#pragma once

/// @file
/// Whether deals pass at home, told to a person. Compiled in the library negotiation::negotiation
/// (src/question/describe_ratify.cpp).

#include <negotiation/question/ratify_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account: the deals beside one another, then each with its chambers, what its
/// votes would cost, which clauses help in which home, and who would wreck it; then how many deals
/// would pass at all, and where that ends when factions grow.
/// @param answer what `ratify` found
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_ratify.cpp "the account says whether either leader can bring it
/// home"
[[nodiscard]] report::document describe(const ratify_answer& answer);

}  // namespace negotiation::question
