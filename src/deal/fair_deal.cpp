#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>

#include <negotiation/deal/fair_deal.hpp>

#include "deal/gains.hpp"
#include "deal/weights.hpp"

namespace negotiation::deal {

namespace {

std::optional<fair_deal> pick(const frontier& points, std::optional<std::size_t> best,
                              double objective) {
    if (!best) {
        return std::nullopt;
    }
    return fair_deal{points.deal(*best), points.row(*best), objective, points.counts[*best]};
}

/// Whole units as far as they go, so that .0670 times .0850 shows no dust of binary fractions.
double product_of_gains(const frontier& points, const bargaining& table, std::size_t k,
                        std::span<const double> powers) {
    long double product = 1;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        const long double gain =
            is_plain_sum(table.parties[i].utility.scale)
                ? static_cast<long double>(detail::exact_gain(points, table, k, i)) / 1e12L
                : static_cast<long double>(detail::gain_of(points, table, k, i));
        const long double above = std::max(0.0L, gain);
        product *= powers.empty() ? above : std::pow(above, static_cast<long double>(powers[i]));
    }
    return static_cast<double>(
        std::min(product, static_cast<long double>(std::numeric_limits<double>::max())));
}

double weighted_sum(const frontier& points, const bargaining& table, std::size_t k,
                    std::span<const double> weights) {
    long double sum = 0;
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        const utility_scale& scale = table.parties[i].utility.scale;
        const long double utility =
            is_plain_sum(scale)
                ? static_cast<long double>(static_cast<units>(points.sum(k, i)) * scale.grain) /
                      1e12L
                : static_cast<long double>(points.utility(k, i));
        sum += (weights.empty() ? 1.0L : static_cast<long double>(weights[i])) * utility;
    }
    return static_cast<double>(sum);
}

}  // namespace

std::optional<fair_deal> nash(const frontier& points, const bargaining& table,
                              std::span<const double> powers) {
    detail::check_weights(powers, table.parties.size(), "nash", false);
    std::optional<std::size_t> best;
    detail::with_gains(points, table, [&](const auto& gains) {
        best = detail::all_equal(powers) ? detail::greatest_product(points, gains)
                                         : detail::greatest_power_product(points, gains, powers);
    });
    return pick(points, best, best ? product_of_gains(points, table, *best, powers) : 0);
}

std::optional<fair_deal> kalai_smorodinsky(const frontier& points, const bargaining& table) {
    std::optional<std::size_t> best;
    double ratio = 0;
    detail::with_gains(points, table, [&](const auto& gains) {
        best = detail::greatest_least_ratio(points, gains);
        ratio = best ? detail::least_ratio(gains, *best) : 0;
    });
    return pick(points, best, ratio);
}

std::optional<fair_deal> egalitarian(const frontier& points, const bargaining& table) {
    std::optional<std::size_t> best;
    detail::with_gains(points, table, [&](const auto& gains) {
        best = detail::greatest_least_gain(points, gains);
    });
    double least = 0;
    for (std::size_t i = 0; best && i < table.parties.size(); ++i) {
        const double gain = detail::gain_of(points, table, *best, i);
        least = i == 0 ? gain : std::min(least, gain);
    }
    return pick(points, best, least);
}

std::optional<fair_deal> utilitarian(const frontier& points, const bargaining& table,
                                     std::span<const double> weights) {
    detail::check_weights(weights, table.parties.size(), "utilitarian", true);
    std::optional<std::size_t> best;
    detail::with_gains(points, table, [&](const auto& gains) {
        best = weights.empty() ? detail::greatest_sum(points, gains)
                               : detail::greatest_weighted_sum(points, weights);
    });
    return pick(points, best, best ? weighted_sum(points, table, *best, weights) : 0);
}

fair_deals solve(const frontier& points, const bargaining& table) {
    return {nash(points, table), kalai_smorodinsky(points, table), egalitarian(points, table),
            utilitarian(points, table)};
}

}  // namespace negotiation::deal
