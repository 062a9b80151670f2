#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/logrolling.hpp>

namespace negotiation::deal {

namespace {

void check_divisible(std::span<const divisible_issue> issues, double first, double second) {
    for (const divisible_issue& of : issues) {
        for (const double weight : {of.first, of.second}) {
            if (!(weight >= 0) || !std::isfinite(weight)) {
                throw std::invalid_argument(
                    fmt::format("divide: weights must be 0 or more; got {}", weight));
            }
        }
    }
    if (!std::isfinite(first) || !std::isfinite(second)) {
        throw std::invalid_argument("divide: reservation values must be finite");
    }
}

/// Issues in which the first side gets most for what the other gives up come first.
[[nodiscard]] std::vector<std::size_t> by_ratio(std::span<const divisible_issue> issues) {
    std::vector<std::size_t> order(issues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        // Worth nothing to either: last. Else ratios crosswise, so that none is divided by 0.
        const bool some_a = issues[a].first > 0;
        const bool some_b = issues[b].first > 0;
        return some_a && some_b
                   ? issues[a].first * issues[b].second > issues[b].first * issues[a].second
                   : some_a && !some_b;
    });
    return order;
}

}  // namespace

division divide(std::span<const divisible_issue> issues, double first_reservation,
                double second_reservation) {
    check_divisible(issues, first_reservation, second_reservation);
    division found;
    found.shares.assign(issues.size(), 0);
    for (const divisible_issue& of : issues) {
        found.second += of.second;
    }
    for (const std::size_t k : by_ratio(issues)) {
        const double missing = first_reservation - found.first;
        if (missing <= 0 || issues[k].first <= 0) {
            break;
        }
        const bool whole = issues[k].first <= missing;
        found.shares[k] = whole ? 1 : missing / issues[k].first;
        found.first = whole ? found.first + issues[k].first : first_reservation;
        found.second -= found.shares[k] * issues[k].second;
    }
    found.suits_both = found.first >= first_reservation && found.second >= second_reservation;
    return found;
}

}  // namespace negotiation::deal
