#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>

#include "deal/bounded_walk.hpp"
#include "deal/count_zone.hpp"
#include "deal/red_lines.hpp"
#include "deal/size_text.hpp"

namespace negotiation::deal {

std::optional<outcome_count> count_feasible(const outcome_space& space, const budget& limits) {
    const detail::reduced_problem p = detail::reduce(bargaining{space, {}});
    if (const auto count = detail::count_by_elimination(p, limits)) {
        return count;
    }
    if (detail::combinations(p) <= static_cast<double>(limits.table_rows)) {
        return detail::count_by_table(p);
    }
    return std::nullopt;
}

std::optional<bool> any_deal(const bargaining& table, const budget& limits) {
    if (detail::reduce(table).derived.empty()) {
        std::optional<refusal> refused;
        const auto empty = detail::is_empty(table, limits, refused);
        return empty ? std::optional(!*empty) : std::nullopt;
    }
    try {
        return detail::any_by_walk(detail::reduce(table, detail::telling_first(table)), limits);
    } catch (const detail::budget_passed&) {
        return std::nullopt;
    }
}

namespace {

/// Half deals that counting by halves may hold.
double most_half_deals(const detail::reduced_problem& p, const budget& limits) {
    return std::min(static_cast<double>(limits.table_rows),
                    static_cast<double>(limits.visits) / detail::cost_of_half_deal(p.parties));
}

refusal not_counted(const detail::reduced_problem& p, engine method, const budget& limits) {
    if (method == engine::eliminate) {
        return {"elimination finds the efficient deals without counting the others", 0,
                detail::combinations(p)};
    }
    const bool halves = method == engine::stream;
    const double needed = halves ? detail::larger_half(p) : detail::combinations(p);
    const double most =
        halves ? most_half_deals(p, limits) : static_cast<double>(limits.table_rows);
    return {fmt::format("counting would hold {} {}deals, more than its budget of {}",
                        detail::size_text(needed), halves ? "half " : "", detail::size_text(most)),
            0, needed};
}

}  // namespace

zone_size zone(const bargaining& table, const zone_options& options) {
    constexpr double small = 4096;
    const detail::reduced_problem p = detail::reduce(table);
    const double deals = detail::combinations(p);
    zone_size size;
    size.raw = raw_count(table.space);
    size.feasible = count_feasible(table.space, options.limits);
    size.method = options.method;
    if (options.method == engine::automatic) {
        size.method = deals <= small ? engine::table : engine::stream;
    }
    const bool derived = !p.derived.empty();
    if (size.method == engine::table && deals <= static_cast<double>(options.limits.table_rows)) {
        size.count = detail::count_by_table(p);
    } else if (size.method == engine::stream &&
               (derived || detail::larger_half(p) <= most_half_deals(p, options.limits))) {
        try {
            size.count =
                derived ? detail::count_by_walk(detail::reduce(table, detail::telling_first(table)),
                                                options.limits)
                        : detail::count_by_halves(p, options.limits);
        } catch (const detail::budget_passed& passed) {
            size.counted = false;
            size.refused =
                refusal{fmt::format("counting would come to {} {}, more than its budget of {}",
                                    detail::size_text(passed.size), passed.what,
                                    detail::size_text(static_cast<double>(passed.allowed))),
                        0, passed.size};
        }
    } else {
        size.counted = false;
        size.refused = not_counted(p, size.method, options.limits);
    }
    return size;
}

}  // namespace negotiation::deal
