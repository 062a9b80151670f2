#pragma once

/// How far utilities of two sets of deals may lie from those they mean.

#include <algorithm>
#include <cstddef>
#include <vector>

#include <negotiation/talks/equilibrium/deal_set.hpp>

namespace negotiation::talks::equilibrium::detail {

/// By party, the greater of both.
[[nodiscard]] inline std::vector<double> widest_roundings(const deal_set& some,
                                                          const deal_set& others) {
    std::vector<double> all = some.roundings();
    const std::vector<double> more = others.roundings();
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = std::max(all[i], more[i]);
    }
    return all;
}

}  // namespace negotiation::talks::equilibrium::detail
