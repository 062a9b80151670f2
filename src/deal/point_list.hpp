#pragma once

/// @file
/// Efficient partial deals: utilities, keys, multiplicities.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "deal/keep_efficient.hpp"
#include "deal/key_space.hpp"
#include "deal/record.hpp"

namespace negotiation::deal::detail {

/// Mutually efficient vectors, distinct and sorted by `precedes`, each with the key of the first
/// partial deal that gives it and the number of those that do.
template <std::size_t P>
struct point_list {
    std::vector<std::array<grains, P>> sums;
    std::vector<std::uint64_t> keys;  ///< `words` a point
    std::vector<outcome_count> counts;

    [[nodiscard]] std::size_t size() const noexcept { return sums.size(); }
    [[nodiscard]] const std::uint64_t* key(std::size_t k, std::size_t words) const noexcept {
        return keys.data() + k * words;
    }
};

/// Faster than `!=` on arrays, which calls memcmp.
template <std::size_t P>
[[nodiscard]] bool differ(const std::array<grains, P>& x, const std::array<grains, P>& y) noexcept {
    for (std::size_t i = 0; i < P; ++i) {
        if (x[i] != y[i]) {
            return true;
        }
    }
    return false;
}

/// Turns an efficient sorted list of records into points: equal neighbours become one, with the
/// earliest key and the sum of counts.
/// @param key_of   writes the key of a record into zeroed words
/// @param count_of the record's multiplicity
template <std::size_t P, class KeyOf, class CountOf>
point_list<P> collapse(const records<grains, P>& kept, std::size_t words, KeyOf key_of,
                       CountOf count_of) {
    point_list<P> points;
    points.sums.reserve(kept.size());
    points.keys.reserve(kept.size() * words);
    points.counts.reserve(kept.size());
    std::vector<std::uint64_t> key(words);
    for (const auto& r : kept) {
        std::fill(key.begin(), key.end(), 0);
        key_of(r, key.data());
        if (points.size() == 0 || differ(points.sums.back(), r.u)) {
            points.sums.push_back(r.u);
            points.keys.insert(points.keys.end(), key.begin(), key.end());
            points.counts.push_back(count_of(r));
            continue;
        }
        std::uint64_t* first = points.keys.data() + (points.size() - 1) * words;
        if (earlier(key.data(), first, words)) {
            std::copy(key.begin(), key.end(), first);
        }
        points.counts.back() = saturating_add(points.counts.back(), count_of(r));
    }
    return points;
}

}  // namespace negotiation::deal::detail
