#pragma once

/// @file
/// One party's own order over the deals that it would sign.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <negotiation/model/utility_function.hpp>

namespace negotiation::deal {

/// @brief The row of a deal in an `outcome_table`; rows are in enumeration order.
using row_id = std::uint32_t;

/// @brief How far a utility computed in floating point may lie from the one it means: half of the
/// unit in which utilities are written, and what doubles of that size cannot tell apart.
/// @param size the greatest absolute utility in question
/// @return @unit{utility}
/// @complexity{O(1)}; thread-safe
/// @test tests/deal/ranking.cpp "the cheapest deal worth so much is the first of its equals"
[[nodiscard]] constexpr double utility_rounding(double size) noexcept {
    return 5e-13 + 4 * std::numeric_limits<double>::epsilon() * size;
}

/// @brief Deals from best to worst for one party, equally good ones in enumeration order, with a
/// lookup by utility that costs a few nanoseconds wherever utilities are spread about evenly.
///
/// For talks, where every offer asks "which deal is the cheapest worth at least so much". For a
/// single question a scan of the column is as good.
/// @invariant `utilities` falls; rows and utilities have one entry a deal
/// @copycost three arrays of the size of the ranking
/// @thread const access is safe
/// @test tests/deal/ranking.cpp "the cheapest deal worth so much is the first of its equals"
class ranking {
public:
    /// @brief An empty ranking.
    ranking() = default;

    /// @brief Ranks rows by what they are worth.
    /// @param rows      deals that compete, ascending
    /// @param sums      the party's exact sums, by which it ranks, laid out alike
    /// @param utilities of the rows, laid out alike @range{finite, rising with the sums}
    /// @complexity{O(n log n)}
    /// @test tests/deal/ranking.cpp "ties go to the deal that comes first"
    ranking(const std::vector<row_id>& rows, const std::vector<grains>& sums,
            const std::vector<double>& utilities);

    /// @brief Number of deals ranked.
    /// @return how many rows compete
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

    /// @brief The deal at a rank.
    /// @param rank from 0, the best @range{[0, size())}
    /// @return its row
    [[nodiscard]] row_id row(std::size_t rank) const { return rows_[rank]; }

    /// @brief What the deal at a rank is worth.
    /// @param rank from 0, the best @range{[0, size())}
    /// @return utility
    [[nodiscard]] double utility(std::size_t rank) const { return utilities_[rank]; }

    /// @brief The cheapest deal worth at least a utility; of several equally good ones the first in
    /// enumeration order.
    ///
    /// Utilities are multiples of 10^-12 in double's rounding, so the comparison allows half of
    /// that: a target computed in floating point finds the deal that it means.
    /// @param utility the least it may be worth; -inf and NaN ask for any deal
    /// @param among   only the so many best deals count @range{[1, size()]}
    /// @return its row; the best deal where none is worth so much
    /// @complexity{O(1) for evenly spread utilities, O(log n) at worst}; thread-safe
    /// @test tests/deal/ranking.cpp "the cheapest deal worth so much is the first of its equals"
    [[nodiscard]] row_id cheapest_row(double utility, std::size_t among) const noexcept {
        std::size_t nowhere = 0;
        return cheapest_row(utility, among, nowhere);
    }

    /// @brief The same for one who asks again and again for a little less: an answer near the last
    /// one is found where that was.
    /// @param utility the least it may be worth; -inf and NaN ask for any deal
    /// @param among   only the so many best deals count @range{[1, size()]}
    /// @param cursor  one number kept from question to question, 0 at first; any value is correct
    /// @return its row; the best deal where none is worth so much
    /// @complexity{O(1) as a rule}; thread-safe, the cursor has one owner
    /// @test tests/deal/ranking.cpp "the cheapest deal worth so much is the first of its equals"
    [[nodiscard]] row_id cheapest_row(double utility, std::size_t among,
                                      std::size_t& cursor) const noexcept {
        const double target = utility - slack_;
        const std::size_t last = cursor;
        const bool same = last > 0 && last < rows_.size() && utilities_[last - 1] >= target &&
                          utilities_[last] < target;
        if (!same) {
            cursor = count_from_bucket(target);
        }
        return first_rows_[std::clamp<std::size_t>(cursor, 1, among) - 1];
    }

    /// @brief Number of deals worth at least a utility, with the same allowance.
    /// @param utility the least they may be worth
    /// @return the first so many ranks
    /// @complexity{O(log n)}; thread-safe
    /// @test tests/deal/ranking.cpp "ties go to the deal that comes first"
    [[nodiscard]] std::size_t count_at_least(double utility) const noexcept {
        return search(utility - slack_, size());
    }

private:
    /// Deals worth at least the target: the guess is where its bucket ends.
    [[nodiscard]] std::size_t count_from_bucket(double target) const noexcept {
        const double place = (target - low_) * scale_;
        // Written so that a target which is not a number, or -inf, finds the first bucket.
        const bool above = place > 0;
        std::size_t end =
            ends_[above ? static_cast<std::size_t>(std::min(place, last_bucket_)) : 0];
        for (int steps = 0; end > 0 && utilities_[end - 1] < target; --end) {
            if (++steps == 8) {
                return search(target, end);
            }
        }
        return end;
    }

    [[nodiscard]] std::size_t search(double target, std::size_t end) const noexcept;

    std::vector<row_id> rows_;
    std::vector<double> utilities_;
    std::vector<row_id> first_rows_;      ///< of each rank: the row of the first of its equals
    std::vector<std::uint32_t> ends_{0};  ///< of each bucket: deals worth its lower end or more
    double low_ = 0;                      ///< lower end of bucket 0
    double scale_ = 0;                    ///< buckets a unit of utility
    double last_bucket_ = 0;
    double slack_ = 0;
};

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <cmath>
#include <numeric>

namespace negotiation::deal {

inline ranking::ranking(const std::vector<row_id>& rows, const std::vector<grains>& sums,
                        const std::vector<double>& utilities) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return sums[b] < sums[a] || (sums[a] == sums[b] && a < b);
    });
    rows_.reserve(order.size());
    utilities_.reserve(order.size());
    first_rows_.reserve(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::uint32_t k = order[rank];
        const bool tied = rank > 0 && sums[k] == sums[order[rank - 1]];
        first_rows_.push_back(tied ? first_rows_.back() : rows[k]);
        rows_.push_back(rows[k]);
        utilities_.push_back(utilities[k]);
    }
    if (rows_.empty()) {
        return;
    }
    slack_ = utility_rounding(std::max(std::abs(utilities_.front()), std::abs(utilities_.back())));
    const double span = utilities_.front() - utilities_.back();
    low_ = utilities_.back();
    const std::size_t buckets = span > 0 ? rows_.size() : 1;
    last_bucket_ = static_cast<double>(buckets - 1);
    scale_ = span > 0 ? static_cast<double>(buckets) / span : 0;
    ends_.assign(buckets, 0);
    std::size_t end = rows_.size();
    for (std::size_t b = 0; b < buckets; ++b) {
        // A little below the bucket, so that rounding in the lookup cannot step over a deal.
        const double from = low_ + (static_cast<double>(b) - 1e-6) / std::max(scale_, 1e-300);
        while (b > 0 && end > 0 && utilities_[end - 1] < from) {
            --end;
        }
        ends_[b] = static_cast<std::uint32_t>(end);
    }
}

inline std::size_t ranking::search(double target, std::size_t end) const noexcept {
    const auto first = utilities_.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(end);
    const auto found =
        std::partition_point(first, last, [&](double utility) { return !(utility < target); });
    return static_cast<std::size_t>(found - first);
}

}  // namespace negotiation::deal
