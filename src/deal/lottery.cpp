#include <algorithm>
#include <cmath>
#include <cstddef>
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

lottery as_lottery(const frontier& points,
                   const std::vector<std::pair<Eigen::Index, double>>& chances, double objective,
                   double gap) {
    lottery drawn;
    drawn.utilities.assign(points.parties, 0.0);
    double total = 0;
    for (const auto& [k, chance] : chances) {
        total += chance;
    }
    for (const auto& [k, chance] : chances) {
        drawn.deals.push_back(points.deal(static_cast<std::size_t>(k)));
        drawn.chances.push_back(chance / total);
        for (std::size_t i = 0; i < points.parties; ++i) {
            drawn.utilities[i] += chance / total * points.utility(static_cast<std::size_t>(k), i);
        }
    }
    drawn.objective = objective;
    drawn.gap = gap;
    return drawn;
}

Eigen::MatrixXd gain_matrix(const frontier& points, const bargaining& table) {
    Eigen::MatrixXd gains(points.size(), points.parties);
    for (Eigen::Index i = 0; i < gains.cols(); ++i) {
        for (Eigen::Index k = 0; k < gains.rows(); ++k) {
            gains(k, i) =
                gain_of(points, table, static_cast<std::size_t>(k), static_cast<std::size_t>(i));
        }
    }
    return gains;
}

/// The lottery whose least gain, as a multiple of `scale`, is greatest, then the second least, and
/// so on: a level is raised as far as it goes, the parties whose price shows that they cannot have
/// more keep it, and the others go on. Parties of scale 0 are kept at 0 or above.
struct leximin_lottery {
    std::vector<std::pair<Eigen::Index, double>> chances;
    double level = 0;  ///< the least multiple
    double gap = 0;
};

std::optional<leximin_lottery> solve_leximin(const Eigen::MatrixXd& gains, Eigen::VectorXd scale) {
    constexpr double close = 1e-12;
    Eigen::MatrixXd above = gains;
    std::optional<leximin_lottery> best;
    while (scale.maxCoeff() > 0) {
        lottery_program program(above, scale);
        if (!program.maximise_level() || (!best && program.level() < -close)) {
            break;
        }
        if (!best) {
            best = leximin_lottery{{}, std::max(0.0, program.level()), program.gap()};
        }
        best->chances = program.chances();
        const Eigen::VectorXd prices = program.level_prices().cwiseProduct(scale);
        for (Eigen::Index i = 0; i < scale.size(); ++i) {
            if (prices(i) > 1e-9) {
                above.col(i).array() -= program.level() * scale(i) - close;
                scale(i) = 0;
            }
        }
        if (!(prices.maxCoeff() > 1e-9)) {
            break;
        }
    }
    return best;
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
    // Tolerances are for numbers around 1.
    Eigen::MatrixXd gains = gain_matrix(points, table);
    const double size = std::max(1e-300, gains.cwiseAbs().maxCoeff());
    gains /= size;
    const Eigen::Index parties = gains.cols();
    const auto equal = solve_leximin(gains, Eigen::VectorXd::Ones(parties));
    if (!equal) {
        return fair;
    }
    fair.egalitarian = as_lottery(points, equal->chances, equal->level * size, equal->gap * size);

    lottery_program level(gains, Eigen::VectorXd::Ones(parties));
    level.maximise_level();
    const auto ratio = solve_leximin(gains, ideal_gains(gains, level));
    fair.kalai_smorodinsky =
        ratio ? as_lottery(points, ratio->chances, ratio->level, ratio->gap) : fair.egalitarian;

    Eigen::VectorXd power = Eigen::VectorXd::Ones(parties);
    for (std::size_t i = 0; i < powers.size(); ++i) {
        power(static_cast<Eigen::Index>(i)) = powers[i];
    }
    const auto product = nash_lottery(gains, power, equal->chances);
    const double unit = std::pow(size, power.sum());
    fair.nash = as_lottery(points, product.chances, product.objective * unit, product.gap * unit);

    lottery_program sum = level;
    sum.maximise(Eigen::VectorXd::Ones(parties));
    fair.utilitarian = as_lottery(points, sum.chances(), 0, sum.gap() * size);
    fair.utilitarian->objective = std::accumulate(fair.utilitarian->utilities.begin(),
                                                  fair.utilitarian->utilities.end(), 0.0);
    return fair;
}

}  // namespace negotiation::deal
