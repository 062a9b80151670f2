#pragma once

/// @file
/// A strategy that comes from a program, not from a catalogue.

#include <string>

#include <negotiation/talks/strategy.hpp>

namespace negotiation::question {

/// @brief Who plays for a party instead of the strategy that the scenario names: one's own struct,
/// say, in the talks of a scenario file.
///
/// @code
/// question::run_options options;
/// options.guests.push_back({"Iran", "patient", talks::any_strategy{patient{}}});
/// @endcode
/// @test tests/question/guest.cpp "a strategy of one's own plays for a party"
struct guest {
    std::string party;          ///< at the table
    std::string name;           ///< of the strategy, as answers tell it
    talks::any_strategy agent;  ///< copied for every run
};

}  // namespace negotiation::question
