#pragma once

/// @file
/// The question "how do I begin a scenario of my own?" Compiled in the
/// library negotiation::negotiation (src/question/new_scenario.cpp).

#include <string>

namespace negotiation::question {

/// @brief A small scenario with comments, sound as it stands and with deals in its zone: two
/// issues in numbers and one in words, a constraint, a red line of each kind, a scope, a deal.
/// @return the text of a file
/// @complexity{O(1)}; thread-safe
/// @test tests/question/new_scenario.cpp "the template is sound and holds deals"
[[nodiscard]] std::string new_scenario();

}  // namespace negotiation::question
