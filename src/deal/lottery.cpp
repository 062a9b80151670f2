#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include <Eigen/Core>

#include <negotiation/deal/lottery.hpp>

#include "deal/gains.hpp"
#include "deal/lottery_program.hpp"
#include "deal/nash_lottery.hpp"
#include "deal/weights.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

using chance_list = std::vector<std::pair<Eigen::Index, double>>;

/// Gains of every point, each party's in units of the most it stands to gain or lose, so that
/// tolerances mean the same for everyone.
struct scaled_gains {
    Eigen::MatrixXd gains;  ///< points, parties
    Eigen::VectorXd sizes;  ///< of each party's unit
};

scaled_gains scale_gains(const frontier& points, const bargaining& table) {
    scaled_gains scaled{Eigen::MatrixXd(points.size(), points.parties),
                        Eigen::VectorXd::Ones(static_cast<Eigen::Index>(points.parties))};
    for (std::size_t i = 0; i < points.parties; ++i) {
        auto column = scaled.gains.col(static_cast<Eigen::Index>(i));
        for (std::size_t k = 0; k < points.size(); ++k) {
            column(static_cast<Eigen::Index>(k)) = gain_of(points, table, k, i);
        }
        const double size = column.cwiseAbs().maxCoeff();
        if (size > 0) {
            column /= size;
            scaled.sizes(static_cast<Eigen::Index>(i)) = size;
        }
    }
    return scaled;
}

/// Less the chances that are nothing but the solver's rounding, and the rest summing to 1.
chance_list cleaned(chance_list chances) {
    std::erase_if(chances, [](const auto& c) { return !(c.second > 1e-9); });
    double total = 0;
    for (const auto& [k, chance] : chances) {
        total += chance;
    }
    for (auto& [k, chance] : chances) {
        chance /= total;
    }
    return chances;
}

Eigen::VectorXd expected(const Eigen::MatrixXd& gains, const chance_list& chances) {
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(gains.cols());
    for (const auto& [k, chance] : chances) {
        sum += chance * gains.row(k).transpose();
    }
    return sum;
}

lottery as_lottery(const frontier& points, const chance_list& chances, double objective,
                   double gap) {
    lottery drawn;
    drawn.utilities.assign(points.parties, 0.0);
    for (const auto& [k, chance] : chances) {
        drawn.deals.push_back(points.deal(static_cast<std::size_t>(k)));
        drawn.chances.push_back(chance);
        for (std::size_t i = 0; i < points.parties; ++i) {
            drawn.utilities[i] += chance * points.utility(static_cast<std::size_t>(k), i);
        }
    }
    drawn.objective = objective;
    drawn.gap = gap;
    return drawn;
}

/// The lottery whose least gain, as a multiple of `scale`, is greatest, then the second least, and
/// so on: a level is raised as far as it goes, the parties whose price shows that they cannot have
/// more keep it, and the others go on. Parties of scale 0 are kept at 0 or above.
struct leximin_lottery {
    chance_list chances;
    double level = 0;  ///< the least multiple that these chances give
    double gap = 0;    ///< no lottery gives a least multiple greater by more
};

std::optional<leximin_lottery> solve_leximin(const Eigen::MatrixXd& gains, Eigen::VectorXd scale) {
    constexpr double close = 1e-12;
    const Eigen::VectorXd asked = scale;
    Eigen::MatrixXd above = gains;
    std::optional<leximin_lottery> best;
    double bound = 0;
    while (scale.maxCoeff() > 0) {
        lottery_program program(above, scale);
        if (!program.maximise_level() || (!best && program.level() < -close)) {
            break;
        }
        if (!best) {
            bound = program.level() + program.gap();
            best.emplace();
        }
        best->chances = program.chances();
        const Eigen::VectorXd prices = program.level_prices().cwiseProduct(scale);
        for (Eigen::Index i = 0; i < scale.size(); ++i) {
            if (prices(i) > 1e-9) {
                above.col(i).array() -= program.level() * scale(i);
                scale(i) = 0;
            }
        }
        if (!(prices.maxCoeff() > 1e-9)) {
            break;
        }
    }
    if (best) {
        best->chances = cleaned(std::move(best->chances));
        const Eigen::VectorXd reached = expected(gains, best->chances);
        best->level = bound;
        for (Eigen::Index i = 0; i < asked.size(); ++i) {
            best->level = asked(i) > 0 ? std::min(best->level, reached(i) / asked(i)) : best->level;
        }
        best->level = std::max(0.0, best->level);
        best->gap = std::max(0.0, bound - best->level);
    }
    return best;
}

/// Product of gains to their powers; the greatest number there is where it would be greater.
double product_of(const Eigen::VectorXd& gains, const Eigen::VectorXd& power) {
    long double product = 1;
    for (Eigen::Index i = 0; i < gains.size(); ++i) {
        product *= std::pow(static_cast<long double>(std::max(0.0, gains(i))),
                            static_cast<long double>(power(i)));
    }
    return static_cast<double>(
        std::min(product, static_cast<long double>(std::numeric_limits<double>::max())));
}

/// The most each party can expect in a lottery that leaves nobody below 0.
Eigen::VectorXd ideal_gains(const Eigen::MatrixXd& gains, lottery_program from) {
    Eigen::VectorXd ideal(gains.cols());
    for (Eigen::Index i = 0; i < gains.cols(); ++i) {
        from.maximise(Eigen::VectorXd::Unit(gains.cols(), i));
        ideal(i) = 0;
        for (const auto& [k, chance] : from.chances()) {
            ideal(i) += chance * gains(k, i);
        }
        ideal(i) = ideal(i) > 1e-12 ? ideal(i) : 0;
    }
    return ideal;
}

}  // namespace

fair_lotteries solve_lotteries(const frontier& points, const bargaining& table,
                               std::span<const double> powers) {
    detail::check_weights(powers, table.parties.size(), "solve_lotteries", false);
    fair_lotteries fair;
    if (points.size() == 0) {
        return fair;
    }
    const auto [gains, sizes] = scale_gains(points, table);
    // Equal gains in the parties' own units are levels in the ratio of those units.
    const double unit = sizes.minCoeff();
    const Eigen::VectorXd equal_units = unit * sizes.cwiseInverse();
    const auto equal = solve_leximin(gains, equal_units);
    if (!equal) {
        return fair;
    }
    fair.egalitarian = as_lottery(points, equal->chances, equal->level * unit, equal->gap * unit);

    lottery_program level(gains, equal_units);
    level.maximise_level();
    const auto ratio = solve_leximin(gains, ideal_gains(gains, level));
    fair.kalai_smorodinsky =
        ratio ? as_lottery(points, ratio->chances, ratio->level, ratio->gap) : fair.egalitarian;

    Eigen::VectorXd power = Eigen::VectorXd::Ones(gains.cols());
    for (std::size_t i = 0; i < powers.size(); ++i) {
        power(static_cast<Eigen::Index>(i)) = powers[i];
    }
    const auto product = nash_lottery(gains, power / power.sum(), (ratio ? ratio : equal)->chances);
    const chance_list tossed = cleaned(product.chances);
    const double most = std::numeric_limits<double>::max();
    const double reached = product_of(expected(gains, tossed).cwiseProduct(sizes), power);
    const double left = std::min(most, std::expm1(product.slack * power.sum()));
    fair.nash = as_lottery(points, tossed, reached, std::min(most, reached * left));

    lottery_program sum = level;
    sum.maximise(sizes / sizes.maxCoeff());
    fair.utilitarian = as_lottery(points, cleaned(sum.chances()), 0, sum.gap() * sizes.maxCoeff());
    fair.utilitarian->objective = std::accumulate(fair.utilitarian->utilities.begin(),
                                                  fair.utilitarian->utilities.end(), 0.0);
    return fair;
}

}  // namespace negotiation::deal
