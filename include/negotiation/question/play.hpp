#pragma once

/// @file
/// The question "how would I fare at this table?" Compiled in the library negotiation::negotiation
/// (src/question/play.cpp).

#include <string>

#include <negotiation/question/describe_play.hpp>
#include <negotiation/question/dialogue.hpp>
#include <negotiation/question/play_answer.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Lets a person negotiate for a party against the strategies of the others, then tells what
/// would have been possible. Red lines of its own bind the person as they bind a strategy.
/// @param world   the scenario
/// @param as      the party whose place the person takes
/// @param options what to change about the talks, strategies of the others included; it is played
///                once
/// @param between how the person is spoken to
/// @return the account and the frontier
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument an unknown party, strategy, mediator or parameter
/// @complexity{that of `run`, and the patience of a person}
/// @thread one dialogue, one owner
/// @test tests/question/play.cpp "a person negotiates with a strategy"
[[nodiscard]] play_answer play(const scenario& world, const std::string& as, run_options options,
                               const dialogue& between);

}  // namespace negotiation::question
