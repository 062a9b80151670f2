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
    double objective = 0;  ///< the product; the powers sum to 1
    double slack = 0;      ///< no lottery beats the logarithm of the product by more
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

/// The lottery as it is improved: chances, and the gains they add up to.
class nash_search {
public:
    nash_search(const Eigen::MatrixXd& gains, const Eigen::VectorXd& power,
                std::vector<std::pair<Eigen::Index, double>> start)
        : gains_(gains),
          power_(power),
          chances_(std::move(start)) {
        add_up();
    }

    /// True when everybody gains something: without that the product is 0 and nothing to improve.
    [[nodiscard]] bool all_gain() const { return gain_.minCoeff() > 0; }

    /// No lottery beats the logarithm of the product by more: it is concave, and no deal there is
    /// rises faster than this.
    [[nodiscard]] double slack(Eigen::Index* toward) const {
        return (gains_ * prices()).maxCoeff(toward) - power_.sum();
    }

    /// Draws a deal too, if only with chance 0.
    void admit(Eigen::Index deal) {
        if (std::none_of(chances_.begin(), chances_.end(),
                         [&](const auto& c) { return c.first == deal; })) {
            chances_.emplace_back(deal, 0.0);
        }
    }

    /// Pairwise Frank-Wolfe among the deals drawn: chance moves from the worst to the best of them,
    /// by exact line search, until no move pays.
    void settle() {
        constexpr int most_steps = 2000;
        constexpr double close = 1e-14;
        for (int step = 0; step < most_steps; ++step) {
            const Eigen::VectorXd now = prices();
            const auto worth = [&](const auto& c) { return gains_.row(c.first).dot(now); };
            const auto best =
                std::max_element(chances_.begin(), chances_.end(),
                                 [&](const auto& a, const auto& b) { return worth(a) < worth(b); });
            auto worst = chances_.end();
            for (auto c = chances_.begin(); c != chances_.end(); ++c) {
                if (c->second > 0 && (worst == chances_.end() || worth(*c) < worth(*worst))) {
                    worst = c;
                }
            }
            if (worth(*best) - worth(*worst) <= close) {
                break;
            }
            const Eigen::VectorXd way =
                (gains_.row(best->first) - gains_.row(worst->first)).transpose();
            const double moved = best_step(power_, gain_, way, worst->second);
            if (!(moved > 0)) {
                break;
            }
            worst->second -= moved;
            best->second += moved;
            add_up();
        }
        std::erase_if(chances_, [](const auto& c) { return !(c.second > 1e-15); });
        add_up();
    }

    /// The chances, the product and the bound on what is left to gain.
    [[nodiscard]] product_lottery result() {
        std::sort(chances_.begin(), chances_.end());
        product_lottery best{chances_, 1, 0};
        for (Eigen::Index i = 0; i < gain_.size(); ++i) {
            best.objective *= std::pow(gain_(i), power_(i));
        }
        Eigen::Index toward = 0;
        best.slack = std::max(0.0, slack(&toward));
        return best;
    }

private:
    [[nodiscard]] Eigen::VectorXd prices() const { return power_.cwiseQuotient(gain_); }

    void add_up() {
        gain_ = Eigen::VectorXd::Zero(gains_.cols());
        for (const auto& [k, chance] : chances_) {
            gain_ += chance * gains_.row(k).transpose();
        }
    }

    const Eigen::MatrixXd& gains_;
    const Eigen::VectorXd& power_;
    std::vector<std::pair<Eigen::Index, double>> chances_;
    Eigen::VectorXd gain_;
};

/// The best that is left when one deal is no longer drawn. Two parties need two deals at most, the
/// ends of an edge of the hull; others are rounding, or lie on that edge too.
inline product_lottery with_one_fewer(const Eigen::MatrixXd& gains, const Eigen::VectorXd& power,
                                      const product_lottery& from) {
    product_lottery best{{from.chances.front()}, -1, 0};
    for (std::size_t k = 0; k < from.chances.size(); ++k) {
        auto others = from.chances;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
        for (auto& [deal, chance] : others) {
            chance /= 1 - from.chances[k].second;
        }
        nash_search search(gains, power, std::move(others));
        if (search.all_gain()) {
            search.settle();
            product_lottery found = search.result();
            if (found.objective > best.objective) {
                best = std::move(found);
            }
        }
    }
    return best;
}

/// The greatest product for powers that sum to 1, by letting in the deal that promises most and
/// then settling the chances of all deals drawn (fully corrective Frank-Wolfe). Where nobody can
/// gain while all do, the start stays.
inline product_lottery nash_lottery(const Eigen::MatrixXd& gains, const Eigen::VectorXd& power,
                                    std::vector<std::pair<Eigen::Index, double>> start) {
    constexpr int most_deals = 1000;
    constexpr double close = 1e-13;
    nash_search search(gains, power, start);
    if (!search.all_gain()) {
        return {std::move(start), 0, 0};
    }
    for (int step = 0; step < most_deals; ++step) {
        search.settle();
        Eigen::Index toward = 0;
        if (search.slack(&toward) <= close) {
            break;
        }
        search.admit(toward);
    }
    product_lottery best = search.result();
    while (gains.cols() == 2 && best.chances.size() > 2) {
        best = with_one_fewer(gains, power, best);
    }
    return best;
}

}  // namespace negotiation::deal::detail
