#pragma once

/// @file
/// The question "what is this deal, draft or clause worth to everyone?" Compiled in the
/// library negotiation::negotiation (src/question/value.cpp).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/describe_value.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/question/value_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask what deals are worth.
struct value_options {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    red_line_choice red_lines;       ///< which red lines bind
    std::vector<std::string> seats;  ///< onlookers who get a seat
    deal::budget limits;             ///< what a search may use
};

/// @brief What deals are worth: to every party and onlooker, clause by clause, who rejects them
/// and why, what dominates them, which two clauses to trade; and how they rank.
///
/// A deal that breaks a constraint is an answer: not feasible, with the constraint's name.
///
/// @param world   a scenario
/// @param deals   each a name in the scenario, or `issue=option,…` (see `parse_deal`)
/// @param options what to change about the table
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument no deals, a deal that cannot be read, or red lines of someone who
/// is not at the table
/// @complexity{one frontier and O(issues^2 * options^2 * terms) a deal}; thread-safe
/// @test tests/question/value.cpp "the JCPOA-like deal is worth what it is worth"
[[nodiscard]] value_answer value(const scenario& world, const std::vector<std::string>& deals,
                                 const value_options& options = {});

}  // namespace negotiation::question
