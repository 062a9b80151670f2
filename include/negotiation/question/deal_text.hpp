#pragma once

/// @file
/// Deals as people name them on a command line. Compiled in the
/// library negotiation::negotiation (src/question/deal_text.cpp).

#include <string>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/question/seating.hpp>

namespace negotiation::question {

/// @brief The deal of that name, or the one that `issue=option,issue=option` spells out; issues
/// that are not mentioned stay at the status quo.
///
/// A comma that no `issue=` follows belongs to the option before it.
///
/// @param at   the table
/// @param text a name in the scenario, or clauses
/// @return an option for every issue of the scenario, feasible or not
/// @throws std::invalid_argument no such deal, issue or option (with the nearest), an issue
/// mentioned twice, or one out of scope that is moved off its status quo
/// @complexity{O(length + issues)}; thread-safe
/// @test tests/question/deal_text.cpp "clauses stand for a deal"
[[nodiscard]] outcome parse_deal(const seating& at, const std::string& text);

}  // namespace negotiation::question
