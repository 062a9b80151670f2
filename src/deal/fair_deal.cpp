#include <algorithm>
#include <cmath>
#include <cstddef>
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

}  // namespace

std::optional<fair_deal> nash(const frontier& points, const bargaining& table,
                              std::span<const double> powers) {
    detail::check_weights(powers, table.parties.size(), "nash", false);
    std::optional<std::size_t> best;
    detail::with_gains(points, table, [&](const auto& gains) {
        best = detail::all_equal(powers) ? detail::greatest_product(points, gains)
                                         : detail::greatest_power_product(points, gains, powers);
    });
    double product = 1;
    if (best) {
        for (std::size_t i = 0; i < table.parties.size(); ++i) {
            const double gain = std::max(0.0, detail::gain_of(points, table, *best, i));
            product *= powers.empty() ? gain : std::pow(gain, powers[i]);
        }
    }
    return pick(points, best, product);
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
    double sum = 0;
    for (std::size_t i = 0; best && i < table.parties.size(); ++i) {
        sum += (weights.empty() ? 1.0 : weights[i]) * points.utility(*best, i);
    }
    return pick(points, best, sum);
}

fair_deals solve(const frontier& points, const bargaining& table) {
    return {nash(points, table), kalai_smorodinsky(points, table), egalitarian(points, table),
            utilitarian(points, table)};
}

}  // namespace negotiation::deal
