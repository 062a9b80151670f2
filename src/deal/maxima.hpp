#pragma once

/// @file
/// Efficient vectors in four dimensions and more, by divide and conquer.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "deal/record.hpp"

namespace negotiation::deal::detail {

/// Kung, Luccio and Preparata 1975: halve, solve, strike out of the lower half what the upper
/// half dominates in one dimension fewer. The input is sorted by `precedes` and free of
/// duplicates, so an earlier vector dominates a later one iff it is nowhere below it from the
/// second coordinate on. O(n log^(d-1) n) for d dimensions: each plane is sorted.
template <class T, std::size_t P>
class maxima {
public:
    maxima(const records<T, P>& sorted, std::size_t dimensions)
        : sorted_(sorted),
          dimensions_(dimensions),
          dominated_(sorted.size(), 0) {
        std::vector<std::uint32_t> all(sorted.size());
        for (std::uint32_t k = 0; k < all.size(); ++k) {
            all[k] = k;
        }
        solve(all);
    }

    [[nodiscard]] bool is_dominated(std::size_t k) const noexcept { return dominated_[k] != 0; }

private:
    using places = std::vector<std::uint32_t>;
    static constexpr std::size_t small = 24;

    [[nodiscard]] T at(std::uint32_t k, std::size_t d) const noexcept { return sorted_[k].u[d]; }

    [[nodiscard]] bool nowhere_below(std::uint32_t a, std::uint32_t b,
                                     std::size_t d) const noexcept {
        for (; d < dimensions_; ++d) {
            if (at(a, d) < at(b, d)) {
                return false;
            }
        }
        return true;
    }

    void drop_dominated(places& set) const {
        std::erase_if(set, [&](std::uint32_t k) { return dominated_[k] != 0; });
    }

    void solve(const places& set) {
        if (set.size() <= small) {
            for (std::size_t j = 1; j < set.size(); ++j) {
                for (std::size_t i = 0; i < j && dominated_[set[j]] == 0; ++i) {
                    dominated_[set[j]] = nowhere_below(set[i], set[j], 1) ? 1 : 0;
                }
            }
            return;
        }
        const auto middle = set.begin() + static_cast<std::ptrdiff_t>(set.size() / 2);
        places upper(set.begin(), middle);
        places lower(middle, set.end());
        solve(upper);
        solve(lower);
        drop_dominated(upper);
        drop_dominated(lower);
        strike(upper, lower, 1);
    }

    /// Marks in `lower` what something in `upper` is nowhere below from dimension d on.
    void strike(const places& upper, const places& lower, std::size_t d) {
        if (upper.empty() || lower.empty()) {
            return;
        }
        if (upper.size() * lower.size() <= small * small) {
            strike_pairwise(upper, lower, d);
        } else if (d + 1 == dimensions_) {
            strike_line(upper, lower);
        } else if (d + 2 == dimensions_) {
            strike_plane(upper, lower);
        } else {
            strike_by_halves(upper, lower, d);
        }
    }

    void strike_pairwise(const places& upper, const places& lower, std::size_t d) {
        for (const std::uint32_t b : lower) {
            for (const std::uint32_t a : upper) {
                if (nowhere_below(a, b, d)) {
                    dominated_[b] = 1;
                    break;
                }
            }
        }
    }

    void strike_line(const places& upper, const places& lower) {
        const std::size_t d = dimensions_ - 1;
        T best = at(upper.front(), d);
        for (const std::uint32_t a : upper) {
            best = std::max(best, at(a, d));
        }
        for (const std::uint32_t b : lower) {
            if (!(best < at(b, d))) {
                dominated_[b] = 1;
            }
        }
    }

    void strike_plane(places upper, places lower) {
        const std::size_t d = dimensions_ - 2;
        const auto falls = [&](std::uint32_t x, std::uint32_t y) { return at(y, d) < at(x, d); };
        std::sort(upper.begin(), upper.end(), falls);
        std::sort(lower.begin(), lower.end(), falls);
        std::size_t next = 0;
        T best{};
        for (const std::uint32_t b : lower) {
            for (; next < upper.size() && !(at(upper[next], d) < at(b, d)); ++next) {
                const T height = at(upper[next], d + 1);
                best = next == 0 ? height : std::max(best, height);
            }
            if (next > 0 && !(best < at(b, d + 1))) {
                dominated_[b] = 1;
            }
        }
    }

    void strike_by_halves(const places& upper, const places& lower, std::size_t d) {
        std::vector<T> levels;
        for (const places* set : {&upper, &lower}) {
            for (const std::uint32_t k : *set) {
                levels.push_back(at(k, d));
            }
        }
        const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
        std::nth_element(levels.begin(), middle, levels.end());
        T cut = *middle;
        const auto [least, greatest] = std::minmax_element(levels.begin(), levels.end());
        if (!(*least < *greatest)) {
            strike(upper, lower, d + 1);
            return;
        }
        if (!(*least < cut)) {
            // Half or more share the least level: cut just above it, so that both parts shrink.
            cut = *greatest;
            for (const T level : levels) {
                if (*least < level && level < cut) {
                    cut = level;
                }
            }
        }
        places high_upper;
        places low_upper;
        places high_lower;
        places low_lower;
        for (const std::uint32_t k : upper) {
            (at(k, d) < cut ? low_upper : high_upper).push_back(k);
        }
        for (const std::uint32_t k : lower) {
            (at(k, d) < cut ? low_lower : high_lower).push_back(k);
        }
        strike(high_upper, high_lower, d);
        strike(high_upper, low_lower, d + 1);
        drop_dominated(low_lower);
        strike(low_upper, low_lower, d);
    }

    const records<T, P>& sorted_;
    std::size_t dimensions_;
    std::vector<unsigned char> dominated_;
};

}  // namespace negotiation::deal::detail
