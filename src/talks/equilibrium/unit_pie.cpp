#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <Eigen/LU>
#include <fmt/core.h>

#include <negotiation/talks/equilibrium/unit_pie.hpp>

namespace negotiation::talks::equilibrium {

namespace {

void check_pie(const std::vector<double>& discounts, bool one_is_allowed) {
    if (discounts.empty()) {
        throw std::invalid_argument("unit pie: there must be a party; got none");
    }
    for (const double factor : discounts) {
        if (!(factor > 0) || !(one_is_allowed ? factor <= 1 : factor < 1)) {
            throw std::invalid_argument(
                fmt::format("unit pie: a discount factor must lie in (0, 1{}; got {}",
                            one_is_allowed ? "]" : ")", factor));
        }
    }
}

}  // namespace

std::vector<double> shares_with_deadline(const std::vector<double>& discounts,
                                         std::int64_t offers) {
    check_pie(discounts, true);
    if (offers < 1) {
        throw std::invalid_argument(
            fmt::format("unit pie: there must be an offer; got {}", offers));
    }
    std::vector<double> shares(discounts.size(), 0);
    for (std::int64_t offer = offers - 1; offer >= 0; --offer) {
        const auto p = static_cast<std::size_t>(offer) % discounts.size();
        double left = 1;
        for (std::size_t j = 0; j < shares.size(); ++j) {
            shares[j] *= discounts[j];
            left -= j == p ? 0 : shares[j];
        }
        shares[p] = left;
    }
    return shares;
}

std::vector<double> shares_without_deadline(const std::vector<double>& discounts) {
    check_pie(discounts, false);
    const std::size_t n = discounts.size();
    const auto size = static_cast<Eigen::Index>(n);
    // A party's own share when it offers, discounted by how far off that is: whoever offers, the
    // shares sum to 1.
    Eigen::MatrixXd waits(size, size);
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t j = 0; j < n; ++j) {
            waits(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(j)) =
                std::pow(discounts[j], static_cast<double>((j + n - p) % n));
        }
    }
    const Eigen::VectorXd own = waits.partialPivLu().solve(Eigen::VectorXd::Ones(size));
    std::vector<double> shares;
    for (std::size_t j = 0; j < n; ++j) {
        const auto at = static_cast<Eigen::Index>(j);
        shares.push_back(waits(0, at) * own(at));
    }
    return shares;
}

std::vector<double> limit_shares(const std::vector<double>& rates) {
    double sum = 0;
    for (const double rate : rates) {
        if (!(rate > 0) || !std::isfinite(1 / rate) || !std::isfinite(rate)) {
            throw std::invalid_argument(
                fmt::format("unit pie: a rate of discount must be a number above 0; got {}", rate));
        }
        sum += 1 / rate;
    }
    if (rates.empty()) {
        throw std::invalid_argument("unit pie: there must be a party; got none");
    }
    std::vector<double> shares;
    for (const double rate : rates) {
        shares.push_back(1 / rate / sum);
    }
    return shares;
}

}  // namespace negotiation::talks::equilibrium
