#pragma once

/// @file
/// The whole life of a deal, in words. Compiled in the library negotiation::negotiation
/// (src/question/describe_life.cpp).

#include <negotiation/question/life_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief Tells it: one life as a story, then all of them as shares.
/// @param answer of `life`
/// @return a document of a page
/// @complexity{O(causes)}; thread-safe
/// @test tests/question/life.cpp "a life is told in about fourteen lines"
[[nodiscard]] report::document describe(const life_answer& answer);

}  // namespace negotiation::question
