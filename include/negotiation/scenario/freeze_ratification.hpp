#pragma once

/// @file
/// From the chambers and factions that people wrote to the homes that algorithms read. Compiled in
/// the library negotiation::negotiation (src/scenario/freeze_ratification.cpp).

#include <string>
#include <vector>

#include <negotiation/ratification/home.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Everyone at home, with the names of the chambers.
struct frozen_ratification {
    std::vector<ratification::home> homes;           ///< by party at the table @shape{parties}
    std::vector<std::vector<std::string>> chambers;  ///< by home: names of its chambers

    bool operator==(const frozen_ratification&) const = default;
};

/// @brief Freezes chambers and factions.
///
/// A faction is worth w_1 v_1 + w_2 v_2 + ... over the issues, v being its party's; with an ally of
/// weight a it is 1 - a of that and a of the ally's value. Every weighted term is rounded once, as
/// those of parties are. A faction that stands by public red lines has those of its party, marked
/// as public.
/// @param world       a sound scenario
/// @param parties     names at the table; an onlooker among them has no chambers
/// @param alternative name of a rule to decide by instead, in every chamber that has it; empty: as
///                    written
/// @return the homes
/// @throws std::invalid_argument no chambers, or no such alternative (with the nearest)
/// @throws scenario_error values too large to be summed exactly
/// @complexity{O(factions options)}; thread-safe
/// @test tests/scenario/freeze_ratification.cpp "factions weigh issues by the values of their
/// party"
[[nodiscard]] frozen_ratification freeze_ratification(const scenario& world,
                                                      const std::vector<std::string>& parties,
                                                      const std::string& alternative = {});

}  // namespace negotiation
