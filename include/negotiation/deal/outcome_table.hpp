#pragma once

/// @file
/// Every deal of a small space written down with what it is worth to everyone. Compiled in the
/// library negotiation::negotiation (src/deal/outcome_table.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/deal/ranking.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief The deals that the constraints leave, a row each in enumeration order, red lines and
/// reservation values aside.
///
/// What talks look offers up in, shared by any number of runs. Where it would not fit nothing is
/// made, and `trade_off` searches the space unwritten.
/// @copycost all of it; share it instead
/// @thread const access is safe
struct outcome_table {
    std::size_t parties = 0;         ///< at the table
    std::size_t issues = 0;          ///< of the space, in scope or not
    std::vector<option_id> options;  ///< a deal a row @shape{rows, issues}
    std::vector<grains> sums;        ///< a party a column @shape{rows, parties}
    std::vector<double> utilities;   ///< after risk attitude, laid out alike

    /// @brief Number of deals.
    /// @return rows
    [[nodiscard]] std::size_t rows() const noexcept {
        return parties == 0 ? 0 : sums.size() / parties;
    }

    /// @brief The deal of a row.
    /// @param row a deal @range{[0, rows())}
    /// @return an option for every issue
    [[nodiscard]] std::span<const option_id> deal(row_id row) const {
        return std::span(options).subspan(row * issues, issues);
    }

    /// @brief What every deal is worth to a party.
    /// @param i a party @range{[0, parties)}
    /// @return its column of `utilities` @shape{rows}
    [[nodiscard]] std::span<const double> column(party_id i) const {
        return std::span(utilities).subspan(i * rows(), rows());
    }

    /// @brief The exact sum of a party's terms at a deal.
    /// @param row a deal @range{[0, rows())}
    /// @param i   a party @range{[0, parties)}
    /// @return the sum @unit{grains}
    [[nodiscard]] grains sum(row_id row, party_id i) const { return sums[i * rows() + row]; }

    /// @brief The row of a deal.
    /// @param deal an option for every issue @shape{issues}
    /// @return nothing for a deal that is not in the table
    /// @complexity{O(issues log rows)}; thread-safe
    /// @test tests/deal/outcome_table.cpp "the table holds every feasible deal once and in order"
    [[nodiscard]] std::optional<row_id> find(std::span<const option_id> deal) const;
};

/// @brief Writes a space down.
/// @param table        the problem
/// @param maximum_rows the most combinations of open options to go through
/// @return the table, or nothing where the space has more combinations than that
/// @throws std::invalid_argument no party
/// @complexity{O(combinations * parties)}; thread-safe
/// @test tests/deal/outcome_table.cpp "the table holds every feasible deal once and in order"
[[nodiscard]] std::optional<outcome_table> write_down(const bargaining& table,
                                                      std::uint64_t maximum_rows = 1U << 20U);

}  // namespace negotiation::deal
