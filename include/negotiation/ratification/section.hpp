#pragma once

/// @file
/// What a scenario file says of the homes: chambers and the factions in them.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/red_line.hpp>
#include <negotiation/ratification/rule.hpp>

namespace negotiation::ratification {

/// @brief A rule as a file writes it.
struct written_rule {
    rule_kind kind = rule_kind::quota;  ///< how the chamber decides
    double quota = 0;  ///< votes for the deal, or against it under disapproval; 0 where the rule
                       ///< has none @range{0, or whole numbers from 1}

    bool operator==(const written_rule&) const = default;
};

/// @brief Another rule under which the same chamber could decide: a treaty instead of an agreement.
struct alternative {
    std::string name;      ///< unique in its chamber; chambers may share it
    written_rule decides;  ///< the rule

    bool operator==(const alternative&) const = default;
};

/// @brief A chamber as its author describes it. Either it has a rule and factions or it follows
/// another chamber.
struct written_chamber {
    std::string name;                       ///< unique among chambers
    std::string party;                      ///< whose home it belongs to; one at the table
    std::optional<double> seats;            ///< how many it has: the votes of its factions add up
                                            ///< to them @range{whole numbers from 1}
    written_rule decides;                   ///< its rule
    std::string follows;                    ///< a chamber of the same home, or empty
    std::vector<alternative> alternatives;  ///< rules to ask about instead
    double days = 0;                        ///< from signature to its decision @unit{days}
                                            ///< @range{[0, inf)}
    std::string source;                     ///< id of a source, may be empty
    std::string note;                       ///< free text, may be empty

    bool operator==(const written_chamber&) const = default;
};

/// @brief Somebody whose view of a deal counts for a faction.
struct ally {
    std::string name;   ///< a party or an onlooker
    double weight = 0;  ///< of the ally's value; that of the faction's own is what is left of 1
                        ///< @range{[0, 1]}

    bool operator==(const ally&) const = default;
};

/// @brief A faction as its author describes it. It judges options by the values of its party, and
/// weighs issues in its own way.
struct written_faction {
    std::string name;     ///< unique among factions
    std::string chamber;  ///< where it votes
    double size = 1;      ///< its votes @range{whole numbers from 1}
    std::vector<std::pair<std::string, double>> weights;  ///< issue, weight; none: those of the
                                                          ///< party, interactions included
    std::optional<ratification::ally> friend_abroad;      ///< whose value counts as well
    std::optional<double> threshold;  ///< value from which it tends to yes; else the reservation
                                      ///< value of the party @unit{value}
    double noise = 0;                 ///< spread of what members think @unit{value}
    double shock = 0;                 ///< what one standard deviation of mood adds @unit{value}
    std::vector<red_line> red_lines;  ///< its own
    bool public_lines = false;        ///< whether it stands by the public red lines of its party
    std::string source;               ///< id of a source, may be empty
    std::string note;                 ///< free text, may be empty

    bool operator==(const written_faction&) const = default;
};

/// @brief Everything about the homes.
struct section {
    std::vector<written_chamber> chambers;  ///< in the file's order
    std::vector<written_faction> factions;  ///< in the file's order

    bool operator==(const section&) const = default;
};

/// @brief The most votes that one chamber may have.
inline constexpr double maximum_votes = 10'000;

}  // namespace negotiation::ratification
