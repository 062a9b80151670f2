#pragma once

/// @file
/// Whether an agent's utilities are small enough to be summed exactly.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <vector>

#include "scenario/check_values.hpp"
#include "scenario/findings.hpp"
#include "scenario/freeze_party.hpp"

namespace negotiation::detail {

inline double largest_size(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values) {
        most = std::max(most, std::abs(value));
    }
    return most;
}

/// The largest sizes of an agent's terms.
/// @return nothing when some values are missing or unsound
inline std::optional<std::vector<double>> term_sizes(findings& found, const party& who) {
    std::vector<double> sizes;
    const auto size_of = [&](const std::string& name) {
        const auto values = sound_values(found, who, name);
        return values ? std::optional(largest_size(*values)) : std::nullopt;
    };
    for (const auto& [name, weight] : who.weights) {
        if (!(weight < 0 || weight > 0)) {
            continue;
        }
        const auto size = size_of(name);
        if (!size) {
            return std::nullopt;
        }
        sizes.push_back(std::abs(weight) * *size);
    }
    for (const interaction& term : who.interactions) {
        double product =
            std::abs(term.weight) * (term.table.empty() ? 1 : largest_size(term.table));
        for (std::size_t k = 0; term.table.empty() && k < term.issues.size(); ++k) {
            const auto size = size_of(term.issues[k]);
            if (!size) {
                return std::nullopt;
            }
            product *= *size;
        }
        sizes.push_back(product);
    }
    return sizes;
}

/// Raw numbers may each be small enough and their sums too large for the exact arithmetic.
inline void check_span(findings& found, const path& place, const party& who) {
    constexpr double always_exact = 4e6;   // fits 62 bits in steps of 10^-12
    constexpr double largest_term = 1e13;  // beyond it a term is not even rounded
    if (found.world.utilities != utility_convention::raw ||
        who.combine == aggregation::multiplicative) {
        return;
    }
    const auto sizes = term_sizes(found, who);
    if (!sizes || std::accumulate(sizes->begin(), sizes->end(), 0.0) < always_exact) {
        return;
    }
    const path here = who.weights.empty() ? place : place / "weights";
    if (largest_size(*sizes) > largest_term) {
        found.add(here, fmt::format("utilities are too large to be summed exactly; got up to "
                                    "{:.3g}; scale them down",
                                    largest_size(*sizes)));
        return;
    }
    try {
        static_cast<void>(freeze_utility(found.world, who));
    } catch (const scenario_error& wrong) {
        found.add(here, wrong.diagnostics().front().message);
    }
}

}  // namespace negotiation::detail
