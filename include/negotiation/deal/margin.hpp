#pragma once

/// @file
/// How far a reservation value may move before there is no deal left. Compiled in the library
/// negotiation::negotiation (src/deal/margin.cpp).

#include <optional>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief How far one party's reservation value may rise.
struct margin {
    /// The greatest reservation value at which the zone still has a deal, on the scale of the
    /// reservation value, before risk attitude. Nothing when no deal satisfies the others at all,
    /// or `refused` tells why that is not known.
    std::optional<double> value;
    std::optional<refusal> refused;  ///< why the search was not made
};

/// @brief For each party, the greatest reservation value at which the zone still has a deal, the
/// others' being as they are.
///
/// Above it the zone is empty. Below the party's own reservation value it says how far that value
/// would have to fall.
///
/// @param table  the problem
/// @param limits what each search may use
/// @return one a party
/// @throws std::invalid_argument more than 128 parties
/// @complexity{one frontier a party whose own reservation value is dropped}; thread-safe
/// @test tests/deal/margin.cpp "at the margin the zone has a deal and above it none"
[[nodiscard]] std::vector<margin> margins(const bargaining& table, const budget& limits = {});

}  // namespace negotiation::deal
