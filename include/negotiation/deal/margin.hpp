#pragma once

/// @file
/// How far a reservation value may move before there is no deal left.

#include <optional>
#include <vector>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief For each party, the greatest reservation value at which the zone still has a deal, the
/// others' being as they are.
///
/// Above it the zone is empty. Below the party's own reservation value it says how far that value
/// would have to fall. On the scale of the reservation value, before risk attitude. Nothing for a
/// party when no deal satisfies the others at all.
///
/// @param table  the problem
/// @param limits what each search may use
/// @return one value a party
/// @complexity{one frontier a party whose own reservation value is dropped}
/// @test tests/deal/margin.cpp "at the margin the zone has a deal and above it none"
[[nodiscard]] std::vector<std::optional<double>> margins(const bargaining& table,
                                                         const budget& limits = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <cstddef>
#include <limits>

namespace negotiation::deal {

namespace detail {

/// A threshold that every sum passes, with room to add constants to it.
inline constexpr grains no_threshold = std::numeric_limits<grains>::min() / 2;

}  // namespace detail

inline std::vector<std::optional<double>> margins(const bargaining& table, const budget& limits) {
    std::vector<std::optional<double>> found;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        bargaining without = table;
        without.parties[i].threshold = detail::no_threshold;
        const frontier points = pareto_frontier(without, {engine::automatic, region::zone, limits});
        std::optional<double> margin;
        if (points.size() > 0) {
            const auto column = points.sums.col(static_cast<Eigen::Index>(i));
            margin = value_of(table.parties[i].utility.scale, column.maxCoeff());
        }
        found.push_back(margin);
    }
    return found;
}

}  // namespace negotiation::deal
