#pragma once

/// @file
/// The deals that nobody can better for one party without hurting another. Compiled in the library
/// negotiation::negotiation (src/deal/frontier.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief The Pareto frontier: each efficient vector of utilities once, with one deal that gives
/// it and the number of deals that do.
///
/// Points fall in the first party's utility, ties in the second's, and so on. The deal shown is
/// the first in enumeration order. An empty zone has an empty frontier.
///
/// Plain arrays, because matrices passed by value between code compiled with different vector
/// instructions are not compatible. A view for Eigen is one line:
/// `Eigen::Map<const Eigen::MatrixXd>(f.utilities.data(), f.size(), f.parties)`.
/// @invariant every array fits `size()`, `parties` and `issues`
/// @thread const access is safe
struct frontier {
    std::size_t parties = 0;            ///< at the table
    std::size_t issues = 0;             ///< of the space, in scope or not
    std::vector<double> utilities;      ///< a party a column @shape{points, parties}
    std::vector<grains> sums;           ///< the exact numbers behind them, laid out alike
    std::vector<option_id> options;     ///< a deal a row @shape{points, issues}
    std::vector<outcome_count> counts;  ///< deals with these utilities @shape{points}
    engine method = engine::automatic;  ///< how it was found
    std::optional<refusal> refused;     ///< why there are no points

    /// @brief Number of points.
    /// @return how many different vectors of utilities are efficient
    [[nodiscard]] std::size_t size() const noexcept { return counts.size(); }

    /// @brief What point k is worth to party i.
    /// @param k a point @range{[0, size())}
    /// @param i a party @range{[0, parties)}
    /// @return utility, after risk attitude
    [[nodiscard]] double utility(std::size_t k, std::size_t i) const {
        return utilities[i * size() + k];
    }

    /// @brief The exact sum behind that utility.
    /// @param k a point @range{[0, size())}
    /// @param i a party @range{[0, parties)}
    /// @return sum of the party's terms @unit{grains}
    [[nodiscard]] grains sum(std::size_t k, std::size_t i) const { return sums[i * size() + k]; }

    /// @brief What every point is worth to party i.
    /// @param i a party @range{[0, parties)}
    /// @return its column of `utilities` @shape{points}
    [[nodiscard]] std::span<const double> column(std::size_t i) const {
        return std::span(utilities).subspan(i * size(), size());
    }

    /// @brief What point k is worth to everyone.
    /// @param k a point @range{[0, size())}
    /// @return its row of `utilities` @shape{parties}
    [[nodiscard]] std::vector<double> row(std::size_t k) const {
        std::vector<double> all(parties);
        for (std::size_t i = 0; i < parties; ++i) {
            all[i] = utility(k, i);
        }
        return all;
    }

    /// @brief The deal of point k.
    /// @param k a point @range{[0, size())}
    /// @return an option for every issue
    [[nodiscard]] outcome deal(std::size_t k) const {
        const std::span<const option_id> row = std::span(options).subspan(k * issues, issues);
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
