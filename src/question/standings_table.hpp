#pragma once

/// @file
/// Standings as tables: strategies and mediators, the best first.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/standing.hpp>
#include <negotiation/laboratory/yardstick.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question::detail {

/// @brief A number, or a dash.
[[nodiscard]] std::string or_dash(const std::optional<double>& value);

/// @brief "47.3 %", or a dash.
[[nodiscard]] std::string percent_or_dash(const std::optional<double>& share);

/// @brief A mean number of rounds, or a dash.
[[nodiscard]] std::string rounds_or_dash(const std::optional<double>& mean);

/// @brief One of the distances from marks.
[[nodiscard]] std::optional<double> distance_to(const laboratory::distances& to,
                                                laboratory::mark m);

/// @brief Places of the rows, the best first.
[[nodiscard]] std::vector<std::size_t> by_rank(const std::vector<laboratory::standing>& rows);

/// @brief What each strategy got, in which interval, how soon, how far from what is fair; in two
/// tables where names are too long for one line. The interval is of what they are ranked by.
[[nodiscard]] std::vector<report::table> strategies_tables(
    const std::vector<laboratory::standing>& rows, laboratory::ranked_by by);

/// @brief The same for what stands between the parties.
[[nodiscard]] std::vector<report::table> mediators_tables(
    const std::vector<laboratory::standing>& rows, laboratory::ranked_by by);

}  // namespace negotiation::question::detail
