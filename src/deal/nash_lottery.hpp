#pragma once

/// @file
/// The lottery with the greatest product of expected gains.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <Eigen/Core>

namespace negotiation::deal::detail {

struct product_lottery {
    std::vector<std::pair<Eigen::Index, double>> chances;
    double objective = 0;
    double gap = 0;
};

/// The step s in [0, most] from `from` along `way` that maximises sum of power ln(gain), by
/// bisection on its falling derivative.
inline double best_step(const Eigen::VectorXd& power, const Eigen::VectorXd& from,
                        const Eigen::VectorXd& way, double most) {
    const auto slope = [&](double s) {
        double sum = 0;
        for (Eigen::Index i = 0; i < power.size(); ++i) {
            const double gain = from(i) + s * way(i);
            if (!(gain > 0)) {
                return -1.0;
            }
            sum += power(i) * way(i) / gain;
        }
        return sum;
    };
    if (slope(most) >= 0) {
        return most;
    }
    double low = 0;
    double high = most;
    for (int k = 0; k < 100; ++k) {
        const double middle = (low + high) / 2;
        (slope(middle) > 0 ? low : high) = middle;
    }
    return low;
}

/// Pairwise Frank-Wolfe from a lottery: chance moves from the worst deal drawn to the best deal
/// there is, by exact line search; converges linearly on a polytope. The gap bounds what is left:
/// the logarithm of the product is concave, so no lottery beats it by more than the greatest
/// slope. Where nobody can gain while all do, the start, which is egalitarian, stays.
inline product_lottery nash_lottery(const Eigen::MatrixXd& gains, const Eigen::VectorXd& power,
                                    std::vector<std::pair<Eigen::Index, double>> start) {
    constexpr int most_steps = 5000;
    constexpr double close = 1e-13;
    product_lottery best{std::move(start), 0, 0};
    Eigen::VectorXd gain = Eigen::VectorXd::Zero(gains.cols());
    for (const auto& [k, chance] : best.chances) {
        gain += chance * gains.row(k).transpose();
    }
    if (!(gain.minCoeff() > 1e-12)) {
        return best;
    }
    double slack = 0;
    for (int step = 0; step < most_steps; ++step) {
        const Eigen::VectorXd prices = power.cwiseQuotient(gain);
        Eigen::Index toward = 0;
        slack = (gains * prices).maxCoeff(&toward) - power.sum();
        if (slack <= close) {
            break;
        }
        auto away = std::min_element(
            best.chances.begin(), best.chances.end(), [&](const auto& a, const auto& b) {
                return gains.row(a.first).dot(prices) < gains.row(b.first).dot(prices);
            });
        const Eigen::VectorXd way = (gains.row(toward) - gains.row(away->first)).transpose();
        const double moved = best_step(power, gain, way, away->second);
        if (!(moved > 0)) {
            break;
        }
        away->second -= moved;
        const auto found = std::find_if(best.chances.begin(), best.chances.end(),
                                        [&](const auto& c) { return c.first == toward; });
        if (found != best.chances.end()) {
            found->second += moved;
        } else {
            best.chances.emplace_back(toward, moved);
        }
        std::erase_if(best.chances, [](const auto& c) { return !(c.second > 1e-15); });
        gain.setZero();
        for (const auto& [k, chance] : best.chances) {
            gain += chance * gains.row(k).transpose();
        }
    }
    std::sort(best.chances.begin(), best.chances.end());
    best.objective = 1;
    for (Eigen::Index i = 0; i < gain.size(); ++i) {
        best.objective *= std::pow(gain(i), power(i));
    }
    best.gap = best.objective * std::expm1(std::max(0.0, slack));
    return best;
}

}  // namespace negotiation::deal::detail
