#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/linkage.hpp>

namespace negotiation::deal {

bargaining with_mandatory(bargaining table, std::span<const issue_id> extra,
                          const outcome& status_quo) {
    const std::size_t issues = table.space.sizes.size();
    if (status_quo.size() != issues) {
        throw std::invalid_argument(
            fmt::format("with_mandatory: needs today's option of each of {} issues; got {}", issues,
                        status_quo.size()));
    }
    for (const issue_id k : extra) {
        if (k >= issues) {
            throw std::invalid_argument(
                fmt::format("with_mandatory: the space has {} issues; got issue {}", issues, k));
        }
        std::erase(table.space.domains[k], status_quo[k]);
    }
    return table;
}

double worth_of_scope(double issues, double worth, double hazard, double time) {
    if (!(issues >= 0 && hazard >= 0 && time >= 0) || !std::isfinite(issues * hazard * time) ||
        !std::isfinite(worth)) {
        throw std::invalid_argument(
            fmt::format("worth_of_scope: issues, hazard and time must be 0 or more and finite; got "
                        "{}, {} and {}",
                        issues, hazard, time));
    }
    return issues * worth * std::exp(-hazard * issues * time);
}

double best_scope(double hazard, double time) {
    if (!(hazard > 0 && time > 0) || !std::isfinite(1 / (hazard * time))) {
        throw std::invalid_argument(fmt::format(
            "best_scope: hazard and time must be above 0; got {} and {}", hazard, time));
    }
    return 1 / (hazard * time);
}

}  // namespace negotiation::deal
