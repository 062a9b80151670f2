#pragma once

/// @file
/// Which red lines together leave nothing to agree on. Compiled in the library
/// negotiation::negotiation (src/deal/conflict.cpp).

#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief Names a red line: party, and its place among the party's lines.
struct line_id {
    party_id party = 0;    ///< its owner
    std::size_t line = 0;  ///< place among the owner's lines, from 0
    bool operator==(const line_id&) const = default;
};

/// @brief The minimal sets of red lines that empty the zone.
struct conflicts {
    std::vector<std::vector<line_id>> minimal;  ///< by size, then in the parties' order
    bool empty_without = false;                 ///< the zone is empty even with no red line at
                                                ///< all: the reservation values clash
    bool complete = true;                       ///< false when the search stopped at its limit,
                                                ///< or a zone could not be searched
    std::optional<refusal> refused;             ///< why the first such zone could not be
};

/// @brief All minimal conflicting sets among all red lines, whether they bind now or not.
///
/// A set is minimal when dropping any line of it gives the zone a deal. Candidates grow one line
/// at a time and none that contains a known conflict is tried.
///
/// @param table the problem
/// @param most_tests zones looked into before giving up with `complete` false
/// @param limits what each search may use
/// @return the sets; none when the zone has a deal with every line binding, or none even without
/// lines. Where a zone could not be searched within `limits`, sets larger than its are not looked
/// for
/// @throws std::invalid_argument no party, or more than 128
/// @complexity{at most 2^lines zones, in practice few}; thread-safe
/// @test tests/deal/conflict.cpp "dropping any line of a conflict opens the zone"
[[nodiscard]] conflicts minimal_conflicts(const bargaining& table, std::size_t most_tests = 4096,
                                          const budget& limits = {});

}  // namespace negotiation::deal
