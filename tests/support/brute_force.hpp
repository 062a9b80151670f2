#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <vector>

#include <support/random_problem.hpp>

/// Answers by looking at every deal, from the definitions and the whole numbers of a
/// specification; shares no code with the library.
namespace negotiation::tests {

/// One deal and what it is worth, in steps.
struct row {
    places deal;
    std::vector<int> values;
    bool feasible = true;  ///< by the constraints
    bool inside = true;    ///< and within binding red lines
    bool accepted = true;  ///< and at or above every reservation value
};

[[nodiscard]] inline bool banned(const specification::ban& combination, const places& deal) {
    return std::all_of(combination.begin(), combination.end(), [&](const auto& part) {
        const auto& [issue, options] = part;
        return std::find(options.begin(), options.end(), deal[issue]) != options.end();
    });
}

/// Every deal of the open options, last issue fastest.
[[nodiscard]] inline std::vector<row> all_deals(const specification& of) {
    std::vector<row> rows;
    std::vector<std::size_t> at(of.sizes.size(), 0);
    for (bool more = true; more;) {
        row r;
        for (std::size_t k = 0; k < at.size(); ++k) {
            r.deal.push_back(of.domains[k][at[k]]);
        }
        for (const auto& combination : of.bans) {
            r.feasible = r.feasible && !banned(combination, r.deal);
        }
        r.inside = r.feasible;
        for (const auto& who : of.agents) {
            for (const auto& line : who.lines) {
                r.inside = r.inside && (!line.binds || line.allowed[r.deal[line.issue]]);
            }
        }
        r.accepted = r.inside;
        for (const auto& who : of.agents) {
            r.values.push_back(value_of(who, of, r.deal));
            r.accepted = r.accepted && r.values.back() >= who.reservation;
        }
        rows.push_back(std::move(r));
        more = false;
        for (std::size_t k = at.size(); k-- > 0 && !more;) {
            more = ++at[k] < of.domains[k].size();
            at[k] = more ? at[k] : 0;
        }
    }
    return rows;
}

/// At least as good for everybody and better for one.
template <class Values>
[[nodiscard]] bool dominates(const Values& a, const Values& b) {
    bool better = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] < b[i]) {
            return false;
        }
        better = better || a[i] > b[i];
    }
    return better;
}

/// An efficient vector of values, the first deal that gives it, and how many do.
struct efficient_point {
    std::vector<int> values;
    places deal;
    std::size_t count = 0;
};

/// The frontier by definition. @param kept which of the rows compete
template <class Kept>
[[nodiscard]] std::vector<efficient_point> efficient(const std::vector<row>& rows, Kept kept) {
    std::vector<efficient_point> points;
    for (const row& r : rows) {
        if (!kept(r)) {
            continue;
        }
        const auto same = std::find_if(points.begin(), points.end(),
                                       [&](const auto& p) { return p.values == r.values; });
        if (same != points.end()) {
            ++same->count;
        } else {
            points.push_back({r.values, r.deal, 1});
        }
    }
    std::vector<efficient_point> best;
    for (const auto& p : points) {
        if (std::none_of(points.begin(), points.end(),
                         [&](const auto& q) { return dominates(q.values, p.values); })) {
            best.push_back(p);
        }
    }
    std::sort(best.begin(), best.end(),
              [](const auto& a, const auto& b) { return b.values < a.values; });
    return best;
}

/// The frontier of the zone.
[[nodiscard]] inline std::vector<efficient_point> efficient_zone(const specification& of) {
    return efficient(all_deals(of), [](const row& r) { return r.accepted; });
}

[[nodiscard]] inline std::size_t zone_count(const specification& of) {
    const auto rows = all_deals(of);
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const row& r) { return r.accepted; }));
}

/// A fraction of two whole numbers, the second above 0.
struct fraction {
    long long part = 0;
    long long whole = 1;
    [[nodiscard]] bool operator<(const fraction& other) const {
        return part * other.whole < other.part * whole;
    }
    [[nodiscard]] bool operator>(const fraction& other) const { return other < *this; }
};

/// Compares the least entries, then the next, and so on.
template <class Number>
[[nodiscard]] bool leximin_above(std::vector<Number> a, std::vector<Number> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (a[k] < b[k] || b[k] < a[k]) {
            return b[k] < a[k];
        }
    }
    return false;
}

/// The first of the deals that every party accepts which no other of them beats.
/// @param above strict, over two rows
template <class Above>
[[nodiscard]] std::optional<row> best_accepted(const std::vector<row>& rows, Above above) {
    std::optional<row> best;
    for (const row& r : rows) {
        if (r.accepted && (!best || above(r, *best))) {
            best = r;
        }
    }
    return best;
}

/// Gains over the reservation values.
[[nodiscard]] inline std::vector<long long> gains(const specification& of, const row& r) {
    std::vector<long long> list;
    for (std::size_t i = 0; i < r.values.size(); ++i) {
        list.push_back(r.values[i] - of.agents[i].reservation);
    }
    return list;
}

[[nodiscard]] inline long long product(const std::vector<long long>& gains) {
    return std::accumulate(gains.begin(), gains.end(), 1LL,
                           [](long long a, long long b) { return a * b; });
}

/// The four fair deals of the zone.
struct fair_rows {
    std::optional<row> nash;
    std::optional<row> kalai_smorodinsky;
    std::optional<row> egalitarian;
    std::optional<row> utilitarian;
    bool some_product = false;  ///< in some deal everybody gains
};

namespace detail {

/// The most that each party could gain in the zone.
inline std::vector<long long> ideal_gains(const specification& of, const std::vector<row>& rows) {
    std::vector<long long> ideal(of.agents.size(), 0);
    for (const row& r : rows) {
        const auto list = gains(of, r);
        for (std::size_t i = 0; r.accepted && i < ideal.size(); ++i) {
            ideal[i] = std::max(ideal[i], list[i]);
        }
    }
    return ideal;
}

/// Shares of these; a party that can gain nothing has none.
inline std::vector<fraction> shares(const std::vector<long long>& gains,
                                    const std::vector<long long>& ideal) {
    std::vector<fraction> list;
    for (std::size_t i = 0; i < ideal.size(); ++i) {
        if (ideal[i] > 0) {
            list.push_back({gains[i], ideal[i]});
        }
    }
    return list;
}

}  // namespace detail

/// The fair deals by definition, ties to the first.
[[nodiscard]] inline fair_rows fair_by_definition(const specification& of,
                                                  const std::vector<row>& rows) {
    const auto gain = [&](const row& r) { return gains(of, r); };
    const auto sum = [](const row& r) {
        return std::accumulate(r.values.begin(), r.values.end(), 0);
    };
    const auto leximin = [&](const row& a, const row& b) {
        return leximin_above(gain(a), gain(b));
    };
    const auto ideal = detail::ideal_gains(of, rows);
    fair_rows fair;
    fair.some_product = std::any_of(
        rows.begin(), rows.end(), [&](const row& r) { return r.accepted && product(gain(r)) > 0; });
    fair.nash = best_accepted(rows, [&](const row& a, const row& b) {
        return fair.some_product ? product(gain(a)) > product(gain(b)) : leximin(a, b);
    });
    fair.kalai_smorodinsky = best_accepted(rows, [&](const row& a, const row& b) {
        return leximin_above(detail::shares(gain(a), ideal), detail::shares(gain(b), ideal));
    });
    fair.egalitarian = best_accepted(rows, leximin);
    fair.utilitarian =
        best_accepted(rows, [&](const row& a, const row& b) { return sum(a) > sum(b); });
    return fair;
}

/// A deal of the library as places.
[[nodiscard]] inline places as_places(const outcome& deal) { return {deal.begin(), deal.end()}; }

[[nodiscard]] inline outcome as_outcome(const places& deal) {
    outcome result;
    for (const std::size_t o : deal) {
        result.push_back(static_cast<option_id>(o));
    }
    return result;
}

}  // namespace negotiation::tests
