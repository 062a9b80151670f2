#pragma once

/// @file
/// Pieces of answers that several questions share, ids turned back into names.

#include <optional>
#include <string>

namespace negotiation::question {

/// @brief A red line by names.
struct named_line {
    std::string party;       ///< its owner
    std::string issue;       ///< what it is about
    bool is_public = false;  ///< said aloud
    bool binds = false;      ///< counts in these talks

    bool operator==(const named_line&) const = default;
};

/// @brief What a deal is to someone who only looks on.
struct onlooker_view {
    std::string name;      ///< of the onlooker
    double utility = 0;    ///< u of the deal
    double threshold = 0;  ///< its reservation value, on the scale of `utility`
    bool content = false;  ///< at or above it

    bool operator==(const onlooker_view&) const = default;
};

/// @brief What no deal is to a party.
struct no_deal_view {
    double value = 0;      ///< the reservation value, as the scenario has it
    double utility = 0;    ///< u of it: another number where the party has a risk attitude
    bool assumed = false;  ///< no source, an assumption covers it

    bool operator==(const no_deal_view&) const = default;
};

/// @brief A quantity that the scenario reports of every deal.
struct reported_value {
    std::string name;             ///< of the quantity
    std::optional<double> value;  ///< nothing where the deal has none

    bool operator==(const reported_value&) const = default;
};

}  // namespace negotiation::question
