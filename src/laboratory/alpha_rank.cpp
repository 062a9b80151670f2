#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/laboratory/alpha_rank.hpp>

#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();  ///< the logarithm of 0
constexpr double settled = 1e-9;           ///< change of a share that ends the raising
constexpr double first_intensity = 1;      ///< then fourfold, and so on
constexpr double last_intensity = 0x1p26;  ///< beyond it, rounding of payoffs would be ranked

/// log(e^a + e^b)
[[nodiscard]] double log_sum(double a, double b) {
    const double most = std::max(a, b);
    return most == nothing ? nothing : most + std::log1p(std::exp(std::min(a, b) - most));
}

using log_matrix = std::vector<std::vector<double>>;  ///< logarithms of rates, from row to column

[[nodiscard]] log_matrix takeovers(const positive_payoffs& of, double intensity,
                                   const alpha_rank_options& options) {
    log_matrix rates(of.rows, std::vector<double>(of.rows, nothing));
    for (std::size_t from = 0; from < of.rows; ++from) {
        for (std::size_t to = 0; to < of.rows; ++to) {
            if (from == to) {
                continue;
            }
            rates[from][to] =
                options.by == selection::opponent
                    ? log_fixation(of.at(to, from) - of.at(from, to), intensity, options.population)
                    : log_fixation(of.at(to, to), of.at(to, from), of.at(from, to),
                                   of.at(from, from), intensity, options.population);
        }
    }
    return rates;
}

/// The stationary distribution: states are taken out from the last to the first, their flow passed
/// on, and put back in order; nothing is ever subtracted.
[[nodiscard]] std::vector<double> stationary(log_matrix rates) {
    const std::size_t n = rates.size();
    for (std::size_t k = n - 1; k > 0; --k) {
        double out = nothing;
        for (std::size_t j = 0; j < k; ++j) {
            out = log_sum(out, rates[k][j]);
        }
        for (std::size_t i = 0; i < k; ++i) {
            rates[i][k] -= out;
            for (std::size_t j = 0; j < k; ++j) {
                if (i != j) {
                    rates[i][j] = log_sum(rates[i][j], rates[i][k] + rates[k][j]);
                }
            }
        }
    }
    std::vector<double> logs(n, nothing);
    logs[0] = 0;
    double all = 0;
    for (std::size_t k = 1; k < n; ++k) {
        for (std::size_t i = 0; i < k; ++i) {
            logs[k] = log_sum(logs[k], logs[i] + rates[i][k]);
        }
        all = log_sum(all, logs[k]);
    }
    for (double& value : logs) {
        value -= all;
    }
    return logs;
}

/// What flows in over what flows out, less 1; the greatest of all strategies.
[[nodiscard]] double imbalance(const log_matrix& rates, const std::vector<double>& logs) {
    double most = 0;
    for (std::size_t k = 0; k < logs.size() && logs.size() > 1; ++k) {
        double in = nothing;
        double out = nothing;
        for (std::size_t i = 0; i < logs.size(); ++i) {
            in = log_sum(in, i == k ? nothing : logs[i] + rates[i][k]);
            out = log_sum(out, i == k ? nothing : logs[k] + rates[k][i]);
        }
        most = std::max(most, std::abs(std::expm1(in - out)));
    }
    return most;
}

[[nodiscard]] alpha_rank_result ranked_at(const positive_payoffs& of, double intensity,
                                          const alpha_rank_options& options) {
    const log_matrix rates = takeovers(of, intensity, options);
    const std::vector<double> logs = stationary(rates);
    alpha_rank_result result;
    for (const double value : logs) {
        result.shares.push_back(std::exp(value));
    }
    result.intensity = intensity;
    result.residual = imbalance(rates, logs);
    result.converged = true;
    return result;
}

void check(const alpha_rank_options& options) {
    if (options.population < 2 || options.population > 10'000) {
        throw std::invalid_argument(fmt::format(
            "alpha-rank: population must lie in [2, 10000]; got {}", options.population));
    }
    if (options.intensity && !(*options.intensity >= 0 && *options.intensity <= last_intensity)) {
        throw std::invalid_argument(fmt::format("alpha-rank: intensity must lie in [0, {}]; got {}",
                                                last_intensity, *options.intensity));
    }
}

}  // namespace

double log_fixation(double lead, double intensity, std::size_t population) {
    const auto m = static_cast<double>(population);
    const double x = intensity * std::abs(lead);
    if (!(x > 0)) {
        return -std::log(m);
    }
    // Whoever trails by as much takes over e^(-(m - 1) x) times as often as who leads.
    const double ahead = std::log(-std::expm1(-x)) - std::log(-std::expm1(-m * x));
    return lead > 0 ? ahead : ahead - (m - 1) * x;
}

double log_fixation(double own, double against, double resident, double others, double intensity,
                    std::size_t population) {
    const auto m = static_cast<double>(population);
    // With k mutants the mutant's lead is linear in k; its sum up to l is a quadratic in l.
    double lead = 0;
    double all = 0;
    for (std::size_t l = 1; l < population; ++l) {
        const auto k = static_cast<double>(l);
        const double mutant = ((k - 1) * own + (m - k) * against) / (m - 1);
        const double other = (k * resident + (m - k - 1) * others) / (m - 1);
        lead += mutant - other;
        all = log_sum(all, -intensity * lead);
    }
    return -all;
}

alpha_rank_result alpha_rank(const payoff_table& payoffs, const alpha_rank_options& options) {
    check_payoffs(payoffs, "alpha-rank", true);
    check(options);
    const positive_payoffs of = positive(payoffs, false);
    if (options.intensity) {
        return ranked_at(of, *options.intensity, options);
    }
    alpha_rank_result last = ranked_at(of, first_intensity, options);
    double change = 1;
    while (change > settled && last.intensity < last_intensity) {
        alpha_rank_result next = ranked_at(of, 4 * last.intensity, options);
        change = 0;
        for (std::size_t k = 0; k < next.shares.size(); ++k) {
            change = std::max(change, std::abs(next.shares[k] - last.shares[k]));
        }
        last = std::move(next);
    }
    last.converged = change <= settled;
    return last;
}

}  // namespace negotiation::laboratory
