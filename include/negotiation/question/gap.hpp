#pragma once

/// @file
/// The question "how much closes the gap, and who could pay it?" Compiled in the library
/// negotiation::negotiation (src/question/gap.cpp).

#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/describe_gap.hpp>
#include <negotiation/question/gap_answer.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask for the gap of a scenario.
struct gap_options {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    red_line_choice red_lines;       ///< which red lines bind
    std::vector<std::string> seats;  ///< onlookers who get a seat
    deal::budget limits;             ///< what a search may use
};

/// @brief Whether a gap has to be closed, which deal is cheapest to pay for, and who must be paid
/// how much if somebody outside pays, or a party out of its own surplus.
///
/// Payments are in value, before risk attitude. Where issues of the scenario are levels of money
/// (a unit with a currency in it: $, €, £, ¥, USD, EUR, GBP), in scope or not, they are priced by
/// what levels above the deal's are worth to whoever is paid; past the last level its slope is
/// drawn on. No payment opens a red line; the answer then names the lines.
///
/// Where the scenario has steps and beliefs, the answer also says whether the deal can be carried
/// out, and which share of losses somebody would have to guarantee.
/// @param world   a scenario
/// @param options what to change about the table
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument red lines of someone who is not at the table
/// @complexity{a frontier of all feasible deals for each payer and each set of red lines, those of
/// margins and bridge, and the search for an order}; thread-safe
/// @test tests/question/gap.cpp "the gap of the nuclear scope at higher reservation values"
[[nodiscard]] gap_answer gap(const scenario& world, const gap_options& options = {});

}  // namespace negotiation::question
