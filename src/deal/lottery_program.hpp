#pragma once

/// @file
/// The linear programmes behind fair lotteries: few rows, a column for every deal.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <Eigen/Core>

namespace negotiation::deal::detail {

/// Lotteries p over points with gains g, and a level t: for every party E g_i - s_i t >= 0.
/// Revised simplex (Dantzig 1963) on one row a party and one for the sum of chances; pricing looks
/// at every point, so no column is ever copied.
///
/// Starts from one point with t as high as it allows, t free; so a start always exists. Parties
/// with scale 0 that the starting point leaves below 0 get an artificial gain, which a first phase
/// brings to nothing. Tolerances are for gains of about 1.
class lottery_program {
public:
    lottery_program(const Eigen::MatrixXd& gains, Eigen::VectorXd scale)
        : gains_(gains),
          scale_(std::move(scale)),
          parties_(gains.cols()) {
        start();
    }

    /// Maximises t. @return false when some party with scale 0 cannot be kept at 0 or above
    bool maximise_level() {
        point_objective_ = Eigen::VectorXd::Zero(parties_);
        level_objective_ = 0;
        artificial_objective_ = -1;
        pivot_until_optimal(true);
        if (artificial_weight() > feasible_within) {
            return false;
        }
        artificial_objective_ = 0;
        level_objective_ = 1;
        pivot_until_optimal(true);
        return true;
    }

    /// Maximises the expected c . g over lotteries with t >= 0, from the current solution, whose
    /// t must be 0 or above.
    void maximise(const Eigen::VectorXd& c) {
        level_objective_ = 0;
        point_objective_ = c;
        pivot_until_optimal(false);
    }

    /// The level t.
    [[nodiscard]] double level() const {
        for (std::size_t r = 0; r < basis_.size(); ++r) {
            if (basis_[r].sort == sort_of_column::level) {
                return solution_(static_cast<Eigen::Index>(r));
            }
        }
        return 0;
    }

    /// What a unit of each party's gain is worth to the level: above 0 only for parties who cannot
    /// have more in any solution.
    [[nodiscard]] Eigen::VectorXd level_prices() const { return -prices_.head(parties_); }

    /// Points in the lottery and their chances.
    [[nodiscard]] std::vector<std::pair<Eigen::Index, double>> chances() const {
        std::vector<std::pair<Eigen::Index, double>> list;
        for (std::size_t r = 0; r < basis_.size(); ++r) {
            const double chance = solution_(static_cast<Eigen::Index>(r));
            if (basis_[r].sort == sort_of_column::point && chance > tolerance) {
                list.emplace_back(basis_[r].index, chance);
            }
        }
        std::sort(list.begin(), list.end());
        return list;
    }

    /// Certificate: how much the objective could still rise, from the dual prices.
    [[nodiscard]] double gap() const { return std::max(0.0, best_reduced_cost_); }

private:
    enum class sort_of_column { point, level, slack, artificial };
    struct column {
        sort_of_column sort = sort_of_column::point;
        Eigen::Index index = 0;
        bool operator==(const column&) const = default;
    };

    static constexpr double tolerance = 1e-13;
    static constexpr double feasible_within = 1e-11;

    [[nodiscard]] Eigen::VectorXd entries(const column& c) const {
        Eigen::VectorXd a = Eigen::VectorXd::Zero(parties_ + 1);
        switch (c.sort) {
            case sort_of_column::point:
                a.head(parties_) = gains_.row(c.index).transpose();
                a(parties_) = 1;
                break;
            case sort_of_column::level:
                a.head(parties_) = -scale_;
                break;
            case sort_of_column::slack:
                a(c.index) = -1;
                break;
            case sort_of_column::artificial:
                a(c.index) = 1;
                break;
        }
        return a;
    }

    [[nodiscard]] double objective(const column& c) const {
        switch (c.sort) {
            case sort_of_column::point:
                return gains_.row(c.index).dot(point_objective_);
            case sort_of_column::level:
                return level_objective_;
            case sort_of_column::slack:
                return 0;
            case sort_of_column::artificial:
                return artificial_objective_;
        }
        return 0;
    }

    void start() {
        const auto level_of = [&](Eigen::Index k) {
            double level = 1e300;
            for (Eigen::Index i = 0; i < parties_; ++i) {
                if (scale_(i) > 0) {
                    level = std::min(level, gains_(k, i) / scale_(i));
                }
            }
            return level;
        };
        Eigen::Index first = 0;
        for (Eigen::Index k = 1; k < gains_.rows(); ++k) {
            first = level_of(k) > level_of(first) ? k : first;
        }
        const double level = level_of(first);
        bool level_placed = false;
        for (Eigen::Index i = 0; i < parties_; ++i) {
            const bool tight = scale_(i) > 0 && !(gains_(first, i) / scale_(i) > level);
            if (tight && !level_placed) {
                basis_.push_back({sort_of_column::level, 0});
                level_placed = true;
            } else if (!(scale_(i) > 0) && gains_(first, i) < 0) {
                basis_.push_back({sort_of_column::artificial, i});
            } else {
                basis_.push_back({sort_of_column::slack, i});
            }
        }
        basis_.push_back({sort_of_column::point, first});
        invert();
    }

    /// Gauss-Jordan with row exchange: the matrix has a row a party and one more.
    void invert() {
        const Eigen::Index n = parties_ + 1;
        Eigen::MatrixXd left(n, n);
        for (Eigen::Index c = 0; c < n; ++c) {
            left.col(c) = entries(basis_[static_cast<std::size_t>(c)]);
        }
        inverse_ = Eigen::MatrixXd::Identity(n, n);
        for (Eigen::Index c = 0; c < n; ++c) {
            Eigen::Index pivot = c;
            for (Eigen::Index r = c + 1; r < n; ++r) {
                pivot = std::abs(left(r, c)) > std::abs(left(pivot, c)) ? r : pivot;
            }
            left.row(c).swap(left.row(pivot));
            inverse_.row(c).swap(inverse_.row(pivot));
            const double divisor = left(c, c);
            left.row(c) /= divisor;
            inverse_.row(c) /= divisor;
            for (Eigen::Index r = 0; r < n; ++r) {
                if (r != c) {
                    const double factor = left(r, c);
                    left.row(r) -= factor * left.row(c);
                    inverse_.row(r) -= factor * inverse_.row(c);
                }
            }
        }
        solution_ = inverse_.col(parties_);
    }

    [[nodiscard]] double artificial_weight() const {
        double weight = 0;
        for (std::size_t r = 0; r < basis_.size(); ++r) {
            weight += basis_[r].sort == sort_of_column::artificial
                          ? solution_(static_cast<Eigen::Index>(r))
                          : 0.0;
        }
        return weight;
    }

    /// The column with the greatest reduced cost; in `cautious` mode the first above tolerance
    /// (Bland), which cannot cycle.
    [[nodiscard]] std::optional<column> entering(bool cautious) {
        Eigen::VectorXd costs(parties_ + 1);
        for (Eigen::Index r = 0; r <= parties_; ++r) {
            costs(r) = objective(basis_[static_cast<std::size_t>(r)]);
        }
        prices_ = inverse_.transpose() * costs;
        std::optional<column> best;
        double most = 1e-12;
        best_reduced_cost_ = 0;
        const auto consider = [&](const column& c, double reduced) {
            best_reduced_cost_ = std::max(best_reduced_cost_, reduced);
            if (reduced > most && !(cautious && best)) {
                best = c;
                most = cautious ? most : reduced;
            }
        };
        const Eigen::VectorXd weights = point_objective_ - prices_.head(parties_);
        const Eigen::VectorXd reduced = gains_ * weights;
        for (Eigen::Index k = 0; k < gains_.rows(); ++k) {
            consider({sort_of_column::point, k}, reduced(k) - prices_(parties_));
        }
        for (Eigen::Index i = 0; i < parties_; ++i) {
            consider({sort_of_column::slack, i}, prices_(i));
        }
        consider({sort_of_column::level, 0}, level_objective_ + prices_.head(parties_).dot(scale_));
        return best;
    }

    /// The row that stops a move along the direction first, or -1. After the first phase nothing
    /// may bring an artificial gain back: its row stops every move that would change it.
    [[nodiscard]] Eigen::Index leaving(const Eigen::VectorXd& direction, bool level_is_free) const {
        constexpr double flat = 1e-11;
        Eigen::Index out = -1;
        double shortest = 0;
        for (Eigen::Index r = 0; r <= parties_; ++r) {
            const sort_of_column sort = basis_[static_cast<std::size_t>(r)].sort;
            const bool settled = sort == sort_of_column::artificial && !(artificial_objective_ < 0);
            if (settled && std::abs(direction(r)) > flat) {
                return r;
            }
            const bool free = level_is_free && sort == sort_of_column::level;
            if (free || !(direction(r) > flat)) {
                continue;
            }
            const double length = std::max(0.0, solution_(r)) / direction(r);
            if (out < 0 || length < shortest) {
                out = r;
                shortest = length;
            }
        }
        return out;
    }

    void pivot_until_optimal(bool level_is_free) {
        constexpr int most_pivots = 20000;
        constexpr int patience = 2000;
        for (int step = 0; step < most_pivots; ++step) {
            const auto in = entering(step > patience);
            if (!in) {
                return;
            }
            const Eigen::VectorXd direction = inverse_ * entries(*in);
            const Eigen::Index out = leaving(direction, level_is_free);
            if (out < 0) {
                return;
            }
            basis_[static_cast<std::size_t>(out)] = *in;
            invert();
        }
    }

    const Eigen::MatrixXd& gains_;
    Eigen::VectorXd scale_;
    Eigen::Index parties_;
    std::vector<column> basis_;
    Eigen::MatrixXd inverse_;
    Eigen::VectorXd solution_;
    Eigen::VectorXd point_objective_;
    Eigen::VectorXd prices_;
    double level_objective_ = 0;
    double artificial_objective_ = 0;
    double best_reduced_cost_ = 0;
};

}  // namespace negotiation::deal::detail
