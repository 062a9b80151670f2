#include <algorithm>
#include <numeric>

#include <Eigen/Eigenvalues>

#include <negotiation/laboratory/symmetric_equilibria.hpp>

#include "laboratory/evolutionary_stability.hpp"

namespace negotiation::laboratory {

namespace {

constexpr double told_apart = 1e-9;  ///< rates, in shares of the range of payoffs

/// The greatest growth rate of a disturbance within the support, from the linear part of the
/// dynamics x_i (f_i - f) on the plane where shares sum to 1.
[[nodiscard]] double greatest_growth(const payoff_table& payoffs, const strategy_mix& mix,
                                     const std::vector<std::size_t>& support) {
    const auto k = static_cast<Eigen::Index>(support.size()) - 1;
    const auto slope = [&](std::size_t i, std::size_t j) {
        double common = 0;
        for (const std::size_t s : support) {
            common += mix[s] * (payoffs[s][j] + payoffs[j][s]);
        }
        return mix[i] * (payoffs[i][j] - common);
    };
    Eigen::MatrixXd linear(k, k);
    for (Eigen::Index i = 0; i < k; ++i) {
        for (Eigen::Index j = 0; j < k; ++j) {
            const std::size_t row = support[static_cast<std::size_t>(i)];
            linear(i, j) =
                slope(row, support[static_cast<std::size_t>(j)]) - slope(row, support.back());
        }
    }
    return Eigen::EigenSolver<Eigen::MatrixXd>(linear, false).eigenvalues().real().maxCoeff();
}

/// Whether a strategy that earns as much against one that everybody plays earns more against
/// itself: then it grows where there are but the two, however few begin.
[[nodiscard]] bool twin_grows(const payoff_table& payoffs, const std::vector<double>& earned,
                              std::size_t everybody, double tiny) {
    for (std::size_t j = 0; j < earned.size(); ++j) {
        if (j != everybody && earned[j] >= earned[everybody] - tiny &&
            payoffs[j][j] > payoffs[everybody][j] + tiny) {
            return true;
        }
    }
    return false;
}

}  // namespace

stability stability_of(const payoff_table& payoffs, const strategy_mix& mix) {
    const double range = payoff_range(payoffs);
    const std::vector<double> earned = earnings(payoffs, mix);
    const double own = std::inner_product(mix.begin(), mix.end(), earned.begin(), 0.0);
    std::vector<std::size_t> support;
    double outside = -range;  // the most that a newcomer would gain
    for (std::size_t i = 0; i < mix.size(); ++i) {
        if (mix[i] > 0) {
            support.push_back(i);
        } else {
            outside = std::max(outside, earned[i] - own);
        }
    }
    const double inside = support.size() > 1 ? greatest_growth(payoffs, mix, support) : -range;
    const double growth = std::max(inside, outside);
    const double tiny = told_apart * range;
    if (mix.size() == 1 || growth < -tiny) {
        return stability::attracting;
    }
    if (growth > tiny) {
        return stability::repelling;
    }
    if (evolutionarily_stable(payoffs, mix, told_apart) == true) {
        return stability::attracting;
    }
    return support.size() == 1 && twin_grows(payoffs, earned, support.front(), tiny)
               ? stability::repelling
               : stability::neutral;
}

}  // namespace negotiation::laboratory
