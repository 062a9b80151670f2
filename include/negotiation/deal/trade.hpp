#pragma once

/// @file
/// Logrolling: which two clauses of a draft to exchange.

#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief Two clauses changed at once so that nobody loses and somebody gains.
struct trade {
    issue_id first = 0;           ///< the earlier issue
    option_id first_option = 0;   ///< what it becomes
    issue_id second = 0;          ///< the later issue
    option_id second_option = 0;  ///< what it becomes
    std::vector<double> gains;    ///< utility change of each party @shape{parties}
};

/// @brief The exchange of two clauses with the greatest least gain (leximin), the rest of the
/// deal fixed.
///
/// Only feasible results inside binding red lines count.
/// @param table the problem
/// @param deal  the draft: an option for every issue
/// @return nothing when no exchange of two clauses helps everyone or someone at nobody's cost
/// @complexity{O(issues^2 * options^2 * terms)}
/// @source{raiffa1982, Raiffa 1982\, The Art and Science of Negotiation\, ch. 10}
/// @test tests/deal/trade.cpp "clauses are traded by the ratio of weights"
[[nodiscard]] std::optional<trade> best_trade(const bargaining& table, const outcome& deal);

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cstddef>
#include <utility>

namespace negotiation::deal {

namespace detail {

/// Whether the first list of gains is better by leximin.
inline bool leximin_better(std::vector<double> a, std::vector<double> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end());
}

/// Gains of every party from one draft to another, or nothing when somebody loses or nobody
/// gains; decided by exact sums.
inline std::optional<std::vector<double>> mutual_gains(const bargaining& table,
                                                       const std::vector<grains>& before,
                                                       const outcome& after) {
    std::vector<double> gains;
    bool somebody = false;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        const utility_function& f = table.parties[i].utility;
        const grains sum = sum_of(f, table.space.sizes, after);
        if (sum < before[i] || !respects_red_lines(table.parties[i], after)) {
            return std::nullopt;
        }
        somebody = somebody || sum > before[i];
        gains.push_back(utility_of(f.scale, sum) - utility_of(f.scale, before[i]));
    }
    return somebody ? std::optional(std::move(gains)) : std::nullopt;
}

}  // namespace detail

inline std::optional<trade> best_trade(const bargaining& table, const outcome& deal) {
    std::vector<grains> before;
    for (const bargaining::seat& party : table.parties) {
        before.push_back(sum_of(party.utility, table.space.sizes, deal));
    }
    std::optional<trade> best;
    const auto consider = [&](issue_id a, option_id x, issue_id b, option_id y) {
        outcome after = deal;
        after[a] = x;
        after[b] = y;
        auto gains = detail::mutual_gains(table, before, after);
        if (gains && feasible(table.space, after) &&
            (!best || detail::leximin_better(*gains, best->gains))) {
            best = trade{a, x, b, y, std::move(*gains)};
        }
    };
    const auto issues = static_cast<issue_id>(table.space.domains.size());
    for (issue_id a = 0; a < issues; ++a) {
        for (issue_id b = a + 1; b < issues; ++b) {
            for (const option_id x : table.space.domains[a]) {
                for (const option_id y : table.space.domains[b]) {
                    if (x != deal[a] && y != deal[b]) {
                        consider(a, x, b, y);
                    }
                }
            }
        }
    }
    return best;
}

}  // namespace negotiation::deal
