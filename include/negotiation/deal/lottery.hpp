#pragma once

/// @file
/// The four fair answers when parties may toss a coin between deals.

#include <optional>
#include <span>
#include <vector>

#include <Eigen/Core>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::deal {

/// @brief A lottery over deals, and what it is worth in expectation.
struct lottery {
    std::vector<outcome> deals;   ///< few: about as many as parties
    std::vector<double> chances;  ///< of each deal, above 0, summing to 1
    Eigen::VectorXd utilities;    ///< expected @shape{parties}
    double objective = 0;         ///< product, gain ratio, gain or sum
    double gap = 0;               ///< certificate: no lottery beats the objective by more
};

/// @brief The four solutions over lotteries of feasible deals whose expected utilities are at
/// least the disagreement utilities. Nothing where no lottery is.
struct fair_lotteries {
    std::optional<lottery> nash;               ///< greatest product of gains
    std::optional<lottery> kalai_smorodinsky;  ///< greatest least share of the ideal gain
    std::optional<lottery> egalitarian;        ///< greatest least gain
    std::optional<lottery> utilitarian;        ///< greatest sum of utilities
};

/// @brief Solves over the convex hull of the feasible deals, cut at the disagreement point: a
/// larger set than the hull of the zone, since a deal that one party rejects may be the other
/// side of a coin.
///
/// @param points the frontier of the region `feasible`
/// @param table  the problem it belongs to
/// @param powers bargaining powers for Nash, none for equal
/// @return the four lotteries; all absent where no lottery is good enough for everyone
/// @throws std::invalid_argument powers of another number than the parties, or not above 0
/// @complexity{simplex pivots for three of them and Frank-Wolfe steps for Nash, O(points *
/// parties) each}
/// @thread thread-safe
/// @source{dantzig1963, Dantzig 1963\, Linear Programming and Extensions};
/// @source{lacoste2015, Lacoste-Julien and Jaggi 2015\, NIPS 28} (pairwise Frank-Wolfe)
/// @test tests/deal/lottery.cpp "two opposed deals are tossed for"
[[nodiscard]] fair_lotteries solve_lotteries(const frontier& points, const bargaining& table,
                                             std::span<const double> powers = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include <negotiation/deal/detail/gains.hpp>
#include <negotiation/deal/detail/lottery_program.hpp>
#include <negotiation/deal/detail/nash_lottery.hpp>
#include <negotiation/deal/fair_deal.hpp>

namespace negotiation::deal {

namespace detail {

inline lottery as_lottery(const frontier& points,
                          const std::vector<std::pair<Eigen::Index, double>>& chances,
                          double objective, double gap) {
    lottery drawn;
    drawn.utilities = Eigen::VectorXd::Zero(points.utilities.cols());
    double total = 0;
    for (const auto& [k, chance] : chances) {
        total += chance;
    }
    for (const auto& [k, chance] : chances) {
        drawn.deals.push_back(points.deal(static_cast<std::size_t>(k)));
        drawn.chances.push_back(chance / total);
        drawn.utilities += chance / total * points.utilities.row(k).transpose();
    }
    drawn.objective = objective;
    drawn.gap = gap;
    return drawn;
}

inline Eigen::MatrixXd gain_matrix(const frontier& points, const bargaining& table) {
    Eigen::MatrixXd gains(points.utilities.rows(), points.utilities.cols());
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

inline std::optional<leximin_lottery> solve_leximin(const Eigen::MatrixXd& gains,
                                                    Eigen::VectorXd scale) {
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
inline Eigen::VectorXd ideal_gains(const Eigen::MatrixXd& gains, lottery_program from) {
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

}  // namespace detail

inline fair_lotteries solve_lotteries(const frontier& points, const bargaining& table,
                                      std::span<const double> powers) {
    detail::check_weights(powers, table.parties.size(), "solve_lotteries", false);
    fair_lotteries fair;
    if (points.size() == 0) {
        return fair;
    }
    // Tolerances are for numbers around 1.
    Eigen::MatrixXd gains = detail::gain_matrix(points, table);
    const double size = std::max(1e-300, gains.cwiseAbs().maxCoeff());
    gains /= size;
    const Eigen::Index parties = gains.cols();
    const auto equal = detail::solve_leximin(gains, Eigen::VectorXd::Ones(parties));
    if (!equal) {
        return fair;
    }
    fair.egalitarian =
        detail::as_lottery(points, equal->chances, equal->level * size, equal->gap * size);

    detail::lottery_program level(gains, Eigen::VectorXd::Ones(parties));
    level.maximise_level();
    const auto ratio = detail::solve_leximin(gains, detail::ideal_gains(gains, level));
    fair.kalai_smorodinsky =
        ratio ? detail::as_lottery(points, ratio->chances, ratio->level, ratio->gap)
              : fair.egalitarian;

    Eigen::VectorXd power = Eigen::VectorXd::Ones(parties);
    for (std::size_t i = 0; i < powers.size(); ++i) {
        power(static_cast<Eigen::Index>(i)) = powers[i];
    }
    const auto product = detail::nash_lottery(gains, power, equal->chances);
    const double unit = std::pow(size, power.sum());
    fair.nash =
        detail::as_lottery(points, product.chances, product.objective * unit, product.gap * unit);

    detail::lottery_program sum = level;
    sum.maximise(Eigen::VectorXd::Ones(parties));
    fair.utilitarian = detail::as_lottery(points, sum.chances(), 0, sum.gap() * size);
    fair.utilitarian->objective = fair.utilitarian->utilities.sum();
    return fair;
}

}  // namespace negotiation::deal
