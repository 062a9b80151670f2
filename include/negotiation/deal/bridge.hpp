#pragma once

/// @file
/// The one concession on a red line that brings the best deal back. Compiled in the library
/// negotiation::negotiation (src/deal/bridge.cpp).

#include <optional>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>

namespace negotiation::deal {

/// @brief One option of one red line, opened.
struct bridge {
    line_id line;          ///< the red line to open
    issue_id issue = 0;    ///< what it is about
    option_id option = 0;  ///< the option its owner would have to allow
    zone_size zone;        ///< the zone it brings back
    fair_deal nash;        ///< the Nash deal of that zone
};

/// @brief What a search for the bridge found.
struct bridging {
    std::optional<bridge> best;      ///< nothing: the zone was not empty, or no one option opens it
    std::optional<refusal> refused;  ///< why some zone could not be searched; `best` is then the
                                     ///< best of the others
};

/// @brief With every red line binding, the single option whose opening gives the largest Nash
/// product.
///
/// @param table  the problem
/// @param limits what each search may use
/// @return the option, its zone and the Nash deal of that zone; ties go to the first party, line
/// and option
/// @throws std::invalid_argument no party, or more than 128
/// @complexity{one frontier for each option that a red line closes}; thread-safe
/// @test tests/deal/bridge.cpp "the consortium on Iranian soil is the bridge"
[[nodiscard]] bridging find_bridge(const bargaining& table, const budget& limits = {});

}  // namespace negotiation::deal
