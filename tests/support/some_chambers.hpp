#pragma once

#include <cstdint>
#include <string>

#include <negotiation/ratification/section.hpp>

namespace negotiation::tests {

/// Something of everything that a scenario can say of homes, for the parties and issues of
/// `tiny_scenario`.
inline ratification::section some_chambers() {
    ratification::section said;
    said.chambers.resize(2);
    said.chambers[0].name = "Board";
    said.chambers[0].party = "Seller";
    said.chambers[0].seats = 6;
    said.chambers[0].decides = {ratification::rule_kind::quota, 4};
    said.chambers[0].alternatives = {{"in doubt", {ratification::rule_kind::unanimity, 0}}};
    said.chambers[0].days = 60;
    said.chambers[0].note = "n";
    said.chambers[1].name = "Auditors";
    said.chambers[1].party = "Seller";
    said.chambers[1].follows = "Board";
    said.chambers[1].days = 90;
    said.factions.resize(2);
    said.factions[0].name = "Owners";
    said.factions[0].chamber = "Board";
    said.factions[0].size = 5;
    said.factions[0].weights = {{"colour", 0.7}, {"price", 0.3}};
    said.factions[0].threshold = 0.5;
    said.factions[0].noise = 0.05;
    said.factions[0].shock = 0.02;
    said.factions[0].red_lines = {{"price", {std::int64_t{50}, std::int64_t{100}}, false}};
    said.factions[1].name = "Staff";
    said.factions[1].chamber = "Board";
    said.factions[1].friend_abroad = ratification::ally{"Buyer", 0.25};
    said.factions[1].public_lines = true;
    return said;
}

}  // namespace negotiation::tests
