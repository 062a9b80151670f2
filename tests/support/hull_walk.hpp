#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

/// What two parties can expect of lotteries, by walking along the edges of the hull of their gains.
/// Shares no code with the library.
namespace negotiation::tests {

using point = std::pair<double, double>;  ///< gains of two parties over no deal

/// The upper right hull of gains, falling in the second coordinate, by a monotone chain.
[[nodiscard]] inline std::vector<point> upper_hull(std::vector<point> points) {
    std::sort(points.begin(), points.end());
    std::vector<point> hull;
    for (const point& p : points) {
        while (hull.size() >= 2) {
            const point& a = hull[hull.size() - 2];
            const point& b = hull.back();
            const double turn = (b.first - a.first) * (p.second - a.second) -
                                (b.second - a.second) * (p.first - a.first);
            if (turn < 0) {
                break;
            }
            hull.pop_back();
        }
        hull.push_back(p);
    }
    return hull;
}

/// Maximises over the hull cut at 0 by walking its edges: each objective is concave on an edge, so
/// the best point is an end of the cut edge or where its derivative vanishes, found by `inner`.
/// @param inner the best share of the second end on an edge, of all reals
template <class Objective, class Inner>
[[nodiscard]] std::optional<double> walk(const std::vector<point>& hull, Objective objective,
                                         Inner inner) {
    std::optional<double> best;
    const auto offer = [&](const point& at) {
        if (at.first >= -1e-12 && at.second >= -1e-12) {
            const double value = objective({std::max(0.0, at.first), std::max(0.0, at.second)});
            best = best ? std::max(*best, value) : value;
        }
    };
    for (std::size_t k = 0; k < hull.size(); ++k) {
        offer(hull[k]);
        if (k + 1 == hull.size()) {
            break;
        }
        const point a = hull[k];
        const point d{hull[k + 1].first - a.first, hull[k + 1].second - a.second};
        std::vector<double> shares{inner(a, d)};
        if (d.first != 0) shares.push_back(-a.first / d.first);
        if (d.second != 0) shares.push_back(-a.second / d.second);
        for (const double share : shares) {
            if (share > 0 && share < 1) {
                offer({a.first + share * d.first, a.second + share * d.second});
            }
        }
    }
    return best;
}

}  // namespace negotiation::tests
