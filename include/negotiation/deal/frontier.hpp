#pragma once

/// @file
/// The deals that nobody can better for one party without hurting another. The engines behind it
/// are compiled once, in the library negotiation::negotiation.

#include <cstddef>
#include <optional>
#include <vector>

#include <Eigen/Core>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief The Pareto frontier: each efficient vector of utilities once, with one deal that gives
/// it and the number of deals that do.
///
/// Points fall in the first party's utility, ties in the second's, and so on. The deal shown is
/// the first in enumeration order. An empty zone has an empty frontier.
struct frontier {
    Eigen::MatrixXd utilities;                                   ///< @shape{points, parties}
    Eigen::Matrix<grains, Eigen::Dynamic, Eigen::Dynamic> sums;  ///< the exact numbers behind
                                                                 ///< them @shape{points, parties}
    Eigen::Matrix<option_id, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>
        options;                        ///< @shape{points, issues}
    std::vector<outcome_count> counts;  ///< deals with these utilities
    engine method = engine::automatic;  ///< how it was found
    std::optional<refusal> refused;     ///< why there are no points

    /// @brief Number of points.
    /// @return rows of `utilities`
    [[nodiscard]] std::size_t size() const noexcept { return counts.size(); }

    /// @brief The deal of point k.
    /// @param k a point @range{[0, size())}
    /// @return an option for every issue
    [[nodiscard]] outcome deal(std::size_t k) const {
        const auto row = options.row(static_cast<Eigen::Index>(k));
        return {row.begin(), row.end()};
    }
};

/// @brief How to look for a frontier.
struct frontier_options {
    engine method = engine::automatic;  ///< how to search
    region within = region::zone;       ///< which deals compete
    budget limits = {};                 ///< what the search may use
};

/// @brief The exact Pareto frontier of a bargaining problem, for any number of parties.
///
/// @param table   the problem; binding red lines are applied
/// @param options engine, region, limits
/// @return the frontier, or one with `refused` set when the engine asked for (or every engine)
/// would pass its budget
/// @throws std::invalid_argument no party, or more than 128
/// @complexity{eliminate: exponential in the width of the constraints only, linear in the
/// sizes of partial frontiers; table and stream: the number of deals}
/// @thread thread-safe
/// @source{dechter1999, Dechter 1999\, Artificial Intelligence 113} (bucket elimination),
/// @source{rollon2006, Rollon and Larrosa 2006\, J. Heuristics 12} (with several objectives)
/// @test tests/deal/frontier.cpp "the three engines agree to the last bit on random spaces"
[[nodiscard]] frontier pareto_frontier(const bargaining& table,
                                       const frontier_options& options = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <cstdint>
#include <utility>

#include <negotiation/deal/detail/found_points.hpp>

namespace negotiation::deal {

inline frontier pareto_frontier(const bargaining& table, const frontier_options& options) {
    detail::found_points found =
        detail::find_points(table, options.method, options.within, options.limits);
    frontier result;
    result.method = found.method;
    result.refused = std::move(found.refused);
    result.counts = std::move(found.counts);
    const auto points = static_cast<Eigen::Index>(result.counts.size());
    const auto parties = static_cast<Eigen::Index>(table.parties.size());
    const auto issues = static_cast<Eigen::Index>(table.space.sizes.size());
    result.sums = Eigen::Map<const decltype(result.sums)>(found.sums.data(), points, parties);
    result.options =
        Eigen::Map<const decltype(result.options)>(found.options.data(), points, issues);
    result.utilities.resize(points, parties);
    for (Eigen::Index i = 0; i < parties; ++i) {
        const utility_scale& scale = table.parties[static_cast<std::size_t>(i)].utility.scale;
        for (Eigen::Index k = 0; k < points; ++k) {
            result.utilities(k, i) = utility_of(scale, result.sums(k, i));
        }
    }
    return result;
}

}  // namespace negotiation::deal
