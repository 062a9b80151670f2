#include <algorithm>
#include <cmath>
#include <limits>

#include <negotiation/laboratory/yardstick.hpp>

namespace negotiation::laboratory {

namespace {

[[nodiscard]] double between(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return std::sqrt(sum);
}

[[nodiscard]] std::optional<double> to_deal(const std::optional<deal::fair_deal>& fair,
                                            std::span<const double> utilities) {
    if (!fair) {
        return std::nullopt;
    }
    return between(fair->utilities, utilities);
}

}  // namespace

yardstick::yardstick(const bargaining& table, const deal::budget& limits)
    : points_(deal::pareto_frontier(table, {deal::engine::automatic, deal::region::zone, limits})),
      fair_(deal::solve(points_, table)),
      refused_(points_.refused ? points_.refused->reason : std::string()) {}

double yardstick::to_frontier(std::span<const double> utilities) const {
    // Points fall in the first party's utility: begin beside the point and go both ways, until the
    // first party's utility alone is farther away than the nearest so far.
    const std::span<const double> first = points_.column(0);
    const auto place = std::partition_point(first.begin(), first.end(),
                                            [&](double u) { return u > utilities[0]; });
    double nearest = std::numeric_limits<double>::infinity();
    const auto try_point = [&](std::size_t k) {
        const double along = first[k] - utilities[0];
        if (along * along >= nearest) {
            return false;
        }
        double sum = along * along;
        for (std::size_t i = 1; i < utilities.size(); ++i) {
            const double d = points_.utility(k, i) - utilities[i];
            sum += d * d;
        }
        nearest = std::min(nearest, sum);
        return true;
    };
    const auto middle = static_cast<std::size_t>(place - first.begin());
    for (std::size_t k = middle; k < points_.size() && try_point(k); ++k) {
    }
    for (std::size_t k = middle; k > 0 && try_point(k - 1); --k) {
    }
    return std::sqrt(nearest);
}

distances yardstick::to(std::span<const double> utilities) const {
    distances found;
    if (points_.size() == 0) {
        return found;
    }
    found = {to_frontier(utilities), to_deal(fair_.nash, utilities),
             to_deal(fair_.kalai_smorodinsky, utilities), to_deal(fair_.egalitarian, utilities),
             to_deal(fair_.utilitarian, utilities)};
    return found;
}

}  // namespace negotiation::laboratory
