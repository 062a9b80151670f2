#include <optional>
#include <string>

#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>

#include "deal/count_zone.hpp"

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

zone_size zone(const bargaining& table, const zone_options& options) {
    constexpr double small = 4096;
    const detail::reduced_problem p = detail::reduce(table);
    const double deals = detail::combinations(p);
    const double half = detail::larger_half(p);
    zone_size size;
    size.raw = raw_count(table.space);
    size.feasible = count_feasible(table.space, options.limits);
    size.method = options.method;
    if (options.method == engine::automatic) {
        size.method = deals <= small ? engine::table : engine::stream;
    }
    const auto most = static_cast<double>(options.limits.table_rows);
    if (size.method == engine::table && deals <= most) {
        size.count = detail::count_by_table(p);
    } else if (size.method == engine::stream && half <= most) {
        size.count = detail::count_by_halves(p);
    } else {
        size.counted = false;
        const double needed = size.method == engine::stream ? half : deals;
        size.refused =
            refusal{size.method == engine::eliminate
                        ? std::string("elimination finds the efficient deals without counting the "
                                      "others")
                        : fmt::format("counting would hold {:.3g} {}deals, more than {}", needed,
                                      size.method == engine::stream ? "half " : "",
                                      options.limits.table_rows),
                    0, needed};
    }
    return size;
}

}  // namespace negotiation::deal
