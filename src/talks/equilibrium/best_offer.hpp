#pragma once

/// The best deal that the others accept.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include <negotiation/talks/equilibrium/deal_set.hpp>

namespace negotiation::talks::equilibrium::detail {

/// Deals from best to worst for every party, to find the first that the others accept.
class offer_search {
public:
    explicit offer_search(const deal_set& deals) : deals_(deals), slack_(deals.roundings()) {
        for (std::size_t p = 0; p < deals.parties; ++p) {
            std::vector<std::uint32_t> order(deals.size());
            std::iota(order.begin(), order.end(), 0U);
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
                return deals.utility(a, p) > deals.utility(b, p);
            });
            orders_.push_back(std::move(order));
        }
        for (std::size_t k = 0; k < deals.size(); ++k) {
            double sum = 0;
            for (std::size_t i = 0; i < deals.parties; ++i) {
                sum += deals.utility(k, i);
            }
            sums_.push_back(sum);
        }
        sum_slack_ = std::accumulate(slack_.begin(), slack_.end(), 0.0);
        staircase_ = deals.parties == 2 && deals.refused.empty() && is_rising(0) && is_rising(1);
    }

    /// How far numbers of a party lie apart that are no ties.
    [[nodiscard]] double slack(std::size_t i) const noexcept { return slack_[i]; }
    [[nodiscard]] const std::vector<double>& slacks() const noexcept { return slack_; }

    /// The best deal for a party among those that are accepted. Equally good ones go by the sum
    /// for the others, then by enumeration order.
    /// @tparam Accepted callable as bool(deal)
    /// @param least the other party's threshold, which alone decides with two parties
    template <class Accepted>
    [[nodiscard]] std::optional<std::uint32_t> best(std::size_t p, double least,
                                                    Accepted accepted) const {
        const std::vector<std::uint32_t>& order = orders_[p];
        std::optional<std::uint32_t> found;
        double found_sum = -std::numeric_limits<double>::infinity();
        double found_worth = 0;
        for (auto at = first(p, least); at != order.end(); ++at) {
            const double worth = deals_.utility(*at, p);
            if (found && worth < found_worth - slack_[p]) {
                break;
            }
            if (deals_.refuses(*at, p) || !accepted(*at)) {
                continue;
            }
            const double sum = sums_[*at] - worth;
            if (!found || sum > found_sum + sum_slack_ ||
                (sum >= found_sum - sum_slack_ && *at < *found)) {
                found_worth = found ? found_worth : worth;
                found_sum = found ? std::max(found_sum, sum) : sum;
                found = *at;
            }
        }
        return found;
    }

    /// Every deal among those accepted that is as good for a party as its best.
    template <class Accepted>
    [[nodiscard]] std::vector<std::uint32_t> all_best(std::size_t p, Accepted accepted) const {
        std::vector<std::uint32_t> found;
        for (const std::uint32_t k : orders_[p]) {
            if (!found.empty() &&
                deals_.utility(k, p) < deals_.utility(found.front(), p) - slack_[p]) {
                break;
            }
            if (!deals_.refuses(k, p) && accepted(k)) {
                found.push_back(k);
            }
        }
        return found;
    }

private:
    using place = std::vector<std::uint32_t>::const_iterator;

    /// Whether what is worse for one party is better for the other, with no exception.
    [[nodiscard]] bool is_rising(std::size_t p) const {
        return std::is_sorted(orders_[p].begin(), orders_[p].end(),
                              [&](std::uint32_t a, std::uint32_t b) {
                                  return deals_.utility(a, 1 - p) < deals_.utility(b, 1 - p);
                              });
    }

    [[nodiscard]] place first(std::size_t p, double least) const {
        const std::vector<std::uint32_t>& order = orders_[p];
        if (!staircase_) {
            return order.begin();
        }
        return std::partition_point(order.begin(), order.end(), [&](std::uint32_t k) {
            return deals_.utility(k, 1 - p) < least - slack_[1 - p];
        });
    }

    const deal_set& deals_;
    std::vector<double> slack_;
    double sum_slack_ = 0;  ///< of sums over parties
    std::vector<std::vector<std::uint32_t>> orders_;
    std::vector<double> sums_;
    bool staircase_ = false;
};

}  // namespace negotiation::talks::equilibrium::detail
