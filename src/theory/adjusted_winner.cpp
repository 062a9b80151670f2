#include <algorithm>
#include <cmath>
#include <numeric>

#include <negotiation/theory/adjusted_winner.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

namespace {

using points = std::vector<double>;

[[nodiscard]] double sum_of(const points& of) { return std::accumulate(of.begin(), of.end(), 0.0); }

void check_points(const points& first, const points& second) {
    if (first.empty() || first.size() != second.size()) {
        throw std::invalid_argument(
            fmt::format("adjusted winner: both sides need points for the same issues, at least one;"
                        " got {} and {}",
                        first.size(), second.size()));
    }
    for (std::size_t k = 0; k < first.size(); ++k) {
        require_amount("adjusted winner: points of the first side", first[k]);
        require_amount("adjusted winner: points of the second side", second[k]);
    }
    constexpr double rounding = 1e-9;
    const double a = sum_of(first);
    const double b = sum_of(second);
    if (!(a >= least_amount) || !(std::abs(a - b) <= rounding * a)) {
        throw std::invalid_argument(fmt::format(
            "adjusted winner: both sides must give the same sum of points, above 0; got {} and {}",
            a, b));
    }
}

/// Issues that somebody wants, those first for which the first side gives the most points for each
/// of the second side's.
[[nodiscard]] std::vector<std::size_t> by_ratio(const points& first, const points& second) {
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < first.size(); ++k) {
        if (first[k] > 0 || second[k] > 0) {
            order.push_back(k);
        }
    }
    // shares of both points, not quotients: one of two may be 0
    const auto leaning = [&](std::size_t k) { return first[k] / (first[k] + second[k]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t k, std::size_t l) { return leaning(k) > leaning(l); });
    return order;
}

}  // namespace

point_division adjusted_winner(const points& first, const points& second) {
    check_points(first, second);
    point_division found{points(first.size(), 1), 0, 0, 0, 0, {}};
    for (std::size_t k = 0; k < first.size(); ++k) {
        (first[k] >= second[k] ? found.first_before : found.second_before) +=
            std::max(first[k], second[k]);
    }
    double left = sum_of(second);  // what the second side would get of the issues still to come
    for (const std::size_t k : by_ratio(first, second)) {
        // the part of this issue at which both have the same
        const double equal = (left - found.first) / (first[k] + second[k]);
        const double part = std::clamp(equal, 0.0, 1.0);
        found.shares[k] = part;
        found.first += part * first[k];
        found.second += (1 - part) * second[k];
        left -= second[k];
        if (part > 0 && part < 1) {
            found.split = k;
        }
    }
    return found;
}

}  // namespace negotiation::theory
