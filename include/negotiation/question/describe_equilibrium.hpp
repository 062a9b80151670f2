#pragma once

/// @file
/// Equilibrium play as a document. Compiled in the library negotiation::negotiation
/// (src/question/describe_equilibrium.cpp).

#include <negotiation/question/equilibrium_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief A short account: who proposes first, what is agreed and when, what each party holds out
/// for, how that compares with the fair deals, what patience is worth, how far it can be trusted.
/// @param answer what `equilibrium` found
/// @return a document; numbers with four decimals
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/describe_equilibrium.cpp "the account says who gets what and why"
[[nodiscard]] report::document describe(const equilibrium_answer& answer);

}  // namespace negotiation::question
