#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/logit_response.hpp>

#include "laboratory/linear_system.hpp"
#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

constexpr double most_precision = 1e6;
constexpr std::size_t most_steps = 20'000;
constexpr std::size_t corrections = 12;
constexpr double solved = 1e-11;  ///< of the equations on logarithms of shares
constexpr double shortest_step = 1e-10;

/// Logarithms of shares, and the precision behind them.
using path_point = std::vector<double>;

/// The equations of the branch: u_i - u_1 = lambda (f_i - f_1) for all i but the first, and shares
/// that sum to 1.
class branch {
public:
    explicit branch(const payoff_table& payoffs) : of_(positive(payoffs, false)) {}

    [[nodiscard]] std::size_t strategies() const noexcept { return of_.rows; }

    [[nodiscard]] path_point start() const {
        path_point at(strategies() + 1, -std::log(static_cast<double>(strategies())));
        at.back() = 0;
        return at;
    }

    [[nodiscard]] std::vector<double> miss(const path_point& at) const {
        const std::vector<double> earned = earnings_at(at);
        std::vector<double> f(strategies());
        double sum = 0;
        for (std::size_t i = 0; i < strategies(); ++i) {
            f[i] = at[i] - at[0] - at.back() * (earned[i] - earned[0]);
            sum += std::exp(at[i]);
        }
        f[0] = sum - 1;
        return f;
    }

    /// Slopes of the equations, a row each, with `last` as one more row.
    [[nodiscard]] linear_system system(const path_point& at,
                                       const std::vector<double>& last) const {
        const std::size_t n = strategies();
        const std::vector<double> earned = earnings_at(at);
        std::vector<double> matrix((n + 1) * (n + 1), 0);
        for (std::size_t j = 0; j < n; ++j) {
            matrix[j] = std::exp(at[j]);
        }
        for (std::size_t i = 1; i < n; ++i) {
            double* const row = matrix.data() + i * (n + 1);
            for (std::size_t j = 0; j < n; ++j) {
                row[j] = (j == i   ? 1
                          : j == 0 ? -1
                                   : 0) -
                         at.back() * (of_.at(i, j) - of_.at(0, j)) * std::exp(at[j]);
            }
            row[n] = -(earned[i] - earned[0]);
        }
        std::copy(last.begin(), last.end(),
                  matrix.begin() + static_cast<std::ptrdiff_t>(n * (n + 1)));
        return {matrix, n + 1};
    }

    [[nodiscard]] std::vector<double> earnings_at(const path_point& at) const {
        std::vector<double> earned(strategies(), 0);
        for (std::size_t j = 0; j < strategies(); ++j) {
            const double share = std::exp(at[j]);
            for (std::size_t i = 0; i < strategies(); ++i) {
                earned[i] += of_.at(i, j) * share;
            }
        }
        return earned;
    }

private:
    positive_payoffs of_;
};

[[nodiscard]] double size_of(const std::vector<double>& v) {
    double sum = 0;
    for (const double value : v) {
        sum += value * value;
    }
    return std::sqrt(sum);
}

/// Newton's method on the equations and on one more: that the steps are at right angles to `row`.
[[nodiscard]] bool corrected(const branch& on, path_point& at, const std::vector<double>& row) {
    for (std::size_t k = 0; k < corrections; ++k) {
        std::vector<double> miss = on.miss(at);
        if (size_of(miss) <= solved * (1 + std::abs(at.back()))) {
            return true;
        }
        for (double& value : miss) {
            value = -value;
        }
        miss.push_back(0);
        const auto step = on.system(at, row).solve(miss);
        if (!step || !(size_of(*step) < 10)) {
            return false;
        }
        for (std::size_t i = 0; i < at.size(); ++i) {
            at[i] += (*step)[i];
        }
    }
    return false;
}

/// The direction of the path, on from the one before.
[[nodiscard]] std::optional<std::vector<double>> direction(const branch& on, const path_point& at,
                                                           const std::vector<double>& before) {
    std::vector<double> right(at.size(), 0);
    right.back() = 1;
    auto found = on.system(at, before).solve(right);
    if (found) {
        const double size = size_of(*found);
        for (double& value : *found) {
            value /= size;
        }
    }
    return found;
}

[[nodiscard]] logit_point point_at(const payoff_table& payoffs, const path_point& at) {
    logit_point point{at.back(), {}, 0, 0};
    double sum = 0;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        point.mix.push_back(std::exp(at[i]));
        sum += point.mix.back();
    }
    for (double& share : point.mix) {
        share /= sum;
    }
    const strategy_mix answer = logit_answer(payoffs, point.mix, point.precision);
    for (std::size_t i = 0; i < answer.size(); ++i) {
        point.residual = std::max(point.residual, std::abs(answer[i] - point.mix[i]));
    }
    point.regret = symmetric_regret(payoffs, point.mix);
    return point;
}

/// On the way from `at`, the point at a given precision; false where Newton does not find it.
[[nodiscard]] bool at_precision(const branch& on, path_point& at, double precision) {
    at.back() = precision;
    std::vector<double> fixed(at.size(), 0);
    fixed.back() = 1;
    return corrected(on, at, fixed);
}

void check(const std::vector<double>& precisions) {
    double before = 0;
    for (const double precision : precisions) {
        if (!(precision > before && precision <= most_precision)) {
            throw std::invalid_argument(
                fmt::format("logit response: precisions must rise within (0, {}]; got {} after {}",
                            most_precision, precision, before));
        }
        before = precision;
    }
}

/// A step of a given length, or of a shorter one where that fails. @return the length, 0 where none
/// succeeds
[[nodiscard]] double advance(const branch& on, path_point& at, std::vector<double>& along,
                             double length) {
    for (; length > shortest_step; length /= 4) {
        path_point next = at;
        for (std::size_t i = 0; i < at.size(); ++i) {
            next[i] += length * along[i];
        }
        if (!corrected(on, next, along)) {
            continue;
        }
        const auto turned = direction(on, next, along);
        double agreement = 0;
        for (std::size_t i = 0; turned && i < at.size(); ++i) {
            agreement += (*turned)[i] * along[i];
        }
        if (turned && agreement > 0.9) {
            at = std::move(next);
            along = *turned;
            return length;
        }
    }
    return 0;
}

}  // namespace

strategy_mix logit_answer(const payoff_table& payoffs, const strategy_mix& mix, double precision) {
    const double range = payoff_range(payoffs);
    std::vector<double> earned = earnings(payoffs, mix);
    const double best = *std::max_element(earned.begin(), earned.end());
    double sum = 0;
    for (double& value : earned) {
        value = range > 0 ? std::exp(precision * (value - best) / range) : 1;
        sum += value;
    }
    for (double& value : earned) {
        value /= sum;
    }
    return earned;
}

logit_path logit_response(const payoff_table& payoffs, const std::vector<double>& precisions) {
    check_payoffs(payoffs, "logit response", true);
    check(precisions);
    const branch on(payoffs);
    path_point at = on.start();
    std::vector<double> up(at.size(), 0);
    up.back() = 1;
    std::vector<double> along = direction(on, at, up).value_or(up);
    logit_path path;
    double length = 0.1;
    while (path.points.size() < precisions.size() && path.steps < most_steps) {
        const path_point before = at;
        const double done = advance(on, at, along, length);
        if (done == 0) {
            break;
        }
        ++path.steps;
        length = std::min(done < length ? done : 2 * done, 0.1 + 0.2 * size_of(at));
        while (path.points.size() < precisions.size() &&
               at.back() >= precisions[path.points.size()]) {
            const double wanted = precisions[path.points.size()];
            path_point there = at;
            const double share = (wanted - before.back()) / (at.back() - before.back());
            for (std::size_t i = 0; i < at.size(); ++i) {
                there[i] = before[i] + share * (at[i] - before[i]);
            }
            if (!at_precision(on, there, wanted)) {
                return path;
            }
            path.points.push_back(point_at(payoffs, there));
        }
    }
    path.converged = path.points.size() == precisions.size();
    return path;
}

}  // namespace negotiation::laboratory
