#pragma once

/// @file
/// A mediator's place in the talks.

#include <string>

#include <negotiation/talks/mediator.hpp>
#include <negotiation/talks/stance.hpp>

namespace negotiation::talks {

/// @brief Who mediates: a name, how it acts, and what it wants.
///
/// @code
/// mediator_seat{"Qatar", relay(0.05, 3)};
/// mediator_seat{"Oman", formulator(text_rule::nash, told, 12), {.bias = 0.1, .toward = 1}};
/// @endcode
/// @test tests/talks/mediator_seat.cpp "a seat takes any mediator as it is"
struct mediator_seat {
    std::string name;   ///< unique among all agents and mediators
    any_mediator role;  ///< how it acts
    stance who = {};    ///< what it wants and what it can spend
};

}  // namespace negotiation::talks
