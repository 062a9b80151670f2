#pragma once

/// @file
/// Counts pairs of half deals that together satisfy everybody.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <negotiation/model/count.hpp>
#include <negotiation/model/utility_function.hpp>

namespace negotiation::deal::detail {

/// Vectors of one length, one behind the other.
struct vectors {
    std::size_t dimensions = 0;
    std::vector<grains> values;

    [[nodiscard]] std::size_t size() const noexcept {
        return dimensions == 0 ? 0 : values.size() / dimensions;
    }
    [[nodiscard]] grains at(std::uint32_t k, std::size_t d) const noexcept {
        return values[k * dimensions + d];
    }
};

/// Counts pairs (need, offer) in which the offer is nowhere below the need: sorting for one
/// dimension, a sweep over a Fenwick tree for two, divide and conquer beyond (Bentley 1980).
/// O((n + m) log^(d-1) (n + m)).
class dominance_count {
public:
    dominance_count(const vectors& needs, const vectors& offers)
        : needs_(needs),
          offers_(offers),
          dimensions_(needs.dimensions) {}

    [[nodiscard]] outcome_count run() {
        places needs(needs_.size());
        places offers(offers_.size());
        for (places* set : {&needs, &offers}) {
            for (std::uint32_t k = 0; k < set->size(); ++k) {
                (*set)[k] = k;
            }
        }
        return count(std::move(needs), std::move(offers), 0);
    }

private:
    using places = std::vector<std::uint32_t>;

    /// Pairs that satisfy the dimensions from d on; those before are known to hold.
    [[nodiscard]] outcome_count count(places needs, places offers, std::size_t d) {
        if (needs.empty() || offers.empty()) {
            return 0;
        }
        if (d == dimensions_) {
            return outcome_count{needs.size()} * offers.size();
        }
        // A dimension in which every offer meets every need says nothing.
        const auto [least_need, most_need] = range(needs_, needs, d);
        const auto [least_offer, most_offer] = range(offers_, offers, d);
        if (most_need <= least_offer) {
            return count(std::move(needs), std::move(offers), d + 1);
        }
        if (most_offer < least_need) {
            return 0;
        }
        if (needs.size() * offers.size() <= 256) {
            return count_pairwise(needs, offers, d);
        }
        if (d + 1 == dimensions_) {
            return count_line(needs, offers);
        }
        if (d + 2 == dimensions_) {
            return count_plane(needs, offers);
        }
        return count_by_halves(needs, offers, d);
    }

    [[nodiscard]] static std::pair<grains, grains> range(const vectors& of, const places& set,
                                                         std::size_t d) {
        grains least = of.at(set.front(), d);
        grains most = least;
        for (const std::uint32_t k : set) {
            least = std::min(least, of.at(k, d));
            most = std::max(most, of.at(k, d));
        }
        return {least, most};
    }

    [[nodiscard]] outcome_count count_pairwise(const places& needs, const places& offers,
                                               std::size_t d) const {
        std::uint64_t n = 0;
        for (const std::uint32_t need : needs) {
            for (const std::uint32_t offer : offers) {
                bool meets = true;
                for (std::size_t k = d; k < dimensions_ && meets; ++k) {
                    meets = offers_.at(offer, k) >= needs_.at(need, k);
                }
                n += meets ? 1U : 0U;
            }
        }
        return n;
    }

    [[nodiscard]] std::vector<grains> sorted(const vectors& of, const places& set,
                                             std::size_t d) const {
        std::vector<grains> levels;
        levels.reserve(set.size());
        for (const std::uint32_t k : set) {
            levels.push_back(of.at(k, d));
        }
        std::sort(levels.begin(), levels.end());
        return levels;
    }

    [[nodiscard]] outcome_count count_line(const places& needs, const places& offers) const {
        const std::vector<grains> levels = sorted(offers_, offers, dimensions_ - 1);
        outcome_count n = 0;
        for (const std::uint32_t need : needs) {
            const auto first =
                std::lower_bound(levels.begin(), levels.end(), needs_.at(need, dimensions_ - 1));
            n += static_cast<std::size_t>(levels.end() - first);
        }
        return n;
    }

    [[nodiscard]] outcome_count count_plane(places& needs, places& offers) const {
        const std::size_t d = dimensions_ - 2;
        std::sort(needs.begin(), needs.end(), [&](std::uint32_t a, std::uint32_t b) {
            return needs_.at(b, d) < needs_.at(a, d);
        });
        std::sort(offers.begin(), offers.end(), [&](std::uint32_t a, std::uint32_t b) {
            return offers_.at(b, d) < offers_.at(a, d);
        });
        const std::vector<grains> levels = sorted(offers_, offers, d + 1);
        std::vector<std::uint32_t> tree(levels.size() + 1, 0);
        std::size_t inside = 0;
        outcome_count n = 0;
        for (const std::uint32_t need : needs) {
            for (; inside < offers.size() && offers_.at(offers[inside], d) >= needs_.at(need, d);
                 ++inside) {
                const auto rank = std::lower_bound(levels.begin(), levels.end(),
                                                   offers_.at(offers[inside], d + 1));
                for (auto k = static_cast<std::size_t>(rank - levels.begin()) + 1; k < tree.size();
                     k += k & (~k + 1)) {
                    ++tree[k];
                }
            }
            const auto rank =
                std::lower_bound(levels.begin(), levels.end(), needs_.at(need, d + 1));
            std::size_t below = 0;
            for (auto k = static_cast<std::size_t>(rank - levels.begin()); k > 0;
                 k -= k & (~k + 1)) {
                below += tree[k];
            }
            n += inside - below;
        }
        return n;
    }

    [[nodiscard]] outcome_count count_by_halves(const places& needs, const places& offers,
                                                std::size_t d) {
        std::vector<grains> levels = sorted(needs_, needs, d);
        const std::vector<grains> more = sorted(offers_, offers, d);
        levels.insert(levels.end(), more.begin(), more.end());
        std::sort(levels.begin(), levels.end());
        // The least level above the least one, or the median if that is higher: both parts shrink.
        const auto above = std::upper_bound(levels.begin(), levels.end(), levels.front());
        const grains cut = std::max(*above, levels[levels.size() / 2]);
        places low_needs;
        places high_needs;
        places low_offers;
        places high_offers;
        for (const std::uint32_t k : needs) {
            (needs_.at(k, d) < cut ? low_needs : high_needs).push_back(k);
        }
        for (const std::uint32_t k : offers) {
            (offers_.at(k, d) < cut ? low_offers : high_offers).push_back(k);
        }
        outcome_count n = count(low_needs, high_offers, d + 1);
        n += count(std::move(low_needs), std::move(low_offers), d);
        n += count(std::move(high_needs), std::move(high_offers), d);
        return n;
    }

    const vectors& needs_;
    const vectors& offers_;
    std::size_t dimensions_;
};

}  // namespace negotiation::deal::detail
