#pragma once

/// @file
/// From the hazards and events that people wrote to those that algorithms read. Compiled in the
/// library negotiation::negotiation (src/scenario/freeze_survival.cpp).

#include <string>
#include <vector>

#include <negotiation/scenario/scenario.hpp>
#include <negotiation/survival/hazard.hpp>

namespace negotiation {

/// @brief Everything that may end a deal, with its names.
struct frozen_survival {
    double horizon = 3652.5;                ///< how long after signature is looked @unit{days}
    std::vector<survival::hazard> hazards;  ///< in the file's order
    std::vector<std::string> names;         ///< by hazard
    std::vector<survival::event> events;    ///< in the file's order
    std::vector<std::string> event_names;   ///< by event
    std::vector<std::string> agents;        ///< by hazard: the spoiler's agent, or empty

    bool operator==(const frozen_survival&) const = default;
};

/// @brief Freezes hazards and events: names become places, conditions masks of options, what a
/// spoiler cares about is rounded as it is for parties.
///
/// Effects have an entry for every party of the list; one on somebody who is not in it is left out.
/// @param world   a sound scenario; without a section nothing happens
/// @param parties names at the table, in the order of the problem
/// @return hazards and events
/// @throws scenario_error values too large to be summed exactly
/// @complexity{O(hazards (terms + options)), and that of freezing each spoiler}; thread-safe
/// @test tests/scenario/freeze_survival.cpp "the hazard of Israel comes out as the table says"
[[nodiscard]] frozen_survival freeze_survival(const scenario& world,
                                              const std::vector<std::string>& parties);

}  // namespace negotiation
