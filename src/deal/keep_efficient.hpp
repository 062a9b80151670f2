#pragma once

/// @file
/// Strikes dominated vectors out of a sorted list: the kernel under every frontier.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "deal/maxima.hpp"
#include "deal/record.hpp"
#include "deal/staircase.hpp"

namespace negotiation::deal::detail {

/// Removes from a list sorted by `precedes` every vector for which `keep(representative)` is
/// false; equal neighbours share one verdict.
template <class T, std::size_t P, class Keep>
void keep_groups(records<T, P>& sorted, Keep keep) {
    std::size_t out = 0;
    for (std::size_t k = 0; k < sorted.size();) {
        std::size_t end = k + 1;
        while (end < sorted.size() && same_utilities(sorted[k], sorted[end])) {
            ++end;
        }
        if (keep(sorted[k])) {
            std::move(sorted.begin() + static_cast<std::ptrdiff_t>(k),
                      sorted.begin() + static_cast<std::ptrdiff_t>(end),
                      sorted.begin() + static_cast<std::ptrdiff_t>(out));
            out += end - k;
        }
        k = end;
    }
    sorted.resize(out);
}

template <class T>
void keep_efficient_plane(records<T, 2>& sorted) {
    T best = std::numeric_limits<T>::lowest();
    bool first = true;
    keep_groups(sorted, [&](const record<T, 2>& r) {
        const bool better = first || best < r.u[1];
        best = better ? r.u[1] : best;
        first = false;
        return better;
    });
}

template <class T>
void keep_efficient_space(records<T, 3>& sorted) {
    staircase<T> seen;
    keep_groups(sorted, [&](const record<T, 3>& r) {
        if (seen.covers(r.u[1], r.u[2])) {
            return false;
        }
        seen.insert(r.u[1], r.u[2]);
        return true;
    });
}

template <class T, std::size_t P>
void keep_efficient_beyond(records<T, P>& sorted, std::size_t dimensions) {
    records<T, P> distinct;
    for (const auto& r : sorted) {
        if (distinct.empty() || !same_utilities(distinct.back(), r)) {
            distinct.push_back(r);
        }
    }
    const maxima<T, P> verdict(distinct, dimensions);
    std::size_t k = 0;
    keep_groups(sorted, [&](const record<T, P>&) { return !verdict.is_dominated(k++); });
}

/// Keeps the efficient vectors of a list sorted by `precedes`; equal ones stay together. Sweep
/// for two dimensions, sweep over a staircase for three, divide and conquer beyond.
template <class T, std::size_t P>
void keep_efficient(records<T, P>& sorted, std::size_t dimensions) {
    if constexpr (P == 2) {
        keep_efficient_plane(sorted);
    } else if constexpr (P == 3) {
        keep_efficient_space(sorted);
    } else {
        keep_efficient_beyond(sorted, std::max<std::size_t>(dimensions, 2));
    }
}

}  // namespace negotiation::deal::detail
