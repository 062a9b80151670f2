#pragma once

/// @file
/// What several questions about an exchange are given, checked once.

#include <cstddef>
#include <numeric>
#include <span>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/exchange.hpp>

namespace negotiation::sequence {

/// @throws std::invalid_argument a belief is missing or not in [0, 1]
inline void check_beliefs(const exchange& of, std::span<const double> beliefs) {
    if (beliefs.size() != of.parties()) {
        throw std::invalid_argument(
            fmt::format("beliefs: needs {}, one a party; got {}", of.parties(), beliefs.size()));
    }
    for (const double p : beliefs) {
        if (!(p >= 0 && p <= 1)) {
            throw std::invalid_argument(fmt::format("beliefs: must lie in [0, 1]; got {}", p));
        }
    }
}

/// Place of each step among the steps by name; their own order where none is given.
/// @throws std::invalid_argument places of another number than the steps
[[nodiscard]] inline std::vector<std::size_t> name_ranks(const exchange& of,
                                                         std::span<const std::size_t> names) {
    if (!names.empty() && names.size() != of.size()) {
        throw std::invalid_argument(
            fmt::format("order: {} places of names for {} steps", names.size(), of.size()));
    }
    std::vector<std::size_t> ranks(names.begin(), names.end());
    if (ranks.empty()) {
        ranks.resize(of.size());
        std::iota(ranks.begin(), ranks.end(), std::size_t{0});
    }
    return ranks;
}

}  // namespace negotiation::sequence
