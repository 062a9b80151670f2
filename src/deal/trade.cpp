#include <cstddef>
#include <utility>

#include <negotiation/deal/trade.hpp>

#include "deal/gains.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

/// Gains of every party from one draft to another, in units, or nothing when somebody loses or
/// nobody gains.
std::optional<std::vector<long double>> mutual_gains(const bargaining& table,
                                                     const std::vector<grains>& before,
                                                     const outcome& after) {
    std::vector<long double> gains;
    bool somebody = false;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        const utility_function& f = table.parties[i].utility;
        const grains sum = sum_of(f, table.space.sizes, after);
        if (sum < before[i] || !respects_red_lines(table.parties[i], after)) {
            return std::nullopt;
        }
        somebody = somebody || sum > before[i];
        gains.push_back(improvement(f.scale, before[i], sum));
    }
    return somebody ? std::optional(std::move(gains)) : std::nullopt;
}

/// A trade with what decides between two of them.
struct weighed_trade {
    trade what;
    std::vector<long double> gains;
    outcome after;
};

bool better(const weighed_trade& a, const weighed_trade& b) {
    if (leximin_greater(a.gains, b.gains)) {
        return true;
    }
    return !leximin_greater(b.gains, a.gains) && a.after < b.after;
}

}  // namespace

std::optional<trade> best_trade(const bargaining& table, const outcome& deal) {
    std::vector<grains> before;
    for (const bargaining::seat& party : table.parties) {
        before.push_back(sum_of(party.utility, table.space.sizes, deal));
    }
    std::optional<weighed_trade> best;
    const auto consider = [&](issue_id a, option_id x, issue_id b, option_id y) {
        outcome after = deal;
        after[a] = x;
        after[b] = y;
        auto gains = mutual_gains(table, before, after);
        if (!gains || !feasible(table.space, after)) {
            return;
        }
        weighed_trade one{{a, x, b, y, {}}, std::move(*gains), std::move(after)};
        if (!best || better(one, *best)) {
            best = std::move(one);
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
    if (!best) {
        return std::nullopt;
    }
    for (const long double gain : best->gains) {
        best->what.gains.push_back(static_cast<double>(gain / 1e12L));
    }
    return best->what;
}

}  // namespace negotiation::deal
